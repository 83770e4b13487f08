package org.meshbed.simulator.world.virtual;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.vendor.quirk.Opening;

/** The network of a virtual world: names below {@code example}, addresses out of those that are for examples. */
final class Surroundings {
    private static final byte[] PREFIX = {0x20, 0x01, 0x0d, (byte) 0xb8};
    private static final String RANGE = "2001:db8::/32";

    private Surroundings() {}

    /** The address of the server that came as the {@code number}th. */
    static InetAddress address(int number) {
        var bytes = ByteBuffer.allocate(16).put(PREFIX).putInt(12, number).array();
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("sixteen bytes are an address", e);
        }
    }

    /** What makes this network count as public for a node; one without TLS also calls others so. */
    static Opening opening(Scheme own) {
        return Opening.of("*.example", RANGE, own == Scheme.HTTP);
    }
}
