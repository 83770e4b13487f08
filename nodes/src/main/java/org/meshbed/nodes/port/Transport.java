package org.meshbed.nodes.port;

import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.protocol.WireRequest;

/**
 * Carries one request to a server and its reply back. Adds no header but {@code Host} and the framing, follows no
 * redirect, decodes nothing: vendors differ in all of these. A name is resolved once for an exchange, and nothing is
 * connected to but an address that the caller's {@link Reach} had no objection to.
 */
public interface Transport {
    /** Blocks until the exchange ended; never throws for what a peer or the network did. */
    Exchange exchange(Origin to, WireRequest request, Timeouts timeouts);
}
