package org.meshbed.simulator.world.loopback;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.UnaryOperator;

/**
 * Where nodes listen and what they are called.
 *
 * @param bind the address that all of them listen on
 * @param hosts the host that the addresses at a node end in, by the node's name
 */
public record Addresses(InetAddress bind, UnaryOperator<String> hosts) {
    /** Nobody but this machine reaches them; {@code alice@cern.localhost:9401}. */
    public static final Addresses LOOPBACK = new Addresses(loopback(), name -> name + ".localhost");

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
