package org.meshbed.simulator.world.virtual;

import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.node.NodeSettings;
import org.meshbed.nodes.node.OcmNode;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.port.Secrets;
import org.meshbed.nodes.port.Store;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.journal.ToldSecrets;
import org.meshbed.simulator.seed.SeededChance;
import org.meshbed.simulator.seed.SeededSecrets;
import org.meshbed.simulator.time.Lifetime;
import org.meshbed.simulator.world.NodePlan;
import org.meshbed.simulator.world.NodeSlot;

/** A node in memory: what it stored, its secrets' streams and its name outlive its incarnations. */
final class VirtualSlot implements NodeSlot, Server {
    private final NodeSettings settings;
    private final Fabric fabric;
    private final Store store;
    private final Secrets secrets;
    private final SeededChance chance;
    private int incarnation;
    private Incarnation current;

    VirtualSlot(NodePlan plan, Origin origin, Fabric fabric) {
        this.settings = new NodeSettings(
                plan.name(),
                origin,
                plan.profile(),
                plan.people(),
                plan.groups(),
                plan.servers(),
                List.of(Surroundings.opening(plan.scheme())),
                plan.lists());
        this.fabric = fabric;
        this.store = fabric.plan().stores().apply(plan);
        this.secrets = new ToldSecrets(new SeededSecrets(fabric.seeds(), plan.name()), fabric.recorder());
        this.chance = new SeededChance(fabric.seeds(), plan.name());
        this.current = born();
        current.node().begin();
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public ServerHost host() {
        return settings.host();
    }

    @Override
    public Origin origin() {
        return settings.origin();
    }

    @Override
    public OcmNode node() {
        return current.node();
    }

    @Override
    public boolean running() {
        return !current.life().over();
    }

    @Override
    public int incarnation() {
        return incarnation;
    }

    @Override
    public void stop() {
        if (!running()) return;
        fabric.recorder().fault(name() + " stops");
        fabric.scheduler().end(current.life());
        current.calls().breakAll(name() + " stopped");
    }

    @Override
    public void start() {
        if (running()) return;
        fabric.recorder().fault(name() + " starts");
        current = born();
        current.node().begin();
    }

    @Override
    public Optional<Door> door() {
        return running() ? Optional.of(current) : Optional.empty();
    }

    /** The world ends: a store that holds files lets go of them. */
    void close() {
        if (!(store instanceof AutoCloseable held)) return;
        try {
            held.close();
        } catch (Exception e) {
            throw new IllegalStateException("the store of " + name() + " could not be closed", e);
        }
    }

    private Incarnation born() {
        incarnation++;
        var life = new Lifetime(name());
        return new Incarnation(
                new OcmNode(settings, fabric.plan().ports().apply(name(), ports(life))),
                life,
                new Calls(),
                fabric.plan().serving());
    }

    private Ports ports(Lifetime life) {
        var number = incarnation;
        return new Ports(
                new VirtualTransport(name(), life, fabric),
                new VirtualTime(fabric.scheduler(), life),
                new VirtualTasks(name(), fabric.scheduler(), life),
                (purpose, length) -> {
                    life.check();
                    return secrets.text(purpose, length);
                },
                (purpose, bound) -> {
                    life.check();
                    return chance.below(purpose, bound);
                },
                new TurningStore(store, fabric.scheduler(), life),
                testimony -> {
                    life.check();
                    fabric.recorder().testified(name(), number, testimony);
                });
    }

    private record Incarnation(OcmNode node, Lifetime life, Calls calls, Serving serving) implements Door {
        @Override
        public WireAnswer answer(WireRequest request) {
            return serving.answer(node, request);
        }
    }
}
