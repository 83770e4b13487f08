package org.meshbed.nodes.node;

import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.port.Ports;

/** One OCM server: features, vendor profile and ports put together. */
public final class OcmNode {
    private final NodeSettings settings;
    private final Ports ports;

    public OcmNode(NodeSettings settings, Ports ports) {
        this.settings = settings;
        this.ports = ports;
    }

    public NodeSettings settings() {
        return settings;
    }

    public Ports ports() {
        return ports;
    }

    /** What this person can do here; for a user the node does not know, every verb is refused. */
    public PartyDriver party(String user) {
        throw new IllegalStateException("being built: " + user);
    }
}
