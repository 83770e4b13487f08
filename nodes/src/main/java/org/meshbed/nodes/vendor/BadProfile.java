package org.meshbed.nodes.vendor;

/** A profile or column that is not right; the message names place, value and the right form. */
public final class BadProfile extends IllegalArgumentException {
    public BadProfile(String message) {
        super(message);
    }
}
