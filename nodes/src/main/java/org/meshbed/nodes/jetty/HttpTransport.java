package org.meshbed.nodes.jetty;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javax.net.ssl.SSLEngine;
import org.eclipse.jetty.client.ConnectionPool;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.DuplexConnectionPool;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.meshbed.nodes.crypto.Tls;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Reach;
import org.meshbed.nodes.port.Timeouts;
import org.meshbed.nodes.port.Transport;
import org.meshbed.nodes.protocol.WireRequest;

/**
 * Carries requests over sockets as they are: no header is added but {@code Host} and the framing, no redirect followed,
 * nothing decoded, raw targets and header order kept. Only the certificates given are trusted, and names are checked.
 *
 * <p>A connection is used again only to hosts of which {@link #reuse} was told, and until {@link #forget}: whoever
 * starts and stops them here knows when they go, while a foreign server may close a kept connection at the very moment
 * a request is written to it, and nobody could say whether it took the request.
 */
public final class HttpTransport implements Transport, AutoCloseable {
    /** Every server of TLS 1.3 has the first (RFC 8446, 9.1). With x25519 the JVM would make a second key each time. */
    private static final List<String> GROUPS = List.of("secp256r1", "secp384r1", "secp521r1");

    private static final int MOST_HEADER_BYTES = 1 << 20;
    private static final int MOST_CONNECTIONS = 4096;
    private static final long CONNECT_MILLIS = 120_000;
    /** Shorter than what our listeners allow, so that an idle connection is closed from this side. */
    private static final long IDLE_MILLIS = 20_000;

    private static final List<String> OURS_TO_DECIDE =
            List.of("redirect", "www-authenticate", "proxy-authenticate", "upgrade");
    private final HttpClient client;
    private final Names names;
    private final Handshakes handshakes = new Handshakes();
    private final Set<ServerHost> reused = ConcurrentHashMap.newKeySet();

    private HttpTransport(List<X509Certificate> trusted, Function<String, Optional<InetAddress>> names) {
        this.names = new Names(names);
        var connector = new ClientConnector();
        connector.setSelectors(1);
        connector.setSslContextFactory(tls(trusted));
        var transport = new HttpClientTransportOverHTTP(connector);
        transport.setConnectionPoolFactory(this::pool);
        client = new HttpClient(transport);
        client.addBean(handshakes);
        client.setHttpCompliance(Fields.LENIENT);
        client.setExecutor(threads());
        client.setSocketAddressResolver(this.names);
        client.setConnectTimeout(CONNECT_MILLIS);
        client.setIdleTimeout(IDLE_MILLIS);
        client.setMaxConnectionsPerDestination(MOST_CONNECTIONS);
        client.setMaxRequestsQueuedPerDestination(MOST_CONNECTIONS);
        client.setMaxRequestHeadersSize(MOST_HEADER_BYTES);
        client.setMaxResponseHeadersSize(Bounds.MOST_HEADER_BYTES);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
    }

    /**
     * Starts a client; one of these serves a whole process.
     *
     * @param trusted certificates of authorities; nobody else is trusted
     * @param names addresses of names that the resolver of the machine does not know; {@code localhost} and names below
     *     it are always 127.0.0.1
     */
    public static HttpTransport start(List<X509Certificate> trusted, Function<String, Optional<InetAddress>> names) {
        var transport = new HttpTransport(trusted, names);
        try {
            transport.client.start();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP client could not start", e);
        }
        transport.addNothing();
        return transport;
    }

    /** Jetty sets these up while it starts. */
    private void addNothing() {
        client.setUserAgentField(null);
        client.setFollowRedirects(false);
        client.setDefaultRequestContentType(null);
        client.getContentDecoderFactories().clear();
        OURS_TO_DECIDE.forEach(client.getProtocolHandlers()::remove);
    }

    @Override
    public Exchange exchange(Origin to, WireRequest request, Timeouts timeouts) {
        return exchange(to, request, timeouts, port -> {});
    }

    /** @param sending is told the local port of the connection before the first byte of the request goes out */
    public Exchange exchange(Origin to, WireRequest request, Timeouts timeouts, IntConsumer sending) {
        if (timeouts.reach() == Reach.ANYWHERE)
            return new Outgoing(client, handshakes, to, Optional.empty(), request, timeouts, sending).run();
        var host = to.host().name();
        var objection = new AtomicReference<>("no address is known for " + host);
        var allowed = new ArrayList<InetAddress>();
        for (var address : addresses(host))
            timeouts.reach().objection(address).ifPresentOrElse(objection::set, () -> allowed.add(address));
        return allowed.isEmpty()
                ? new Exchange.Refused(Objects.requireNonNull(objection.get()))
                : new Outgoing(
                                client,
                                handshakes,
                                to,
                                Optional.of(new Names.LookedAt(allowed)),
                                request,
                                timeouts,
                                sending)
                        .run();
    }

    /** Empty where none is known. */
    private List<InetAddress> addresses(String host) {
        try {
            return names.addresses(host);
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    /** This host is started and stopped by whoever says so here, who will also call {@link #forget}. */
    public void reuse(ServerHost host) {
        drop(host);
        reused.add(host);
    }

    /** The host has gone: the next request to it needs a new connection. */
    public void forget(ServerHost host) {
        reused.remove(host);
        drop(host);
    }

    /** Of how many connections it is known whether their handshake is over. */
    int handshakes() {
        return handshakes.size();
    }

    @Override
    public void close() {
        LifeCycle.stop(client);
    }

    private void drop(ServerHost host) {
        for (var destination : client.getDestinations()) {
            if (isAt(destination, host)) {
                client.removeDestination(destination);
                LifeCycle.stop(destination);
            }
        }
    }

    private static boolean isAt(Destination destination, ServerHost host) {
        var address = destination.getOrigin().getAddress();
        return address.getPort() == host.port() && address.getHost().equalsIgnoreCase(host.name());
    }

    private ConnectionPool pool(Destination destination) {
        var pool = new DuplexConnectionPool(destination, MOST_CONNECTIONS);
        if (reused.stream().noneMatch(host -> isAt(destination, host))) pool.setMaxUsage(1);
        return pool;
    }

    private static SslContextFactory.Client tls(List<X509Certificate> trusted) {
        var factory = new SslContextFactory.Client() {
            @Override
            public SSLEngine newSSLEngine(String host, int port) {
                return Tls.loyal(super.newSSLEngine(host, port));
            }

            @Override
            public void customize(SSLEngine engine) {
                super.customize(engine);
                var parameters = engine.getSSLParameters();
                parameters.setNamedGroups(GROUPS.toArray(new String[0]));
                engine.setSSLParameters(parameters);
            }
        };
        factory.setSslContext(Tls.client(trusted));
        factory.setEndpointIdentificationAlgorithm("HTTPS");
        return factory;
    }

    private static QueuedThreadPool threads() {
        var threads = new QueuedThreadPool(32, 2);
        threads.setName("transport");
        threads.setDaemon(true);
        return threads;
    }

    /** The port is kept apart from the name: not every name that a server may have is one for {@link URI}. */
    static URI placeholder(Scheme scheme, int port) {
        return URI.create(scheme + "://name.invalid:" + port);
    }
}
