package org.meshbed.scenarios.input;

import java.util.List;
import java.util.function.Supplier;

/** Something that a person typed is wrong; each message names place, value and the right form. No fault of ours. */
public final class BadInput extends RuntimeException {
    private final List<String> messages;

    public BadInput(String message) {
        this(List.of(message));
    }

    /** All mistakes of one file, together. */
    public BadInput(List<String> messages) {
        super(String.join(System.lineSeparator(), messages));
        this.messages = List.copyOf(messages);
    }

    /** Reads something that was typed; what is wrong with it is told together with the name of its place. */
    public static <T> T reading(String place, Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            throw new BadInput(place + ": " + e.getMessage());
        }
    }

    public List<String> messages() {
        return messages;
    }
}
