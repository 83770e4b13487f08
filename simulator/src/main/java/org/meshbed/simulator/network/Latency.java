package org.meshbed.simulator.network;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a message travels one way: evenly between the two, both included, in steps of whole milliseconds. So messages
 * of different senders arrive at the same instant often enough to race; in finer steps they hardly ever would.
 */
public record Latency(Duration least, Duration most) {
    public static final Latency NONE = always(Duration.ZERO);

    /** Near neighbours. */
    public static final Latency USUAL = new Latency(Duration.ofMillis(1), Duration.ofMillis(3));

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
        var steps = most.minus(least).toMillis();
        return steps == 0 ? least : least.plusMillis(stream.nextLong(steps + 1));
    }
}
