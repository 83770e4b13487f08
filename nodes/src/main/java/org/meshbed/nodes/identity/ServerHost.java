package org.meshbed.nodes.identity;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The host part of an OCM address: a registered name, an IPv4 address or a bracketed IPv6 literal, with an optional
 * port (draft-ietf-ocm-open-cloud-mesh-07, Terms / OCM Address). Compared in lower case and without the default port.
 *
 * @param name the host in lower case
 * @param port the port, or 443 where none was given
 */
public record ServerHost(String name, int port) implements Comparable<ServerHost> {
    public static final int HTTPS_PORT = 443;
    private static final int LONGEST_NAME = 253;
    private static final String FORM = "<host>[:port]; for example cloud.example.org or cern.localhost:9401";
    private static final Pattern SHAPE =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?\\.?)(?::([0-9]{1,5}))?");

    public ServerHost {
        name = name.toLowerCase(Locale.ROOT);
        if (port < 1 || port > 65_535) throw new NotWellFormed("server host", name + ":" + port, FORM);
    }

    /** Reads {@code host[:port]}; throws {@link NotWellFormed} for anything else, a scheme or a path included. */
    public static ServerHost parse(String text) {
        var shape = SHAPE.matcher(text);
        if (text.length() > LONGEST_NAME + 6 || !shape.matches()) throw new NotWellFormed("server host", text, FORM);
        var port = shape.group(2);
        return new ServerHost(shape.group(1), port == null ? HTTPS_PORT : Integer.parseInt(port));
    }

    @Override
    public int compareTo(ServerHost other) {
        var byName = name.compareTo(other.name);
        return byName != 0 ? byName : Integer.compare(port, other.port);
    }

    @Override
    public String toString() {
        return port == HTTPS_PORT ? name : name + ":" + port;
    }
}
