package org.meshbed.simulator.world.loopback;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.vendor.quirk.Opening;

/**
 * Where nodes listen and what they are called.
 *
 * @param bind the address that all of them listen on
 * @param hosts the host that the addresses at a node end in, by the node's name
 */
public record Addresses(InetAddress bind, UnaryOperator<String> hosts) {
    private static final String LOOPBACK_ADDRESS = "127.0.0.1";
    /** Nobody but this machine reaches them; {@code alice@cern.localhost:9401}. */
    public static final Addresses LOOPBACK = new Addresses(loopback(), name -> name + ".localhost");

    /**
     * What nodes here may call beside the public Internet: each other. One without TLS also calls others so. Names are
     * opened one by one where they are all below {@code localhost}; else any name may lead to where nodes listen.
     */
    List<Opening> openings(Scheme own) {
        var plain = own == Scheme.HTTP;
        var below = Opening.of("*.localhost", LOOPBACK_ADDRESS, plain);
        if (hosts.apply("any").endsWith(".localhost")) return List.of(below);
        return List.of(
                below, Opening.of("localhost", LOOPBACK_ADDRESS, plain), Opening.of("*", bind.getHostAddress(), plain));
    }

    public Addresses with(UnaryOperator<String> others) {
        return new Addresses(bind, others);
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
