package org.meshbed.simulator.network;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a message travels one way: evenly between the two, both included. */
public record Latency(Duration least, Duration most) {
    public static final Latency NONE = always(Duration.ZERO);

    /** Two sites on one continent. */
    public static final Latency USUAL = new Latency(Duration.ofMillis(1), Duration.ofMillis(5));

    public Latency {
        if (least.isNegative() || most.compareTo(least) < 0)
            throw new IllegalArgumentException("latency from " + least + " to " + most
                    + " is not <least> <= <most>; for example from PT0.001S to PT0.005S");
    }

    public static Latency always(Duration duration) {
        return new Latency(duration, duration);
    }

    /** One draw; a fixed latency draws nothing. */
    Duration draw(RandomGenerator stream) {
        var span = most.minus(least).toNanos();
        return span == 0 ? least : least.plusNanos(stream.nextLong(span + 1));
    }
}
