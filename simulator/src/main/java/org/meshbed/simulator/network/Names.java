package org.meshbed.simulator.network;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the names of a mesh lead to. A server stands at one address; its name leads there, unless a test says otherwise:
 * then to one address after the other, look-up by look-up, and to the last from then on. Safe for many threads.
 */
public final class Names {
    private final Object lock = new Object();
    private final Map<String, InetAddress> own = new TreeMap<>();
    private final Map<String, Deque<InetAddress>> said = new TreeMap<>();

    /** The server of this name stands there. */
    public void stands(String name, InetAddress address) {
        synchronized (lock) {
            own.put(name, address);
        }
    }

    /** Whoever looks the name up from now on is led to these addresses in turn, at last to the last for ever. */
    public void lead(String name, List<InetAddress> inTurn) {
        if (inTurn.isEmpty()) throw new IllegalArgumentException("the name " + name + " has to lead to some address");
        synchronized (lock) {
            said.put(name, new ArrayDeque<>(inTurn));
        }
    }

    /** Where its server stands; empty for one of which nobody said so. */
    public Optional<InetAddress> home(String name) {
        synchronized (lock) {
            return Optional.ofNullable(own.get(name));
        }
    }

    /** One look-up of a name, which may be an address; empty where nothing was said of it. */
    public Optional<InetAddress> lookUp(String name) {
        synchronized (lock) {
            var turns = said.get(name);
            if (turns == null) return Optional.ofNullable(own.get(name)).or(() -> literal(name));
            return Optional.of(turns.size() > 1 ? turns.removeFirst() : turns.getFirst());
        }
    }

    /** The name of the server that stands there. */
    public Optional<String> at(InetAddress address) {
        synchronized (lock) {
            return own.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(address))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
    }

    private static Optional<InetAddress> literal(String name) {
        if (!name.matches("[0-9.]+|\\[.*]")) return Optional.empty();
        try {
            return Optional.of(InetAddress.ofLiteral(name.replaceAll("[\\[\\]]", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
