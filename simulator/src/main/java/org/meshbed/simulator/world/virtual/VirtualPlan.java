package org.meshbed.simulator.world.virtual;

import java.time.Duration;
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
 * What a virtual world is made of.
 *
 * @param seed decides everything that is left open: orders, latencies, secrets, chance
 * @param stores makes the store of a node; it is kept when the node starts again
 * @param ports what a test puts in front of the ports of a node, which is named; usually nothing
 * @param patience how long (really) a task may keep the turn before the run fails and names it
 */
public record VirtualPlan(
        long seed,
        Function<NodePlan, Store> stores,
        Serving serving,
        BiFunction<String, Ports, Ports> ports,
        Latency latency,
        Duration patience) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Nodes keep their state in memory, or in their data folder where they have one. */
    public static VirtualPlan of(long seed) {
        return of(seed, VirtualPlan::store);
    }

    private static Store store(NodePlan plan) {
        return plan.data().<Store>map(DiskStore::new).orElseGet(MemoryStore::new);
    }

    private static WireAnswer shared(OcmNode node, WireRequest request) {
        return NodeApplication.shared().answer(node, request);
    }

    public static VirtualPlan of(long seed, Function<NodePlan, Store> stores) {
        return new VirtualPlan(seed, stores, VirtualPlan::shared, (_, ports) -> ports, Latency.USUAL, PATIENCE);
    }

    public VirtualPlan with(Serving other) {
        return new VirtualPlan(seed, stores, other, ports, latency, patience);
    }

    public VirtualPlan withPorts(UnaryOperator<Ports> other) {
        return withPortsOf((_, own) -> other.apply(own));
    }

    /** The same, by the name of the node. */
    public VirtualPlan withPortsOf(BiFunction<String, Ports, Ports> other) {
        return new VirtualPlan(seed, stores, serving, other, latency, patience);
    }

    public VirtualPlan with(Latency other) {
        return new VirtualPlan(seed, stores, serving, ports, other, patience);
    }

    public VirtualPlan with(Duration other) {
        return new VirtualPlan(seed, stores, serving, ports, latency, other);
    }
}
