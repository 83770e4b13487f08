package org.meshbed.nodes.protocol;

/** One header line, name in the case it was written in. */
public record Header(String name, String value) {}
