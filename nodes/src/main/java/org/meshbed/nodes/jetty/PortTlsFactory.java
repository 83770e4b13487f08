package org.meshbed.nodes.jetty;

import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLEngine;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.meshbed.nodes.identity.ServerHost;

/**
 * Shows on each port the certificate of the host behind it. The name goes to the key manager inside an SNI matcher that
 * takes any name: a caller that asks for another name still gets this host's certificate, and finds out by itself.
 */
final class PortTlsFactory extends SslConnectionFactory {
    private final Function<SocketAddress, Optional<ServerHost>> hosts;

    PortTlsFactory(RunAuthority authority, String nextProtocol, Function<SocketAddress, Optional<ServerHost>> hosts) {
        super(context(authority), nextProtocol);
        this.hosts = hosts;
    }

    private static SslContextFactory.Server context(RunAuthority authority) {
        var factory = new SslContextFactory.Server();
        factory.setSslContext(authority.serverContext());
        factory.setSniRequired(false);
        return factory;
    }

    @Override
    protected SslConnection newSslConnection(Connector connector, EndPoint endPoint, SSLEngine engine) {
        var parameters = engine.getSSLParameters();
        parameters.setSNIMatchers(hosts.apply(endPoint.getLocalSocketAddress()).stream()
                .<SNIMatcher>map(PortName::new)
                .toList());
        engine.setSSLParameters(parameters);
        return super.newSslConnection(connector, endPoint, engine);
    }

    /** The name of the host whose port this is. */
    static Optional<String> nameOf(SSLEngine engine) {
        var matchers = engine.getSSLParameters().getSNIMatchers();
        return (matchers == null ? List.<SNIMatcher>of() : matchers)
                .stream()
                        .filter(PortName.class::isInstance)
                        .map(m -> ((PortName) m).host.name())
                        .findFirst();
    }

    private static final class PortName extends SNIMatcher {
        private static final int HOST_NAME = 0;
        private final ServerHost host;

        PortName(ServerHost host) {
            super(HOST_NAME);
            this.host = host;
        }

        @Override
        public boolean matches(SNIServerName name) {
            return true;
        }
    }
}
