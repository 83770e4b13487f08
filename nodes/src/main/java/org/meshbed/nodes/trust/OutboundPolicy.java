package org.meshbed.nodes.trust;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.vendor.quirk.Opening;

/**
 * Where a node may send requests. Strict: over TLS, to names of the public Internet that lead to addresses of the public
 * Internet, on port 443 or one from 1024 on. What a test network or a site needs beyond that is opened name by name.
 */
public final class OutboundPolicy {
    private static final int FIRST_FREE_PORT = 1024;
    private static final Pattern NUMBER = Pattern.compile("(?i)(.*\\.)?(0x[0-9a-f]*|[0-9]+)\\.?");
    private static final Pattern DOTTED = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    private static final List<String> LOCAL =
            List.of("localhost", "local", "localdomain", "internal", "intranet", "lan", "home.arpa", "corp", "onion");

    private final List<Hole> holes;

    private record Hole(String names, AddressRange addresses, Opening opening) {
        boolean covers(String name) {
            if (names.equals("*")) return true;
            return names.startsWith("*.") ? name.endsWith(names.substring(1)) : name.equals(names);
        }

        boolean opens(int port) {
            return opening.firstPort() <= port && port <= opening.lastPort();
        }
    }

    public OutboundPolicy(List<Opening> openings) {
        holes = openings.stream()
                .map(o -> new Hole(o.names(), AddressRange.of(o.addresses()), o))
                .toList();
    }

    /** What can be said against a server before its name is resolved; empty where nothing can. */
    public Optional<String> objection(Origin to) {
        var host = to.host();
        return scheme(to.scheme(), host).or(() -> port(to.scheme(), host)).or(() -> name(host.name()));
    }

    /** What can be said against an address that this name leads to. */
    public Optional<String> objection(String name, InetAddress address) {
        for (var hole : holes) if (hole.covers(name) && hole.addresses().holds(address)) return Optional.empty();
        return AddressRange.special(address)
                .map(what -> "%s leads to %s, %s".formatted(name, address.getHostAddress(), what));
    }

    private Optional<String> scheme(Scheme scheme, ServerHost host) {
        if (scheme == Scheme.HTTPS) return Optional.empty();
        for (var hole : holes) if (hole.covers(host.name()) && hole.opening().plainHttp()) return Optional.empty();
        return Optional.of("it would be called without TLS");
    }

    private Optional<String> port(Scheme scheme, ServerHost host) {
        var port = host.port();
        if (port == scheme.defaultPort() || port >= FIRST_FREE_PORT) return Optional.empty();
        for (var hole : holes) if (hole.covers(host.name()) && hole.opens(port)) return Optional.empty();
        return Optional.of("port " + port + " belongs to another service");
    }

    private Optional<String> name(String name) {
        var numeric = mayBeANumber(name);
        if (name.startsWith("[") || numeric && DOTTED.matcher(name).matches()) return literal(name);
        if (numeric && NUMBER.matcher(name).matches())
            return Optional.of("'" + name + "' is an address in an unusual form");
        if (holes.stream().anyMatch(hole -> hole.covers(name))) return Optional.empty();
        var plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return plain.indexOf('.') < 0 || LOCAL.stream().anyMatch(end -> plain.endsWith("." + end))
                ? Optional.of("'" + name + "' is a name of a local network")
                : Optional.empty();
    }

    private static boolean mayBeANumber(String name) {
        var start = name.lastIndexOf('.', name.length() - 2) + 1;
        return start < name.length() && name.charAt(start) >= '0' && name.charAt(start) <= '9';
    }

    private Optional<String> literal(String name) {
        try {
            return objection(
                    name, InetAddress.ofLiteral(name.startsWith("[") ? name.substring(1, name.length() - 1) : name));
        } catch (IllegalArgumentException e) {
            return Optional.of("'" + name + "' is no address");
        }
    }
}
