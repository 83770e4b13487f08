package org.meshbed.simulator.mesh;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.node.Person;
import org.meshbed.nodes.party.OperatorDriver;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.simulator.invariant.ExchangeBudget;
import org.meshbed.simulator.invariant.Watch;
import org.meshbed.simulator.journal.Journal;
import org.meshbed.simulator.journal.Recorder;
import org.meshbed.simulator.world.NodePlan;
import org.meshbed.simulator.world.NodeSlot;
import org.meshbed.simulator.world.World;
import org.meshbed.simulator.world.loopback.LoopbackPlan;
import org.meshbed.simulator.world.loopback.LoopbackWorld;
import org.meshbed.simulator.world.virtual.VirtualPlan;
import org.meshbed.simulator.world.virtual.VirtualWorld;

/**
 * Nodes, the people at them and the links between them, in the words of tests and scenarios, whatever the world. What a
 * person does runs as a task of the world and is written to the recorder together with what the person was told.
 */
public final class Mesh implements AutoCloseable {
    /** Enough for every retry that a node makes on its own. */
    private static final Duration LONG_ENOUGH = Duration.ofDays(2);

    private final World world;
    private final Recorder recorder;
    private final Evidence evidence;

    public Mesh(World world, Recorder recorder) {
        this(world, recorder, Evidence.NONE);
    }

    public Mesh(World world, Recorder recorder, Evidence evidence) {
        this.world = world;
        this.recorder = recorder;
        this.evidence = evidence;
    }

    /** An empty mesh in memory and in virtual time, with a journal of its own; the same seed gives the same run. */
    public static Mesh inVirtualTime(long seed) {
        return in(VirtualPlan.of(seed));
    }

    /** The same, of a plan made by hand. */
    public static Mesh in(VirtualPlan plan) {
        var world = new VirtualWorld(plan, clock -> new Journal(clock, "virtual, seed " + plan.seed()));
        var journal = (Journal) world.recorder();
        return new Mesh(world, journal, Evidence.of(plan.seed(), journal));
    }

    /** An empty mesh on real sockets, its clock stepping while it is idle; secrets and chance come from the seed. */
    public static Mesh onLoopback(long seed) {
        return in(LoopbackPlan.stepping(OptionalLong.of(seed)));
    }

    /** The same, of a plan made by hand. */
    public static Mesh in(LoopbackPlan plan) {
        var seed = plan.seed();
        var run = seed.isPresent() ? "loopback, seed " + seed.getAsLong() : "loopback";
        var world = new LoopbackWorld(plan, clock -> new Journal(clock, run));
        var journal = (Journal) world.recorder();
        return new Mesh(world, journal, new Evidence(seed, () -> Tail.of(journal)));
    }

    /**
     * The invariants, held against this mesh from now on. In virtual time those that must always hold are looked at
     * whenever the clock is about to move; elsewhere whenever {@link Watch#look} is called.
     */
    public Watch watch() {
        var budget = new ExchangeBudget();
        journal().addReader(budget);
        var watch = new Watch(world, budget);
        if (world instanceof VirtualWorld virtual) virtual.whenQuiet(watch::look);
        return watch;
    }

    /** The journal behind this mesh; throws where its recorder is something else. */
    public Journal journal() {
        if (recorder instanceof Journal journal) return journal;
        throw new IllegalStateException(
                "this mesh is recorded by a " + recorder.getClass().getSimpleName());
    }

    public World world() {
        return world;
    }

    /** Starts a node; it serves when this returns. */
    public Mesh node(NodePlan plan) {
        if (find(plan.name()).isPresent())
            throw new IllegalArgumentException(
                    "there is a node '" + plan.name() + "' already; every node has a name of its own");
        world.add(plan);
        return this;
    }

    /** Starts a node over HTTPS that keeps its state in memory, with these people at it. */
    public Mesh node(String name, Profile profile, String... people) {
        var accounts = Stream.of(people).map(Person::named).toList();
        return node(
                new NodePlan(name, profile, accounts, List.of(), Scheme.HTTPS, OptionalInt.empty(), Optional.empty()));
    }

    public NodeSlot slot(String node) {
        return find(node)
                .orElseThrow(() -> new IllegalArgumentException("there is no node '" + node + "'; there are "
                        + world.nodes().stream().map(NodeSlot::name).toList()));
    }

    public OcmAddress address(String user, String node) {
        return new OcmAddress(user, slot(node).host());
    }

    public PartyDriver party(String user, String node) {
        return new RecordedParty(world, recorder, slot(node), user);
    }

    public OperatorDriver operator(String node) {
        return new RecordedOperator(world, recorder, slot(node));
    }

    /** Does several things at once, each as a task of its own, and returns when all have ended, answers in order. */
    public <T> List<T> atOnce(List<Callable<T>> actions) {
        return world.atOnce(actions);
    }

    /** Lets the mesh go on until the condition holds; fails with the description, the journal's tail and the seed. */
    public void await(String description, BooleanSupplier condition, Duration within) {
        if (!world.await(condition, within)) throw new AssertionError(failure(description, within));
    }

    /** Lets the mesh go on until nothing is to do, retries and their back-off included. */
    public void settle() {
        world.settle(LONG_ENOUGH);
    }

    public void settle(Duration within) {
        world.settle(within);
    }

    public void advance(Duration by) {
        world.advance(by);
    }

    public void cut(String a, String b) {
        world.network().cut(slot(a).name(), slot(b).name());
    }

    public void heal(String a, String b) {
        world.network().heal(slot(a).name(), slot(b).name());
    }

    public void loseNextRequest(String from, String to) {
        world.network().loseNextRequest(slot(from).name(), slot(to).name());
    }

    public void loseNextReply(String from, String to) {
        world.network().loseNextReply(slot(from).name(), slot(to).name());
    }

    public void doubleNextRequest(String from, String to) {
        world.network().doubleNextRequest(slot(from).name(), slot(to).name());
    }

    @Override
    public void close() {
        world.close();
    }

    private Optional<NodeSlot> find(String node) {
        return world.node(node);
    }

    private String failure(String description, Duration within) {
        var text = new StringBuilder("did not happen within " + within + ": " + description);
        text.append(System.lineSeparator()).append("now: ").append(world.time().now());
        for (var slot : world.nodes())
            text.append("; ").append(slot.name()).append(slot.running() ? " is up" : " is stopped");
        evidence.seed().ifPresent(seed -> text.append("; seed ").append(seed));
        evidence.tail()
                .get()
                .forEach(
                        line -> text.append(System.lineSeparator()).append("  ").append(line));
        return text.toString();
    }
}
