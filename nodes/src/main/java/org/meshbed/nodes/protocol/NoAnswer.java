package org.meshbed.nodes.protocol;

/** The connection is closed without a word; the request may or may not have had its effect. */
public record NoAnswer(boolean afterEffect) implements WireAnswer {}
