package org.meshbed.nodes.jetty;

import org.meshbed.nodes.identity.ServerHost;

/** Somebody else listens on the port that a node should have. */
public final class PortInUse extends RuntimeException {
    PortInUse(ServerHost host, String address, int port, Throwable cause) {
        super(
                "node " + host.name() + " cannot listen on " + address + ":" + port + " (" + cause.getMessage()
                        + "); choose a free port, or leave it out to have one chosen",
                cause);
    }
}
