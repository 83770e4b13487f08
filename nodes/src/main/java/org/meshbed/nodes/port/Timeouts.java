package org.meshbed.nodes.port;

import java.time.Duration;

/**
 * How far a caller goes with an exchange: how long it waits for the connection, from there for the head of the reply, and
 * from there for the end of a message, content of files aside; and which addresses it lets the name lead it to.
 */
public record Timeouts(Duration connect, Duration reply, Reach reach) {
    public static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20));

    /** Every address is fine. */
    public Timeouts(Duration connect, Duration reply) {
        this(connect, reply, Reach.ANYWHERE);
    }

    public Timeouts within(Reach other) {
        return new Timeouts(connect, reply, other);
    }
}
