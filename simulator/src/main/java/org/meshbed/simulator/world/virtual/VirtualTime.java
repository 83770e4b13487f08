package org.meshbed.simulator.world.virtual;

import java.time.Duration;
import java.time.Instant;
import org.meshbed.nodes.port.Time;
import org.meshbed.simulator.time.Lifetime;
import org.meshbed.simulator.time.Scheduler;

/** The clock of one incarnation; all clocks of a world show the same. From the driver, to pause is to advance. */
record VirtualTime(Scheduler scheduler, Lifetime life) implements Time {
    @Override
    public Instant now() {
        life.check();
        return scheduler.now();
    }

    @Override
    public void pause(Duration duration) {
        if (scheduler.inside()) scheduler.pause(life, duration);
        else scheduler.advance(duration);
    }
}
