package org.meshbed.nodes.protocol;

/** How the end of a body is told on the wire: there is none, by {@code Content-Length}, or in chunks. */
public enum Framing {
    NONE,
    LENGTH,
    CHUNKED
}
