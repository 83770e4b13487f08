package org.meshbed.scenarios.mutants;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.meshbed.nodes.port.Time;

/** Clocks that are wrong. */
final class WrongTime {
    private WrongTime() {}

    static Time standingStill(Time right) {
        Map<String, Instant> first = new ConcurrentHashMap<>();
        return new Time() {
            @Override
            public Instant now() {
                return first.computeIfAbsent("now", _ -> right.now());
            }

            @Override
            public void pause(Duration duration) {
                right.pause(duration);
            }
        };
    }

    /** Waits a minute where a day is asked for. */
    static Time impatient(Time right) {
        return new Time() {
            @Override
            public Instant now() {
                return right.now();
            }

            @Override
            public void pause(Duration duration) {
                right.pause(duration.dividedBy(60));
            }
        };
    }
}
