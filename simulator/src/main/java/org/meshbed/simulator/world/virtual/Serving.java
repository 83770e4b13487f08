package org.meshbed.simulator.world.virtual;

import org.meshbed.nodes.node.OcmNode;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireRequest;

/** How a node answers a request: by the shared application, unless a test puts something else in its place. */
@FunctionalInterface
public interface Serving {
    WireAnswer answer(OcmNode node, WireRequest request);
}
