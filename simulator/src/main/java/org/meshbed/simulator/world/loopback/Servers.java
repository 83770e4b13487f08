package org.meshbed.simulator.world.loopback;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.meshbed.nodes.identity.ServerHost;

/** The servers of one world: names by host, and the nodes in the order they were added. */
final class Servers {
    private final Map<ServerHost, String> names = new ConcurrentSkipListMap<>();
    private final List<LoopbackSlot> nodes = new CopyOnWriteArrayList<>();
    private final List<LoopbackForeign> foreigners = new CopyOnWriteArrayList<>();

    void add(LoopbackSlot slot) {
        names.put(slot.host(), slot.name());
        nodes.add(slot);
    }

    void add(LoopbackForeign foreign) {
        names.put(foreign.origin().host(), foreign.name());
        foreigners.add(foreign);
    }

    Optional<String> name(ServerHost host) {
        return Optional.ofNullable(names.get(host));
    }

    List<LoopbackSlot> nodes() {
        return nodes;
    }

    List<LoopbackForeign> foreigners() {
        return foreigners;
    }
}
