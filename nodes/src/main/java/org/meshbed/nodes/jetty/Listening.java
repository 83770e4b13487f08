package org.meshbed.nodes.jetty;

import java.util.concurrent.atomic.AtomicBoolean;
import org.meshbed.nodes.http.Site;
import org.meshbed.nodes.identity.ServerHost;

/** One listening port and the site behind it. */
public final class Listening implements AutoCloseable {
    private final PortsConnector connector;
    private final PortsConnector.Port port;
    private final AtomicBoolean open = new AtomicBoolean(true);

    Listening(PortsConnector connector, PortsConnector.Port port) {
        this.connector = connector;
        this.port = port;
    }

    public int port() {
        return port.number();
    }

    /** When this returns, new connections to the port are refused and those that were open are broken. */
    @Override
    public void close() {
        if (open.getAndSet(false)) connector.close(port);
    }

    /** What is known of a port when a request comes in on it. */
    record Served(ServerHost host, Site site, Bounds bounds) {}
}
