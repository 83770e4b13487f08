package org.meshbed.nodes.jetty;

import java.time.Duration;

/**
 * What a listening port takes before its site is asked.
 *
 * @param headerBytes request line and header lines; more is answered 431
 * @param requestTime from the head of a request to the end of its body; a slower body breaks for its reader
 */
public record Bounds(int headerBytes, Duration requestTime) {
    public static final Bounds USUAL = new Bounds(16 << 10, Duration.ofSeconds(30));

    /** Beyond this the connector itself refuses, whatever a site allows. */
    static final int MOST_HEADER_BYTES = 256 << 10;
}
