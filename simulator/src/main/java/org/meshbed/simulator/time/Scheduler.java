package org.meshbed.simulator.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.port.NodeStopped;

/**
 * Virtual time. Every task is a virtual thread, and exactly one thread runs at any moment: a task, or the driver (the
 * thread outside that lets the world go on). A call on a port is a place where the turn may pass, to one of those that
 * are due, chosen by the seed; the clock moves when none is.
 *
 * <p>Whoever has the turn owns all state of this class; it is handed over together with the turn through a volatile
 * write and read, so nothing here is locked. Called from the driver, a port call passes no turn: the mesh stands still.
 */
public final class Scheduler {
    /** What the clock shows when a world begins: the same in every run. */
    public static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private static final long MOST_HANDOVERS_WITHOUT_TIME = 20_000_000;

    /** Nothing that a person does at a node takes longer on the clock of the mesh. */
    private static final Duration LONGEST_TASK = Duration.ofDays(1000);

    private final Agenda agenda;
    private final Duration patience;
    private final long mostWithoutTime;
    private final Map<Long, Task> live = new LinkedHashMap<>();
    private final List<BrokenTask> broken = new ArrayList<>();
    private final Lifetime world = new Lifetime("the world");

    private long tasks;
    private long instantBegan;
    private Run run = Run.until(0, Run.Look.NEVER);
    private Optional<Runnable> whenQuiet = Optional.empty();
    private Optional<StuckTask> ruined = Optional.empty();

    private volatile @Nullable Task current;
    private volatile @Nullable Thread driver;
    private volatile boolean driverHasTurn = true;
    private volatile long handovers;

    /**
     * A world at {@link #BEGINNING}.
     *
     * @param order decides between turns at the same time
     * @param patience how long (really) a task may keep the turn before the run fails and names it
     */
    public Scheduler(RandomGenerator order, Duration patience) {
        this(order, patience, MOST_HANDOVERS_WITHOUT_TIME);
    }

    Scheduler(RandomGenerator order, Duration patience, long mostWithoutTime) {
        this.agenda = new Agenda(order);
        this.patience = patience;
        this.mostWithoutTime = mostWithoutTime;
    }

    public Instant now() {
        return BEGINNING.plusNanos(agenda.now());
    }

    /** How often a turn was given, since the beginning. */
    public long handovers() {
        return handovers;
    }

    /** The lifetime of what belongs to no node; it ends when the world is closed. */
    public Lifetime world() {
        return world;
    }

    /** Whether the calling thread is a task of this world. */
    public boolean inside() {
        var task = current;
        return task != null && task.thread == Thread.currentThread();
    }

    /** A look at the mesh whenever the clock is about to move, and before a run ends; on the driver's thread. */
    public void whenQuiet(Runnable look) {
        whenQuiet = Optional.of(look);
    }

    /** A new task; it gets its first turn when the time has come. */
    public Task spawn(String name, Lifetime life, Duration after, Runnable work) {
        var holder = new Task[1];
        var task = new Task(tasks++, name, life, () -> perform(holder[0], work));
        holder[0] = task;
        live.put(task.id, task);
        agenda.add(after(after), task);
        return task;
    }

    /** A port call: the turn may pass here. Throws {@link NodeStopped} when the port or the task is dead. */
    public void turn(Lifetime via) {
        via.check();
        if (inside()) waitUntil(agenda.now(), via);
        else mustBeDriver("called a port");
    }

    /** Blocks the calling task for that long. */
    public void pause(Lifetime via, Duration duration) {
        waitUntil(after(duration), via);
    }

    public <T> Mailbox<T> mailbox() {
        return new Mailbox<>(this);
    }

    /** Waits until all have ended, from a task or from the driver; throws what the first of them failed with. */
    public void await(List<Task> awaited) {
        awaited.forEach(task -> task.awaited = true);
        if (inside()) awaited.forEach(this::join);
        else runUntilEnded(awaited);
        Failures.raise(awaited);
    }

    /** The task ends at its next port call. */
    public void cancel(Task task) {
        task.cancel();
        if (!task.ended && task != current) agenda.add(agenda.now(), task);
    }

    /** A crash: all tasks of this lifetime, and all that wait on its ports, go on at once and find it over. */
    public void end(Lifetime life) {
        life.end();
        for (var task : List.copyOf(live.values()))
            if ((task.life == life || task.via == life) && task != current) agenda.add(agenda.now(), task);
    }

    /**
     * The driver lets the mesh go on until the condition holds. It is asked whenever the clock is about to move, and
     * at the end. Answers false when no turn is left within the time.
     */
    public boolean runUntil(BooleanSupplier condition, Duration within) {
        var horizon = after(within);
        while (true) {
            lookAround();
            if (condition.getAsBoolean()) return true;
            if (!go(Run.until(horizon, Run.Look.QUIET))) return false;
        }
    }

    /** The driver lets this much time pass, turns on the way taken. */
    public void advance(Duration by) {
        var until = after(by);
        runUntil(() -> false, by);
        agenda.moveTo(until);
    }

    /** Ends all tasks; what broke and was not told before is thrown. */
    public void close() {
        end(world);
        for (var task : List.copyOf(live.values())) cancel(task);
        whenQuiet = Optional.empty();
        if (ruined.isEmpty()) go(Run.until(Long.MAX_VALUE, Run.Look.NEVER));
    }

