package org.meshbed.nodes.signature;

/** Something that a signature needs is not there or not of its form; the message says what, without secrets. */
final class Malformed extends Exception {
    Malformed(String message) {
        super(message, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
