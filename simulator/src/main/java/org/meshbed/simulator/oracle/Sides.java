package org.meshbed.simulator.oracle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.meshbed.simulator.world.NodeSlot;
import org.meshbed.simulator.world.World;

/** Who the servers of a world are: its nodes by their profiles, all others strangers. For one thread at a time. */
final class Sides implements Function<String, Side> {
    private final World world;
    private final Map<String, Side> nodes = new LinkedHashMap<>();

    Sides(World world) {
        this.world = world;
    }

    @Override
    public Side apply(String name) {
        var known = nodes.get(name);
        if (known != null) return known;
        var slot = world.node(name);
        slot.ifPresent(node -> nodes.put(name, node(node)));
        return slot.map(Sides::node).orElseGet(() -> Side.stranger(name));
    }

    private static Side node(NodeSlot slot) {
        var profile = slot.node().settings().profile();
        return new Side(
                slot.name(),
                true,
                Version.named(profile.speaks()),
                profile.speaksNothingElse(),
                profile.bends(),
                Optional.of(slot.host().toString()));
    }
}
