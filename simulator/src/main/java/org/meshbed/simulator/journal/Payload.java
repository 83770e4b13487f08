package org.meshbed.simulator.journal;

/**
 * A body as it may be published: secrets are masked, at most {@link #MOST_KEPT} bytes are kept.
 *
 * @param form what {@code text} holds
 * @param text the text, or base64 of the bytes where they are not UTF-8
 * @param length of the whole body in bytes; -1 where it was not known when this was written
 * @param sha256 lower-case hexadecimal digest of the whole body as it crossed the wire; where something was masked, of
 *     the text as it stands here, so that no secret can be guessed from it; empty where there was none yet
 * @param masked whether secrets were replaced
 * @param cut whether the body went on behind what was kept
 */
public record Payload(Form form, String text, long length, String sha256, boolean masked, boolean cut) {
    public static final int MOST_KEPT = 64 * 1024;
    static final Payload NONE = new Payload(Form.NONE, "", 0, "", false, false);

    /** What a payload holds. */
    public enum Form {
        NONE,
        TEXT,
        BASE64,
        /** A stream that had not been read yet: what passed is told by a later {@link Entry.ContentPassed}. */
        STREAM
    }

    static Payload stream(long length) {
        return new Payload(Form.STREAM, "", length, "", false, false);
    }

    public boolean holdsText() {
        return form == Form.TEXT;
    }
}
