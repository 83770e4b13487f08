package org.meshbed.scenarios.input;

import java.util.List;

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

    public List<String> messages() {
        return messages;
    }
}
