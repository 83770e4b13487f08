package org.meshbed.nodes.signature;

/** Something that a signature needs is not there or not of its form; the message says what, without secrets. */
final class Malformed extends Exception {
    /** The digest is missing, or that of another body. */
    static final String DIGEST = "DIGEST_MISMATCH";

    /** What of it a vendor may answer apart: {@code SIGNATURE_INVALID} for most. */
    private final String kind;

    Malformed(String message) {
        this("SIGNATURE_INVALID", message);
    }

    Malformed(String kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    String kind() {
        return kind;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
