package org.meshbed.scenarios.conform;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.meshbed.nodes.http.NodeApplication;
import org.meshbed.nodes.node.OcmNode;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireRequest;

/** Offers the {@code http} driver at some nodes of a mesh, at each for a token of its own; the others have none. */
public final class DriverDesks implements BiFunction<OcmNode, WireRequest, WireAnswer> {
    private final Map<String, DriverDesk> desks;

    /** @param desks by the names of the nodes */
    public DriverDesks(Map<String, DriverDesk> desks) {
        this.desks = new TreeMap<>(desks);
    }

    @Override
    public WireAnswer apply(OcmNode node, WireRequest request) {
        var desk = desks.get(node.settings().name());
        return desk == null ? NodeApplication.shared().answer(node, request) : desk.answer(node, request);
    }
}
