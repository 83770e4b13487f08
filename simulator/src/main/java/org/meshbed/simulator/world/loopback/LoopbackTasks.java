package org.meshbed.simulator.world.loopback;

import org.meshbed.nodes.port.NodeStopped;
import org.meshbed.nodes.port.Tasks;

/** The background work of one incarnation, each task on a virtual thread of its own. */
record LoopbackTasks(String node, Life life, Ground ground) implements Tasks {
    @Override
    public Task start(String name, Runnable work) {
        life.check();
        var actor = new Actor(ground.clockwork());
        ground.clockwork().begin();
        Thread.ofVirtual().name(node + ": " + name).start(() -> run(name, actor, work));
        return () -> actor.cancel().set(true);
    }

    private void run(String name, Actor actor, Runnable work) {
        try {
            actor.call(() -> {
                work.run();
                return true;
            });
        } catch (NodeStopped e) {
            // As it should be: the node has stopped, or the task was cancelled.
        } catch (RuntimeException | Error e) {
            ground.breakages().add("'" + name + "' of " + node, e);
        } finally {
            ground.clockwork().end();
        }
    }
}
