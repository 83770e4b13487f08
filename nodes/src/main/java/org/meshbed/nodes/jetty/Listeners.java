package org.meshbed.nodes.jetty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.meshbed.nodes.http.Site;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;

/**
 * Any number of listening ports in one process, each with a site of its own, on one Jetty server with one connector for
 * TLS and one for plain HTTP. Messages pass as they are: raw targets, header order, doubles and case are kept, nothing
 * is added to replies. A site is called on a virtual thread per request and may block.
 */
public final class Listeners implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(60);
    private final Server server;
    private final PortsConnector tls;
    private final PortsConnector plain;

    private Listeners(RunAuthority authority, Duration idle) throws IOException {
        server = new Server(threads());
        var http = new RawConnections(configuration());
        plain = new PortsConnector(server, Selector.open(), http);
        var tlsSelector = Selector.open();
        tls = new PortsConnector(
                server, tlsSelector, new PortTlsFactory(authority, http.getProtocol(), this::host), http);
        for (var connector : new PortsConnector[] {tls, plain}) {
            connector.setIdleTimeout(idle.toMillis());
            server.addConnector(connector);
        }
        server.setHandler(new SiteHandler());
        server.setErrorHandler(new ShortErrors());
        server.setStopTimeout(0);
    }

    /** Starts with no port open; one of these serves a whole process. */
    public static Listeners start(RunAuthority authority) {
        return start(authority, IDLE);
    }

    /** @param idle how long a connection may keep silent */
    static Listeners start(RunAuthority authority, Duration idle) {
        try {
            var listeners = new Listeners(authority, idle);
            listeners.server.start();
            return listeners;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP server could not start", e);
        }
    }

    /** Opens a port on the loopback address; see {@link #open(InetAddress, int, ServerHost, Scheme, Site, Bounds)}. */
    public Listening open(int port, ServerHost host, Scheme scheme, Site site, Bounds bounds) {
        return open(loopback(), port, host, scheme, site, bounds);
    }

    /**
     * Opens a port.
     *
     * @param port 0 for one chosen by the kernel
     * @param host whose certificate is shown on this port
     * @throws PortInUse naming the node and the port
     */
    public Listening open(InetAddress address, int port, ServerHost host, Scheme scheme, Site site, Bounds bounds) {
        var connector = switch (scheme) {
            case HTTPS -> tls;
            case HTTP -> plain;
        };
        var served = new Listening.Served(host, site, bounds);
        return new Listening(connector, connector.listen(address, port, served));
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP server could not stop", e);
        }
    }

    private Optional<ServerHost> host(java.net.SocketAddress local) {
        return tls.served(local).map(Listening.Served::host);
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static QueuedThreadPool threads() {
        var threads = new QueuedThreadPool(64, 4);
        threads.setName("listeners");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        return threads;
    }

    private static HttpConfiguration configuration() {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(Bounds.MOST_HEADER_BYTES);
        http.setResponseHeaderSize(Bounds.MOST_HEADER_BYTES);
        http.setHttpCompliance(Fields.LENIENT);
        http.setUriCompliance(UriCompliance.UNSAFE);
        // Else Jetty adds one of its own that refuses a Host header that is not in the certificate.
        http.addCustomizer(new SecureRequestCustomizer(false));
        return http;
    }
}
