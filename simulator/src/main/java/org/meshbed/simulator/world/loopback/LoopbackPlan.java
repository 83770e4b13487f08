package org.meshbed.simulator.world.loopback;

import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.meshbed.nodes.http.NodeApplication;
import org.meshbed.nodes.node.OcmNode;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.port.Store;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.store.DiskStore;
import org.meshbed.nodes.store.MemoryStore;
import org.meshbed.simulator.network.Latency;
import org.meshbed.simulator.world.NodePlan;

/**
 * What a loopback world is made of.
 *
 * @param seed of secrets and chance; empty to have them from the machine, not to be guessed
 * @param stepping whether the clock may jump while the mesh is idle: only where every node and caller is in this process
 * @param stores makes the store of a node; it is kept when the node starts again
 * @param serving how a node answers; usually by the shared application
 * @param ports what a test puts in front of the ports of a node; usually nothing
 * @param addresses where nodes listen and what they are called
 */
public record LoopbackPlan(
        OptionalLong seed,
        boolean stepping,
        Function<NodePlan, Store> stores,
        BiFunction<OcmNode, WireRequest, WireAnswer> serving,
        UnaryOperator<Ports> ports,
        Latency latency,
        Addresses addresses) {
    /** For scenarios: the clock steps. */
    public static LoopbackPlan stepping(OptionalLong seed) {
        return new LoopbackPlan(
                seed,
                true,
                LoopbackPlan::store,
                (node, request) -> NodeApplication.shared().answer(node, request),
                UnaryOperator.identity(),
                Latency.NONE,
                Addresses.LOOPBACK);
    }

    /** For a mesh that others call: the clock is the real one, and moves ahead only when told to. */
    public static LoopbackPlan inRealTime() {
        var plan = stepping(OptionalLong.empty());
        return new LoopbackPlan(plan.seed, false, plan.stores, plan.serving, plan.ports, plan.latency, plan.addresses);
    }

    public LoopbackPlan with(BiFunction<OcmNode, WireRequest, WireAnswer> other) {
        return new LoopbackPlan(seed, stepping, stores, other, ports, latency, addresses);
    }

    public LoopbackPlan withPorts(UnaryOperator<Ports> other) {
        return new LoopbackPlan(seed, stepping, stores, serving, other, latency, addresses);
    }

    public LoopbackPlan with(Latency other) {
        return new LoopbackPlan(seed, stepping, stores, serving, ports, other, addresses);
    }

    public LoopbackPlan with(Addresses other) {
        return new LoopbackPlan(seed, stepping, stores, serving, ports, latency, other);
    }

    private static Store store(NodePlan plan) {
        return plan.data().<Store>map(DiskStore::new).orElseGet(MemoryStore::new);
    }
}
