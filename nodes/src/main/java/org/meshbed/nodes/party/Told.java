package org.meshbed.nodes.party;

import java.util.Optional;
import java.util.function.Function;

/** What a person was told after an action. Words are for people: no paths of ours, no secrets. */
public sealed interface Told<T> {
    String words();

    record Done<T>(T it, String words) implements Told<T> {}

    /** It did not happen. */
    record Refused<T>(String words) implements Told<T> {}

    /** It may have happened: the answer of the other server did not arrive. */
    record Unclear<T>(String words) implements Told<T> {}

    /** This product cannot do that at all. */
    record Unsupported<T>(String words) implements Told<T> {}

    static <T> Told<T> done(T it, String words) {
        return new Done<>(it, words);
    }

    static <T> Told<T> refused(String words) {
        return new Refused<>(words);
    }

    default boolean happened() {
        return this instanceof Done;
    }

    default Optional<T> value() {
        return this instanceof Done<T>(var it, var _) ? Optional.of(it) : Optional.empty();
    }

    default <R> Told<R> map(Function<T, R> change) {
        return switch (this) {
            case Done<T>(var it, var words) -> new Done<>(change.apply(it), words);
            case Refused<T>(var words) -> new Refused<>(words);
            case Unclear<T>(var words) -> new Unclear<>(words);
            case Unsupported<T>(var words) -> new Unsupported<>(words);
        };
    }
}
