package org.meshbed.nodes.dialect;

/** A meaning and its word on the wire. */
public record Word<T>(T meaning, String onTheWire) {}
