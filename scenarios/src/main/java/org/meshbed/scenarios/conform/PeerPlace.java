package org.meshbed.scenarios.conform;

import java.net.InetAddress;
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
 */
public record PeerPlace(InetAddress bind, Optional<String> host, int port, Scheme scheme) {
    /** Reached by servers on this machine only. */
    public static final PeerPlace LOOPBACK =
            new PeerPlace(Addresses.LOOPBACK.bind(), Optional.empty(), 0, Scheme.HTTPS);

    String hostOf(Manner manner) {
        return host.orElse(manner.word() + ".localhost");
    }

    int portOf(Manner manner) {
        return port == 0 ? 0 : port + manner.ordinal();
    }

    /** The last port that the peers take, where they are not free ones. */
    public static int last(int port) {
        return port + Manner.values().length - 1;
    }

    ServerHost at(Manner manner, int listening) {
        return ServerHost.parse(hostOf(manner) + ":" + listening);
    }
}
