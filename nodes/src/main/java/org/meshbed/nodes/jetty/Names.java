package org.meshbed.nodes.jetty;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Finds the address of a name. The address keeps the name it was found for, because TLS takes the name to ask for and
 * to check from there.
 */
final class Names implements SocketAddressResolver {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private final Function<String, Optional<InetAddress>> given;

    Names(Function<String, Optional<InetAddress>> given) {
        this.given = given;
    }

    @Override
    public void resolve(String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
        var known = isLocal(host) ? Optional.of(LOOPBACK) : given.apply(host).map(InetAddress::getAddress);
        if (known.isPresent()) answer(promise, port, () -> List.of(named(host, known.get())));
        // On a thread of its own: the resolver of the machine may block.
        else Thread.ofVirtual().name("resolve " + host).start(() -> answer(promise, port, () -> asked(host)));
    }

    private static boolean isLocal(String host) {
        return host.equals("localhost") || host.endsWith(".localhost");
    }

    private interface Search {
        List<InetAddress> find() throws UnknownHostException;
    }

    private static void answer(Promise<List<InetSocketAddress>> promise, int port, Search search) {
        List<InetSocketAddress> found;
        try {
            found = search.find().stream()
                    .map(address -> new InetSocketAddress(address, port))
                    .toList();
        } catch (UnknownHostException | RuntimeException e) {
            promise.failed(e);
            return;
        }
        promise.succeeded(found);
    }

    private static List<InetAddress> asked(String host) throws UnknownHostException {
        var named = new ArrayList<InetAddress>();
        for (var found : InetAddress.getAllByName(host)) named.add(named(host, found.getAddress()));
        return named;
    }

    private static InetAddress named(String host, byte[] address) throws UnknownHostException {
        return InetAddress.getByAddress(host, address);
    }
}
