package org.meshbed.scenarios.run;

import java.util.function.BiFunction;
import org.meshbed.nodes.http.NodeApplication;
import org.meshbed.nodes.node.OcmNode;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.journal.Journal;
import org.meshbed.simulator.mesh.Mesh;
import org.meshbed.simulator.world.loopback.Addresses;
import org.meshbed.simulator.world.loopback.LoopbackPlan;
import org.meshbed.simulator.world.loopback.LoopbackWorld;

/** Opens empty meshes, each in a world of its own. */
public final class Meshes {
    private Meshes() {}

    public static Mesh open(WorldKind kind, long seed) {
        return switch (kind) {
            case VIRTUAL -> Mesh.inVirtualTime(seed);
            case LOOPBACK -> Mesh.onLoopback(seed);
        };
    }

    /** A mesh that others may call: its clock is the real one, its secrets cannot be guessed. */
    public static Mesh standing(String name, Addresses addresses) {
        return standing(
                name, addresses, (node, request) -> NodeApplication.shared().answer(node, request));
    }

    /** @param serving how its nodes answer */
    public static Mesh standing(
            String name, Addresses addresses, BiFunction<OcmNode, WireRequest, WireAnswer> serving) {
        var plan = LoopbackPlan.inRealTime().with(addresses).with(serving);
        var world = new LoopbackWorld(plan, clock -> new Journal(clock, name));
        return new Mesh(world, world.recorder());
    }
}
