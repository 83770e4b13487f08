package org.meshbed.simulator.world.loopback;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Exchanges of this world by the connection they travel on. Nothing is added to the wire to find them again: the caller
 * knows the port of its connection before the first byte goes out, and the server sees the same port.
 */
final class Passages {
    private final Map<Way, Passage> travelling = new ConcurrentHashMap<>();

    /** Two connections may leave from one port, but not to one and the same server. */
    private record Way(int callerPort, int serverPort) {}

    /** An exchange under way, and its caller who waits. */
    record Passage(long exchange, Leg caller) {}

    void enter(int callerPort, int serverPort, Passage passage) {
        travelling.put(new Way(callerPort, serverPort), passage);
    }

    /** Another exchange may have taken the connection over meanwhile. */
    void leave(int callerPort, int serverPort, Passage passage) {
        travelling.remove(new Way(callerPort, serverPort), passage);
    }

    Optional<Passage> find(int callerPort, int serverPort) {
        return Optional.ofNullable(travelling.get(new Way(callerPort, serverPort)));
    }
}
