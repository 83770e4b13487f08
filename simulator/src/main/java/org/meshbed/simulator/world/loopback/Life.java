package org.meshbed.simulator.world.loopback;

import org.meshbed.nodes.port.NodeStopped;

/**
 * What ends together: one incarnation of a node, its tasks and its ports. After its end, and for a task that was
 * cancelled, every call on one of its ports throws {@link NodeStopped}.
 */
final class Life {
    private final String name;
    private volatile boolean over;

    Life(String name) {
        this.name = name;
    }

    boolean over() {
        return over;
    }

    void end() {
        over = true;
    }

    void check() {
        if (over || Actor.cancelled()) throw new NodeStopped(name);
    }

    NodeStopped stopped() {
        return new NodeStopped(name);
    }
}
