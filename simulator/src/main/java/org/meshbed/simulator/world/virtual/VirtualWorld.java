package org.meshbed.simulator.world.virtual;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.meshbed.nodes.http.Site;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.port.Time;
import org.meshbed.simulator.journal.Recorder;
import org.meshbed.simulator.network.Network;
import org.meshbed.simulator.seed.Seeds;
import org.meshbed.simulator.time.Lifetime;
import org.meshbed.simulator.time.Scheduler;
import org.meshbed.simulator.time.Task;
import org.meshbed.simulator.world.Foreign;
import org.meshbed.simulator.world.NodePlan;
import org.meshbed.simulator.world.NodeSlot;
import org.meshbed.simulator.world.World;

/**
 * A mesh in memory and in virtual time. A node is found at {@code https://<name>.example}; every address counts as
 * public. Driven by one thread; what that thread asks for is done by tasks, and the same seed gives the same run. (A
 * driver that is a virtual thread itself hands over several times faster.)
 */
public final class VirtualWorld implements World {
    private final Fabric fabric;
    private final Scheduler scheduler;

    /**
     * A world without nodes.
     *
     * @param recorder made from the clock of this world
     */
    public VirtualWorld(VirtualPlan plan, Function<Supplier<Instant>, Recorder> recorder) {
        var seeds = new Seeds(plan.seed());
        this.scheduler = new Scheduler(seeds.stream("scheduler"), plan.patience());
        var journal = recorder.apply(scheduler::now);
        var network = new Network(journal, plan.latency(), seeds);
        this.fabric = new Fabric(scheduler, new Servers(), network, journal, seeds, plan);
    }

    public Recorder recorder() {
        return fabric.recorder();
    }

    /** A look at the mesh whenever its clock is about to move; the mesh stands still meanwhile. */
    public void whenQuiet(Runnable look) {
        scheduler.whenQuiet(look);
    }

    /** How often a turn was given to a task. */
    public long handovers() {
        return scheduler.handovers();
    }

    @Override
    public NodeSlot add(NodePlan plan) {
        var port = plan.port().orElse(plan.scheme().defaultPort());
        var origin = new Origin(plan.scheme(), new ServerHost(plan.name() + ".example", port));
        var slot = new VirtualSlot(plan, origin, fabric);
        add(slot);
        return slot;
    }

    @Override
    public Foreign addForeign(String name, Site site) {
        var origin = new Origin(Scheme.HTTPS, ServerHost.parse(name + ".example"));
        var foreign = new VirtualForeign(name, origin, site, this, fabric);
        add(foreign);
        return foreign;
    }

    private void add(Server server) {
        fabric.servers().add(server);
        var name = server.origin().host().name();
        if (fabric.network().names().home(name).isEmpty())
            fabric.network()
                    .names()
                    .stands(name, Surroundings.address(fabric.servers().count()));
    }

    @Override
    public List<NodeSlot> nodes() {
        return List.copyOf(fabric.servers().nodes());
    }

    @Override
    public Optional<NodeSlot> node(String name) {
        return fabric.servers().node(name).map(NodeSlot.class::cast);
    }

    @Override
    public Network network() {
        return fabric.network();
    }

    @Override
    public Time time() {
        return new VirtualTime(scheduler, scheduler.world());
    }

    @Override
    public <T> T perform(String what, Callable<T> action) {
        if (scheduler.inside()) return call(action);
        return together(List.of(what), List.of(action)).getFirst();
    }

    @Override
    public <T> List<T> atOnce(List<Callable<T>> actions) {
        fabric.recorder().atOnce(true);
        var names = IntStream.rangeClosed(1, actions.size())
                .mapToObj(n -> "at once, " + n + " of " + actions.size())
                .toList();
        try {
            return together(names, actions);
        } finally {
            fabric.recorder().atOnce(false);
        }
    }

    @Override
    public boolean await(BooleanSupplier condition, Duration within) {
        return scheduler.runUntil(condition, within);
    }

    @Override
    public void advance(Duration by) {
        fabric.recorder().clockMoved(by);
        if (scheduler.inside()) scheduler.pause(scheduler.world(), by);
        else scheduler.advance(by);
    }

    @Override
    public void close() {
        try {
            scheduler.close();
        } finally {
            fabric.servers().nodes().forEach(VirtualSlot::close);
        }
    }

    void end(Lifetime life) {
        scheduler.end(life);
    }

    private <T> List<T> together(List<String> names, List<Callable<T>> actions) {
        var results = new ArrayList<Optional<T>>();
        var tasks = new ArrayList<Task>();
        for (var i = 0; i < actions.size(); i++) {
            var n = i;
            results.add(Optional.empty());
            tasks.add(scheduler.spawn(names.get(n), scheduler.world(), Duration.ZERO, () -> {
                results.set(n, Optional.ofNullable(call(actions.get(n))));
            }));
        }
        scheduler.await(tasks);
        return results.stream().map(result -> result.orElse(null)).toList();
    }

    private static <T> T call(Callable<T> action) {
        try {
            return action.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
