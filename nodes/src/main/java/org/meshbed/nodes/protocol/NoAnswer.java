package org.meshbed.nodes.protocol;

/**
 * No answer comes: the connection is closed without a word, or it stays open and silent. The request may or may not have
 * had its effect.
 */
public record NoAnswer(boolean afterEffect, boolean staysOpen) implements WireAnswer {
    /** The connection is closed. */
    public NoAnswer(boolean afterEffect) {
        this(afterEffect, false);
    }

    /** The connection stays open, and nothing is ever said on it. */
    public static NoAnswer silence(boolean afterEffect) {
        return new NoAnswer(afterEffect, true);
    }
}
