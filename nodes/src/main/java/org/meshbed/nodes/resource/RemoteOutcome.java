package org.meshbed.nodes.resource;

import java.util.Optional;
import java.util.function.Function;
import org.meshbed.nodes.port.Exchange;

/** What came of an operation on files at another server. */
public sealed interface RemoteOutcome<T> {
    record Done<T>(T it) implements RemoteOutcome<T> {}

    /** 401: the other server does not accept the credentials. */
    record Unauthorized<T>() implements RemoteOutcome<T> {}

    /** 403: the share does not allow it. */
    record Forbidden<T>() implements RemoteOutcome<T> {}

    /** 404 or 410: there is no such thing, or not any more. */
    record NotFound<T>() implements RemoteOutcome<T> {}

    /** 405 to a new folder, 412 to a move: something stands there already. */
    record Exists<T>() implements RemoteOutcome<T> {}

    /** 409: the folder it should stand in is missing. */
    record NoParent<T>() implements RemoteOutcome<T> {}

    /** Asked to list what is a file. */
    record NotAFolder<T>() implements RemoteOutcome<T> {}

    /** The path cannot be a path; nothing was sent. */
    record BadPath<T>(String why) implements RemoteOutcome<T> {}

    /** Any other status, or an answer that cannot be understood. */
    record Unexpected<T>(int status, String why) implements RemoteOutcome<T> {}

    /** There was no answer at all. */
    record Failed<T>(Exchange exchange) implements RemoteOutcome<T> {}

    /** For people, to follow the name of the other server. */
    default String words() {
        return switch (this) {
            case Done<T> _ -> "did it";
            case Unauthorized<T>() -> "did not accept the credentials of the share";
            case Forbidden<T>() -> "does not allow it";
            case NotFound<T>() -> "does not have it, or not any more";
            case Exists<T>() -> "has something there already";
            case NoParent<T>() -> "has no folder for it to stand in";
            case NotAFolder<T>() -> "has a file there, not a folder";
            case BadPath<T>(var why) -> "was not asked: " + why;
            case Unexpected<T>(var status, var why) -> "answered " + status + ": " + why;
            case Failed<T>(var exchange) -> exchange.words();
        };
    }

    /** Whether it may have happened although nothing came back. */
    default boolean unclear() {
        return switch (this) {
            case Failed<T>(Exchange.Reset(var afterSending, var _)) -> afterSending;
            case Failed<T>(Exchange.TimedOut(var afterSending, var _)) -> afterSending;
            default -> false;
        };
    }

    /** The same failure of something else. */
    static <T> RemoteOutcome<T> failed(RemoteOutcome<?> outcome) {
        return outcome.map(_ -> {
            throw new IllegalStateException("it did not fail");
        });
    }

    default Optional<T> value() {
        return this instanceof Done<T>(var it) ? Optional.of(it) : Optional.empty();
    }

    default <R> RemoteOutcome<R> map(Function<T, R> change) {
        return switch (this) {
            case Done<T>(var it) -> new Done<>(change.apply(it));
            case Unauthorized<T>() -> new Unauthorized<>();
            case Forbidden<T>() -> new Forbidden<>();
            case NotFound<T>() -> new NotFound<>();
            case Exists<T>() -> new Exists<>();
            case NoParent<T>() -> new NoParent<>();
            case NotAFolder<T>() -> new NotAFolder<>();
            case BadPath<T>(var words) -> new BadPath<>(words);
            case Unexpected<T>(var status, var words) -> new Unexpected<>(status, words);
            case Failed<T>(var exchange) -> new Failed<>(exchange);
        };
    }
}
