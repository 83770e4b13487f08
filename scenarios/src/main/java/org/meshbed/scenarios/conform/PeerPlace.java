package org.meshbed.scenarios.conform;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.simulator.world.loopback.Addresses;

/**
 * Where the peers of conformance are found by the server under test.
 *
 * @param bind the address that all of them listen on
 * @param host the one name that all are reached by; empty for a name of its own for each, below {@code localhost}
 * @param port of the first, the others follow it one by one; 0 for free ones
 * @param inside a name that leads the server to where they listen, and that it is not to follow there
 */
public record PeerPlace(InetAddress bind, Optional<String> host, int port, Scheme scheme, Optional<String> inside) {
    /** Reached by servers on this machine only. */
    public static final PeerPlace LOOPBACK =
            new PeerPlace(Addresses.LOOPBACK.bind(), Optional.empty(), 0, Scheme.HTTPS);

    private static final List<String> LOCAL = List.of("localhost", "127.0.0.1", "[::1]");

    public PeerPlace(InetAddress bind, Optional<String> host, int port, Scheme scheme) {
        this(bind, host, port, scheme, Optional.empty());
    }

    /**
     * Why nobody can tell whether the server goes to loopback addresses; empty where somebody can: it reaches the peers
     * by one, so it is on this machine, and has leave to call names below {@code localhost} but no others.
     */
    Optional<String> hidesLoopback() {
        if (!bind.isLoopbackAddress())
            return Optional.of("shows only where the server is on this machine, and the peers listen on its loopback");
        return host.filter(LOCAL::contains).map(h -> "the server has to call the peers themselves at " + h);
    }

    /** Why nobody can tell whether the server does without TLS. */
    Optional<String> speaksPlain() {
        return scheme == Scheme.HTTP ? Optional.of("the peers themselves speak plain HTTP") : Optional.empty();
    }

    /** How many ports the peers take at most, of those that are not there from the start too. */
    static final int MOST = 64;

    String hostOf(String word) {
        return host.orElse(word + ".localhost");
    }

    /** @param number of the peer, counted from 0 in the order in which they are opened */
    int portOf(int number) {
        return port == 0 ? 0 : port + number;
    }

    /** The last port that the peers take, where they are not free ones. */
    public static int last(int port) {
        return port + MOST - 1;
    }

    ServerHost at(String word, int listening) {
        return ServerHost.parse(hostOf(word) + ":" + listening);
    }
}
