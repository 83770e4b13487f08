package org.meshbed.nodes.resource;

import java.util.Optional;
import java.util.function.Function;

/** What came of an operation on files: it was done, or it was not and nothing changed. */
public sealed interface FileOutcome<T> {
    /** @param replaced whether something stood at the target before */
    record Done<T>(T it, boolean replaced) implements FileOutcome<T> {}

    /** @param words for people: what was wrong and where */
    record Undone<T>(Reason reason, String words) implements FileOutcome<T> {}

    /** Why nothing was done. */
    enum Reason {
        /** Nothing stands at this path. */
        MISSING,
        /** The folder it should stand in is missing, or is a file. */
        NO_PARENT,
        /** Something stands at the target already. */
        EXISTS,
        NOT_A_FOLDER,
        NOT_A_FILE,
        /** The condition of the request does not hold. */
        UNMET,
        /** A folder cannot be put into itself, nor onto one it stands in. */
        INTO_ITSELF,
        /** The home itself cannot be replaced, moved or deleted. */
        HOME,
        /** The home holds as many files and folders as it may. */
        FULL,
        BAD_PATH,
        /** The content ended early or its stream broke. */
        BROKEN_OFF,
        /** The content could not be kept or read here. */
        NOT_KEPT
    }

    static <T> FileOutcome<T> done(T it) {
        return new Done<>(it, false);
    }

    default Optional<T> value() {
        return this instanceof Done<T>(var it, var _) ? Optional.of(it) : Optional.empty();
    }

    default <R> FileOutcome<R> map(Function<T, R> change) {
        return switch (this) {
            case Done<T>(var it, var replaced) -> new Done<>(change.apply(it), replaced);
            case Undone<T>(var reason, var words) -> new Undone<>(reason, words);
        };
    }
}
