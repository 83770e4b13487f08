package org.meshbed.simulator.world.loopback;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.http.Site;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.jetty.Bounds;
import org.meshbed.nodes.jetty.Listening;
import org.meshbed.nodes.node.NodeSettings;
import org.meshbed.nodes.node.OcmNode;
import org.meshbed.nodes.port.Chance;
import org.meshbed.nodes.port.NodeStopped;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.port.Secrets;
import org.meshbed.nodes.port.Store;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.journal.ToldSecrets;
import org.meshbed.simulator.seed.SeededChance;
import org.meshbed.simulator.seed.SeededSecrets;
import org.meshbed.simulator.world.NodePlan;
import org.meshbed.simulator.world.NodeSlot;

/** A node behind a real port: what it stored, its port and its name outlive its incarnations. */
final class LoopbackSlot implements NodeSlot {
    private final Ground ground;
    private final Consumer<java.time.Duration> advance;
    private final NodeSettings settings;
    private final HeldPort port;
    private final Serving serving;
    private final Store store;
    private final Secrets secrets;
    private final Chance chance;
    private final AtomicReference<@Nullable Incarnation> current = new AtomicReference<>();

    private record Incarnation(int number, OcmNode node, Life life) {}

    LoopbackSlot(NodePlan plan, Ground ground, Consumer<java.time.Duration> advance) {
        this.ground = ground;
        this.advance = advance;
        this.store = ground.plan().stores().apply(plan);
        var random = new RandomSecrets();
        var seeded = ground.plan().seed().isPresent();
        this.secrets =
                new ToldSecrets(seeded ? new SeededSecrets(ground.seeds(), plan.name()) : random, ground.recorder());
        this.chance = seeded ? new SeededChance(ground.seeds(), plan.name()) : random;
        var limits = plan.profile().limits();
        HeldPort.Opening opening = number -> open(plan, number, new Bounds(limits.headerBytes(), limits.requestTime()));
        this.port = new HeldPort(
                ground.plan().addresses().bind(),
                opening,
                plan.port().isPresent()
                        ? opening.open(plan.port().getAsInt())
                        : ground.sockets().ports().open(plan.name(), opening::open));
        var origin = new Origin(plan.scheme(), host(plan, port.number()));
        this.settings = new NodeSettings(
                plan.name(),
                origin,
                plan.profile(),
                plan.people(),
                plan.groups(),
                plan.servers(),
                ground.plan().addresses().openings(plan.scheme()),
                plan.lists());
        this.serving = new Serving(plan.name(), origin, ground);
        ground.sockets()
                .names()
                .put(origin.host().name(), ground.plan().addresses().bind());
        ground.sockets().transport().reuse(origin.host());
        current.set(born(1));
    }

    private Listening open(NodePlan plan, int number, Bounds bounds) {
        var bind = ground.plan().addresses().bind();
        var host = host(plan, number);
        return ground.sockets().listeners().open(bind, number, host, plan.scheme(), this::serve, bounds);
    }

    private ServerHost host(NodePlan plan, int port) {
        return new ServerHost(ground.plan().addresses().hosts().apply(plan.name()), port);
    }

    /** A request that comes before the first incarnation is there, or after its end, finds nobody. */
    private WireAnswer serve(WireRequest request, Site.Caller caller) {
        var serves = current.get();
        if (serves == null || serves.life().over()) throw new NodeStopped(settings.name());
        return serving.answer(request, caller, r -> {
            var answer = ground.plan().serving().apply(serves.node(), r);
            if (serves.life().over()) throw serves.life().stopped();
            return answer;
        });
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
    public OcmNode node() {
        return now().node();
    }

    @Override
    public boolean running() {
        return !now().life().over();
    }

    @Override
    public int incarnation() {
        return now().number();
    }

    @Override
    public void stop() {
        if (!running()) return;
        ground.recorder().fault(name() + " stops");
        now().life().end();
        port.refuse();
        ground.sockets().transport().forget(host());
        ground.clockwork().wake(now().life());
    }

    @Override
    public void start() {
        if (running()) return;
        ground.recorder().fault(name() + " starts");
        ground.sockets().transport().reuse(host());
        current.set(born(incarnation() + 1));
        port.listen();
        begin();
    }

    /** Called when the node serves and can be found. */
    void begin() {
        now().node().begin();
    }

    /** The world ends: the port is given back, and a store that holds files lets go of them. */
    void close() {
        now().life().end();
        port.close();
        ground.sockets().transport().forget(host());
        ground.sockets().ports().giveBack(name(), port.number());
        ground.clockwork().wake(now().life());
        if (!(store instanceof AutoCloseable held)) return;
        try {
            held.close();
        } catch (Exception e) {
            throw new IllegalStateException("the store of " + name() + " could not be closed", e);
        }
    }

    private Incarnation now() {
        return Objects.requireNonNull(current.get());
    }

    private Incarnation born(int number) {
        var life = new Life(name());
        var ports = ground.plan().ports().apply(ports(number, life));
        return new Incarnation(number, new OcmNode(settings, ports), life);
    }

    private Ports ports(int number, Life life) {
        return new Ports(
                new LoopbackTransport(name(), life, ground),
                new LoopbackTime(ground.clockwork(), life, advance),
                new LoopbackTasks(name(), life, ground),
                (purpose, length) -> {
                    life.check();
                    return secrets.text(purpose, length);
                },
                (purpose, bound) -> {
                    life.check();
                    return chance.below(purpose, bound);
                },
                new LivingStore(store, life),
                testimony -> {
                    life.check();
                    ground.recorder().testified(name(), number, testimony);
                });
    }
}
