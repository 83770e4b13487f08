package org.meshbed.simulator.time;

import org.meshbed.nodes.port.NodeStopped;

/**
 * What ends together: one incarnation of a node, its tasks and its ports. After its end every call on one of its ports
 * throws {@link NodeStopped}, so that the {@code catch} and {@code finally} of a crashed task can do nothing more.
 */
public final class Lifetime {
    private final String name;
    private boolean over;

    public Lifetime(String name) {
        this.name = name;
    }

    public boolean over() {
        return over;
    }

    /** Throws {@link NodeStopped} after the end. */
    public void check() {
        if (over) throw new NodeStopped(name);
    }

    void end() {
        over = true;
    }

    @Override
    public String toString() {
        return name;
    }
}
