package org.meshbed.nodes.party;

/** A line of a folder listing; {@code length} in bytes, 0 for a folder. */
public record Entry(String name, boolean folder, long length) {}
