package org.meshbed.simulator.world.virtual;

import java.time.Duration;
import org.meshbed.nodes.port.Tasks;
import org.meshbed.simulator.time.Lifetime;
import org.meshbed.simulator.time.Scheduler;

/** The background work of one incarnation. */
record VirtualTasks(String node, Scheduler scheduler, Lifetime life) implements Tasks {
    @Override
    public Task start(String name, Runnable work) {
        life.check();
        var task = scheduler.spawn(node + ": " + name, life, Duration.ZERO, work);
        return () -> scheduler.cancel(task);
    }
}
