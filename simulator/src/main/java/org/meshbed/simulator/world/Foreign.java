package org.meshbed.simulator.world;

import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.WireRequest;

/**
 * A server of the world that is no node of ours: what it answers is its site's business, what it sends is written by
 * hand. Its exchanges are in the journal as those of {@code foreign:<name>}.
 */
public interface Foreign {
    String name();

    /** Where it serves, under a certificate that the nodes of this world trust. */
    Origin origin();

    /** Sends one request as it is, as a task of the world; returns when the exchange has ended. */
    Exchange send(Origin to, WireRequest request);

    /** Connections to it are refused from now on. */
    void stop();
}
