package org.meshbed.simulator.world.loopback;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.meshbed.nodes.http.Site;
import org.meshbed.nodes.jetty.RunAuthority;
import org.meshbed.nodes.port.Time;
import org.meshbed.simulator.journal.Recorder;
import org.meshbed.simulator.network.Network;
import org.meshbed.simulator.seed.Seeds;
import org.meshbed.simulator.world.Foreign;
import org.meshbed.simulator.world.NodePlan;
import org.meshbed.simulator.world.NodeSlot;
import org.meshbed.simulator.world.World;

/**
 * A mesh on real sockets in this process. A node is found at {@code https://<name>.localhost:<port>}, under a
 * certificate of an authority made for the run, and curl, browsers and other servers can talk to it. What drivers ask
 * for is done by virtual threads; several drivers may ask at once.
 */
public final class LoopbackWorld implements World {
    private static final Duration FOR_EVER = Duration.ofDays(3650);
    private final Ground ground;
    private final Clockwork clockwork;
    private final Life life = new Life("the world");

    /**
     * A world without nodes.
     *
     * @param recorder made from the clock of this world
     */
    public LoopbackWorld(LoopbackPlan plan, Function<Supplier<Instant>, Recorder> recorder) {
        var seeds = new Seeds(plan.seed().orElseGet(() -> new SecureRandom().nextLong()));
        clockwork = new Clockwork(plan.stepping());
        var journal = recorder.apply(clockwork::now);
        ground = new Ground(
                clockwork,
                SharedSockets.get(),
                new Network(journal, plan.latency(), seeds),
                journal,
                seeds,
                plan,
                new Servers(),
                new Passages(),
                new Breakages());
    }

    public Recorder recorder() {
        return ground.recorder();
    }

    /** The certificate of the authority behind all servers of this process, for {@code curl --cacert}. */
    public static String caPem() {
        return SharedSockets.get().authority().caPem();
    }

    /** That authority itself, for servers beside a world that its nodes are to trust. */
    public static RunAuthority authority() {
        return SharedSockets.get().authority();
    }

    /**
     * Keeps that authority in a folder, key included, so that several processes trust each other and one that starts
     * again is trusted as before. To be said before the first world of the process.
     */
    public static void keepAuthorityIn(Path folder) {
        SharedSockets.keepAuthorityIn(folder);
    }

    @Override
    public NodeSlot add(NodePlan plan) {
        var slot = new LoopbackSlot(plan, ground, this::advance);
        ground.servers().add(slot);
        slot.begin();
        return slot;
    }

    @Override
    public Foreign addForeign(String name, Site site) {
        var foreign = new LoopbackForeign(name, site, ground, this);
        ground.servers().add(foreign);
        return foreign;
    }

    @Override
    public List<NodeSlot> nodes() {
        return List.copyOf(ground.servers().nodes());
    }

    @Override
    public Network network() {
        return ground.network();
    }

    @Override
    public Time time() {
        return new LoopbackTime(clockwork, life, this::advance);
    }

    @Override
    public <T> T perform(String what, Callable<T> action) {
        if (Actor.inside(clockwork)) return call(action);
        return together(List.of(what), List.of(action)).getFirst();
    }

    @Override
    public <T> List<T> atOnce(List<Callable<T>> actions) {
        ground.recorder().atOnce(true);
        try {
            var names = IntStream.rangeClosed(1, actions.size())
                    .mapToObj(n -> "at once, " + n + " of " + actions.size())
                    .toList();
            return together(names, actions);
        } finally {
            ground.recorder().atOnce(false);
        }
    }

    @Override
    public boolean await(BooleanSupplier condition, Duration within) {
        return clockwork.drive(condition, clockwork.now().plus(within), ground.breakages()::raise);
    }

    @Override
    public void advance(Duration by) {
        ground.recorder().clockMoved(by);
        if (Actor.inside(clockwork)) clockwork.pause(life, by);
        else clockwork.driveTo(clockwork.now().plus(by), ground.breakages()::raise);
    }

    @Override
    public void close() {
        life.end();
        clockwork.wake(life);
        ground.servers().foreigners().forEach(LoopbackForeign::close);
        ground.servers().nodes().forEach(LoopbackSlot::close);
        ground.breakages().raise();
    }

    private <T> List<T> together(List<String> names, List<Callable<T>> actions) {
        var tasks = new ArrayList<FutureTask<T>>();
        for (var i = 0; i < actions.size(); i++) tasks.add(start(names.get(i), actions.get(i)));
        BooleanSupplier ended = () -> tasks.stream().allMatch(FutureTask::isDone);
        while (!clockwork.drive(ended, clockwork.now().plus(FOR_EVER), () -> {})) clockwork.awaitChange();
        ground.breakages().raise();
        return tasks.stream().map(LoopbackWorld::result).toList();
    }

    private <T> FutureTask<T> start(String name, Callable<T> action) {
        var actor = new Actor(clockwork);
        var task = new FutureTask<>(() -> actor.call(() -> call(action)));
        clockwork.begin();
        Thread.ofVirtual().name(name).start(() -> {
            try {
                task.run();
            } finally {
                clockwork.end();
            }
        });
        return task;
    }

    private static <T> T result(FutureTask<T> task) {
        return switch (task.state()) {
            case SUCCESS -> task.resultNow();
            case FAILED -> throw thrown(task.exceptionNow());
            case RUNNING, CANCELLED -> throw new IllegalStateException("a task of a world ended without a result");
        };
    }

    private static RuntimeException thrown(Throwable failure) {
        return switch (failure) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new IllegalStateException(failure);
        };
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
