package org.meshbed.simulator.world.loopback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.meshbed.nodes.port.NodeStopped;

/**
 * The clock of a loopback world, and who is at work in it. It shows the real time plus what was stepped over: while
 * nobody is at work and a driver waits, it jumps to the next moment that somebody waits for.
 *
 * <p>At work are tasks, those who serve a request, and exchanges on their way. A caller that waits for a server of this
 * world is at work until the server begins and again when it has answered, so that in between the server alone decides:
 * when it pauses, nobody is at work, and the clock may jump, to the end of that pause or of the caller's patience.
 * Everything here is guarded by the one lock; waiting is done on a condition per waiter.
 */
final class Clockwork {
    private static final Comparator<Leg> BY_TIME =
            Comparator.comparing((Leg leg) -> leg.until).thenComparingLong(leg -> leg.order);

    private static final long FOR_A_LOOK_MILLIS = 20;

    private final Clock real = Clock.systemUTC();
    private final boolean stepping;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<Leg> waiting = new PriorityQueue<>(BY_TIME);
    private volatile Duration ahead = Duration.ZERO;
    private long orders;
    private int atWork;

    /** @param stepping whether the clock may jump by itself */
    Clockwork(boolean stepping) {
        this.stepping = stepping;
    }

    Instant now() {
        return real.instant().plus(ahead);
    }

    void begin() {
        lock.lock();
        atWork++;
        lock.unlock();
    }

    void end() {
        lock.lock();
        atWork--;
        changed.signalAll();
        lock.unlock();
    }

    /** Somebody at work waits for that long; throws {@link NodeStopped} when its node stops meanwhile. */
    void pause(Life life, Duration duration) {
        lock.lock();
        try {
            var leg = enter(life, duration, false);
            atWork--;
            changed.signalAll();
            stay(leg);
            leave(leg);
        } finally {
            lock.unlock();
        }
        life.check();
    }

    /** A caller sets out; {@link #awaitArrival} follows. */
    Leg setOut(Life life, Duration patience) {
        lock.lock();
        try {
            return enter(life, patience, true);
        } finally {
            lock.unlock();
        }
    }

    /** Answers whether the exchange ended within the caller's patience; throws when the caller's node has stopped. */
    boolean awaitArrival(Leg leg) {
        lock.lock();
        try {
            stay(leg);
            leave(leg);
            if (leg.life.over()) throw leg.life.stopped();
            return leg.arrived;
        } finally {
            lock.unlock();
        }
    }

    void arrive(Leg leg) {
        lock.lock();
        leg.arrived = true;
        leg.wake.signalAll();
        lock.unlock();
    }

    /** The server begins to work on an exchange; now it is at work in place of the caller. */
    void beginServing(Leg leg) {
        lock.lock();
        atWork++;
        if (leg.serving++ == 0 && leg.waiting) atWork--;
        lock.unlock();
    }

    void endServing(Leg leg) {
        lock.lock();
        if (--leg.serving == 0 && leg.waiting) atWork++;
        atWork--;
        changed.signalAll();
        lock.unlock();
    }

    /** All who wait in this life go on at once and find it over. */
    void wake(Life life) {
        lock.lock();
        for (var leg : List.copyOf(waiting)) {
            if (leg.life != life) continue;
            goOn(leg);
            leg.wake.signalAll();
        }
        changed.signalAll();
        lock.unlock();
    }

    /** For a driver whose own task is neither at work nor waiting for a moment: it hears from elsewhere. */
    void awaitChange() {
        lock.lock();
        try {
            if (atWork == 0) changed.await(FOR_A_LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while driving a mesh", e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * For a driver: lets the world go on until something is done, or until nobody is at work and nobody waits for a
     * moment before the deadline. Answers whether it was done.
     */
    boolean drive(BooleanSupplier done, Instant deadline, Runnable check) {
        while (true) {
            check.run();
            if (done.getAsBoolean()) return true;
            if (!step(deadline, stepping)) return done.getAsBoolean();
        }
    }

    /** For a driver: lets time pass up to a moment, those who wait for an earlier one going on by the way. */
    void driveTo(Instant moment, Runnable check) {
        while (now().isBefore(moment)) {
            check.run();
            if (!step(moment, true)) jump(moment);
        }
        check.run();
    }

    /** Waits for a change or makes one; answers false where nothing will change by itself before the deadline. */
    private boolean step(Instant deadline, boolean mayJump) {
        lock.lock();
        try {
            if (atWork > 0) {
                changed.awaitUninterruptibly();
                return true;
            }
            var next = waiting.peek();
            if (next == null || next.until.isAfter(deadline)) return false;
            if (mayJump || !next.until.isAfter(now())) go(next);
            else changed.await(Math.max(1, Duration.between(now(), next.until).toNanos()), TimeUnit.NANOSECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while driving a mesh", e);
        } finally {
            lock.unlock();
        }
    }

    private void go(Leg leg) {
        jump(leg.until);
        leg.timeOver = true;
        goOn(leg);
        leg.wake.signalAll();
    }

    private void jump(Instant moment) {
        lock.lock();
        try {
            var by = Duration.between(now(), moment);
            if (by.isNegative() || by.isZero()) return;
            ahead = ahead.plus(by);
            // What is left to wait has become less for all of them.
            for (var leg : waiting) leg.wake.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Leg enter(Life life, Duration duration, boolean travels) {
        life.check();
        var leg = new Leg(now().plus(duration), orders++, life, lock.newCondition(), travels);
        waiting.add(leg);
        return leg;
    }

    private void stay(Leg leg) {
        while (!leg.over()) {
            var left = Duration.between(now(), leg.until);
            if (left.isNegative() || left.isZero()) leg.timeOver = true;
            else await(leg.wake, left);
        }
    }

    private static void await(Condition condition, Duration left) {
        try {
            condition.await(left.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("a task of a loopback world is never interrupted", e);
        }
    }

    private void leave(Leg leg) {
        goOn(leg);
        waiting.remove(leg);
        changed.signalAll();
    }

    /** From here on it is at work, once. */
    private void goOn(Leg leg) {
        if (!leg.waiting) return;
        leg.waiting = false;
        waiting.remove(leg);
        if (!leg.travels || leg.serving > 0) atWork++;
    }
}
