package org.meshbed.nodes.jetty;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Finds the address of a name. The address keeps the name it was found for, because TLS takes the name to ask for and
 * to check from there.
 */
final class Names implements SocketAddressResolver {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private final Function<String, Optional<InetAddress>> given;

    /** The addresses that were looked at for an exchange: its connections go there and nowhere else. */
    record LookedAt(List<InetAddress> addresses) {
        LookedAt {
            addresses = List.copyOf(addresses);
        }
    }

    Names(Function<String, Optional<InetAddress>> given) {
        this.given = given;
    }

    @Override
    public void resolve(String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
        if (context.get(Destination.CONTEXT_KEY) instanceof Destination destination
                && destination.getOrigin().getTag() instanceof LookedAt(var addresses)) {
            promise.succeeded(addresses.stream()
                    .map(address -> new InetSocketAddress(address, port))
                    .toList());
            return;
        }
        // On a thread of its own: the resolver of the machine may block.
        Thread.ofVirtual().name("resolve " + host).start(() -> {
            try {
                promise.succeeded(addresses(host).stream()
                        .map(address -> new InetSocketAddress(address, port))
                        .toList());
            } catch (UnknownHostException | RuntimeException e) {
                promise.failed(e);
            }
        });
    }

    /** Resolves the name, now. */
    List<InetAddress> addresses(String host) throws UnknownHostException {
        if (host.equals("localhost") || host.endsWith(".localhost")) return List.of(named(host, LOOPBACK));
        var known = given.apply(host);
        if (known.isPresent()) return List.of(named(host, known.get().getAddress()));
        var named = new ArrayList<InetAddress>();
        for (var found : InetAddress.getAllByName(host)) named.add(named(host, found.getAddress()));
        return named;
    }

    private static InetAddress named(String host, byte[] address) throws UnknownHostException {
        return InetAddress.getByAddress(host, address);
    }
}
