package org.meshbed.nodes.identity;

/** A scheme and the host and port behind it: where a request is sent. */
public record Origin(Scheme scheme, ServerHost host) {
    public static Origin https(ServerHost host) {
        return new Origin(Scheme.HTTPS, host);
    }

    /** The {@code Host} header and authority of a request: the port is left out where the scheme implies it. */
    public String authority() {
        return host.port() == scheme.defaultPort() ? host.name() : host.name() + ":" + host.port();
    }

    @Override
    public String toString() {
        return scheme + "://" + authority();
    }
}
