package org.meshbed.nodes.port;

/**
 * Thrown by the ports of an incarnation that is dead, so that a task of a crashed node can do nothing more. Node code
 * never catches it.
 */
public final class NodeStopped extends RuntimeException {
    public NodeStopped(String node) {
        super(node + " has stopped", null, false, false);
    }
}
