package org.meshbed.simulator.world.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.meshbed.nodes.identity.ServerHost;

/** All servers of a world by the host they are found under; what resolves names here. */
final class Servers {
    private final Map<ServerHost, Server> byHost = new TreeMap<>();
    private final List<VirtualSlot> nodes = new ArrayList<>();
    private final Map<String, VirtualSlot> byName = new TreeMap<>();

    void add(Server server) {
        var there = byHost.putIfAbsent(server.origin().host(), server);
        if (there != null)
            throw new IllegalArgumentException(server.name() + " cannot serve at "
                    + server.origin().host() + ": " + there.name() + " serves there; give it another name or port");
        if (!(server instanceof VirtualSlot slot)) return;
        nodes.add(slot);
        byName.putIfAbsent(slot.name(), slot);
    }

    Optional<VirtualSlot> node(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<Server> find(ServerHost host) {
        return Optional.ofNullable(byHost.get(host));
    }

    int count() {
        return byHost.size();
    }

    List<VirtualSlot> nodes() {
        return List.copyOf(nodes);
    }
}
