package org.meshbed.simulator.world.loopback;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
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
    private final Map<String, Queue<Integer>> given = new ConcurrentHashMap<>();

    /** A name gets a port it had before where one is free, so that callers can resume their TLS sessions with it. */
    Listening open(String name, IntFunction<Listening> opening) {
        var before = given(name).poll();
        if (before == null) return openNext(opening);
        try {
            return opening.apply(before);
        } catch (PortInUse e) {
            return openNext(opening);
        }
    }

    void giveBack(String name, int port) {
        if (port >= FIRST && port < FIRST + COUNT) given(name).add(port);
    }

    private Queue<Integer> given(String name) {
        return given.computeIfAbsent(name, _ -> new ConcurrentLinkedQueue<>());
    }

    private Listening openNext(IntFunction<Listening> opening) {
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
