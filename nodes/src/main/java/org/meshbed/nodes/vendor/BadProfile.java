package org.meshbed.nodes.vendor;

/** A profile or column that is not right; the message names place, value and the right form. */
public final class BadProfile extends IllegalArgumentException {
    private final String message;

    public BadProfile(String message) {
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
