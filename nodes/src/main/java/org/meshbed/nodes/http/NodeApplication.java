package org.meshbed.nodes.http;

import org.meshbed.nodes.node.OcmNode;
import org.meshbed.nodes.protocol.NoAnswer;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireRequest;

/** The one Jersey application that all nodes of a process share; the node is handed in with each request. */
public final class NodeApplication {
    private static final NodeApplication SHARED = new NodeApplication();

    public static NodeApplication shared() {
        return SHARED;
    }

    /** Answers a request on the calling thread; complete on return. */
    public WireAnswer answer(OcmNode node, WireRequest request) {
        return new NoAnswer(false);
    }
}
