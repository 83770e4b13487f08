package org.meshbed.simulator.world.loopback;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.meshbed.nodes.jetty.Listening;
import org.meshbed.nodes.jetty.PortInUse;

/**
 * Ports for nodes that did not ask for one, from below the range the kernel takes the ports of callers from: a node that
 * is stopped must find its port free again.
 */
final class PortPool {
    private static final int FIRST = 10_000;
    private static final int COUNT = 22_000;
    private final AtomicInteger next = new AtomicInteger(new SecureRandom().nextInt(COUNT));

    Listening open(IntFunction<Listening> opening) {
        for (var tries = 0; tries < COUNT; tries++) {
            try {
                return opening.apply(FIRST + Math.floorMod(next.getAndIncrement(), COUNT));
            } catch (PortInUse e) {
                // Somebody else's: the next one.
            }
        }
        throw new IllegalStateException(
                "no port between " + FIRST + " and " + (FIRST + COUNT) + " is free for another node");
    }
}
