package org.meshbed.nodes.protocol;

import java.util.Optional;
import java.util.function.Function;

/** One member of a JSON message, looked at when asked for: absent, null, of the wrong type, or a value. */
public sealed interface Field<T> {
    record Absent<T>() implements Field<T> {}

    record Null<T>() implements Field<T> {}

    /** @param found the JSON type that was there: string, number, boolean, object or array */
    record WrongType<T>(String found) implements Field<T> {}

    record Value<T>(T it) implements Field<T> {}

    /** The value where there is one of the right type. */
    default Optional<T> value() {
        return this instanceof Value<T>(var it) ? Optional.of(it) : Optional.empty();
    }

    default <R> Field<R> map(Function<T, R> change) {
        return switch (this) {
            case Absent<T>() -> new Absent<>();
            case Null<T>() -> new Null<>();
            case WrongType<T>(var found) -> new WrongType<>(found);
            case Value<T>(var it) -> new Value<>(change.apply(it));
        };
    }
}
