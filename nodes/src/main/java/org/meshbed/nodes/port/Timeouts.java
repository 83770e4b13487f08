package org.meshbed.nodes.port;

import java.time.Duration;

/** How long a caller waits: for the connection, and from there for the head of the reply. */
public record Timeouts(Duration connect, Duration reply) {
    public static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20));
}
