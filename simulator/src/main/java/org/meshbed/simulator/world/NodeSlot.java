package org.meshbed.simulator.world;

import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.node.OcmNode;

/** The place of one node in a world: it stays while the node stops and starts again as a new incarnation. */
public interface NodeSlot {
    String name();

    ServerHost host();

    /** The node of the current incarnation, running or stopped. */
    OcmNode node();

    boolean running();

    /** Counted from 1. */
    int incarnation();

    /** The node crashes: its tasks end at their next port call, connections to it are refused. */
    void stop();

    /** A new incarnation starts from what the store kept. */
    void start();
}