    // ---- for the mailbox

    long after(Duration duration) {
        try {
            return Math.addExact(agenda.now(), Math.max(0, duration.toNanos()));
        } catch (ArithmeticException e) {
            return Agenda.NEVER;
        }
    }

    Task current() {
        var task = current;
        if (task == null || task.thread != Thread.currentThread())
            throw new IllegalStateException("thread '" + Thread.currentThread().getName()
                    + "' waits, but is no task of this world; do it through World.perform");
        return task;
    }

    void wakeBy(Task task, long time) {
        var pending = task.pending;
        if (pending == null || time < pending.time) agenda.add(time, task);
    }

    void waitUntil(long time, Lifetime via) {
        var me = current();
        via.check();
        me.check();
        agenda.add(time, me);
        suspend(me, via);
        via.check();
        me.check();
    }

    // ---- the turn

    private void suspend(Task me, Lifetime via) {
        me.via = via;
        var next = next();
        if (next != me) {
            give(next);
            me.awaitTurn();
        }
        me.via = me.life;
    }

    /** Who gets the turn: the task that is next, or null where the driver takes it back. */
    private @Nullable Task next() {
        return run.done() || run.stopsBefore(agenda.nextTime(), agenda.now()) ? null : take();
    }

    private @Nullable Task take() {
        var time = agenda.nextTime();
        if (time > run.horizon || time == Agenda.NEVER) return null;
        if (time > agenda.now()) {
            agenda.moveTo(time);
            instantBegan = handovers;
        } else if (handovers - instantBegan > mostWithoutTime) {
            ruined = Optional.of(new StuckTask(
                    "time stands still at " + now() + " after " + mostWithoutTime + " turns of " + live.values()));
            return null;
        }
        handovers++;
        return agenda.take();
    }

    private void give(@Nullable Task next) {
        current = next;
        if (next != null) {
            next.go();
        } else {
            driverHasTurn = true;
            LockSupport.unpark(driver);
        }
    }

    private void perform(Task task, Runnable work) {
        try {
            if (!task.doomed()) work.run();
        } catch (NodeStopped e) {
            if (!task.doomed()) task.fail(e);
        } catch (Throwable e) {
            task.fail(e);
        }
        finish(task);
        give(next());
    }

    private void finish(Task task) {
        task.ended = true;
        live.remove(task.id);
        agenda.cancel(task);
        if (task.awaitedBy != null) task.awaitedBy.ended();
        for (var waiter : task.waiters) agenda.add(agenda.now(), waiter);
        if (!task.awaited) task.failure().ifPresent(cause -> broken.add(new BrokenTask(task, cause)));
    }

    private void join(Task task) {
        var me = current();
        while (!task.ended) {
            me.check();
            task.waiters.add(me);
            suspend(me, me.life);
            task.waiters.remove(me);
        }
        me.check();
    }

    // ---- the driver

    private void runUntilEnded(List<Task> awaited) {
        var look = whenQuiet.isPresent() ? Run.Look.QUIET : Run.Look.NEVER;
        var horizon = after(LONGEST_TASK);
        while (!awaited.stream().allMatch(Task::ended)) {
            if (!go(Run.untilEnded(awaited, horizon, look)))
                throw new StuckTask("waits for what does not come within " + LONGEST_TASK + ": " + live.values());
            lookAround();
        }
    }

    /** Gives the turn away once and waits until it is back; answers whether there was anybody to take it. */
    private boolean go(Run far) {
        ruined.ifPresent(stuck -> {
            throw stuck;
        });
        mustBeDriver("tried to let the mesh go on");
        run = far;
        var next = take();
        if (next != null) {
            driver = Thread.currentThread();
            driverHasTurn = false;
            give(next);
            awaitDriverTurn();
            driver = null;
        }
        ruined.ifPresent(stuck -> {
            throw stuck;
        });
        raiseBroken();
        return next != null;
    }

    /** The watchdog: the driver has nothing else to do, so it looks whether turns are still given. */
    private void awaitDriverTurn() {
        var seen = -1L;
        var since = System.nanoTime();
        while (!driverHasTurn) {
            if (seen != handovers) {
                seen = handovers;
                since = System.nanoTime();
            } else if (System.nanoTime() - since >= patience.toNanos()) {
                throw ruin();
            }
            LockSupport.parkNanos(this, patience.toNanos());
            Thread.interrupted();
        }
    }

    private StuckTask ruin() {
        var task = current;
        var text = new StringBuilder("task " + task + " has not given the turn back for " + patience);
        if (task != null)
            for (var frame : task.thread.getStackTrace())
                text.append("\n    at ").append(frame);
        var stuck = new StuckTask(text.toString());
        ruined = Optional.of(stuck);
        return stuck;
    }

    private void lookAround() {
        whenQuiet.ifPresent(Runnable::run);
    }

    private void raiseBroken() {
        if (broken.isEmpty()) return;
        var first = broken.getFirst();
        broken.stream().skip(1).forEach(first::addSuppressed);
        broken.clear();
        throw first;
    }

    private void mustBeDriver(String what) {
        var busy = driver;
        if (busy != null && !driverHasTurn)
            throw new IllegalStateException("thread '" + Thread.currentThread().getName() + "' " + what + " while '"
                    + busy.getName() + "' drives this world; one thread drives, tasks do the rest");
    }
}
