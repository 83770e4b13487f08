package org.meshbed.nodes.identity;

import java.util.Locale;

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

    public ServerHost {
        name = name.toLowerCase(Locale.ROOT);
        if (port < 1 || port > 65_535) throw new NotWellFormed("server host", name + ":" + port, FORM);
    }

    /** Reads {@code host[:port]}; throws {@link NotWellFormed} for anything else, a scheme or a path included. */
    public static ServerHost parse(String text) {
        if (text.length() > LONGEST_NAME + 6) throw new NotWellFormed("server host", text, FORM);
        var colon = text.lastIndexOf(':');
        var hasPort = colon > text.lastIndexOf(']');
        var name = hasPort ? text.substring(0, colon) : text;
        var port = hasPort ? port(text, colon + 1) : HTTPS_PORT;
        if (port < 0 || !(isName(name) || isLiteral(name))) throw new NotWellFormed("server host", text, FORM);
        return new ServerHost(name, port);
    }

    /** -1 where it is no number of one to five digits. */
    private static int port(String text, int from) {
        if (from == text.length() || text.length() - from > 5) return -1;
        var port = 0;
        for (var at = from; at < text.length(); at++) {
            var digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) return -1;
            port = port * 10 + digit;
        }
        return port;
    }

    /** Letters, digits, dots, hyphens and underscores, beginning with one of the first two; a dot at the end is fine. */
    private static boolean isName(String text) {
        var end = text.endsWith(".") ? text.length() - 1 : text.length();
        if (end == 0 || !isLetterOrDigit(text.charAt(0))) return false;
        var last = text.charAt(end - 1);
        if (last != '_' && !isLetterOrDigit(last)) return false;
        for (var at = 1; at < end; at++) {
            var c = text.charAt(at);
            if (c != '.' && c != '-' && c != '_' && !isLetterOrDigit(c)) return false;
        }
        return true;
    }

    private static boolean isLiteral(String text) {
        if (text.length() < 3 || text.charAt(0) != '[' || text.charAt(text.length() - 1) != ']') return false;
        for (var at = 1; at < text.length() - 1; at++) {
            var c = text.charAt(at);
            if (c != ':' && c != '.' && Character.digit(c, 16) < 0 || c > 'f') return false;
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
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
