package org.meshbed.simulator.world.loopback;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.meshbed.nodes.port.Time;

/** The clock of one incarnation; all clocks of a world show the same. From the driver, to pause is to advance. */
record LoopbackTime(Clockwork clockwork, Life life, Consumer<Duration> advance) implements Time {
    @Override
    public Instant now() {
        life.check();
        return clockwork.now();
    }

    @Override
    public void pause(Duration duration) {
        if (Actor.inside(clockwork)) clockwork.pause(life, duration);
        else advance.accept(duration);
    }
}
