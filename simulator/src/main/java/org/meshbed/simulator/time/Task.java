package org.meshbed.simulator.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.port.NodeStopped;

/**
 * One thing being done: a virtual thread that runs only while it has the turn. All fields but {@code turn} are touched
 * only by whoever has the turn.
 */
public final class Task {
    final long id;
    final String name;
    final Lifetime life;
    final Thread thread;
    final List<Task> waiters = new ArrayList<>(0);
    private volatile boolean turn;
    private boolean started;

    @Nullable
    Wake pending;

    /** The ports on which it waits may belong to another incarnation than its own. */
    Lifetime via;

    @Nullable
    Run awaitedBy;

    boolean awaited;
    boolean ended;
    private boolean cancelled;
    private Optional<Throwable> failure = Optional.empty();

    Task(long id, String name, Lifetime life, Runnable body) {
        this.id = id;
        this.name = name;
        this.life = life;
        this.via = life;
        this.thread = Thread.ofVirtual()
                .name(name)
                .inheritInheritableThreadLocals(false)
                .unstarted(body);
    }

    public boolean ended() {
        return ended;
    }

    Optional<Throwable> failure() {
        return failure;
    }

    boolean doomed() {
        return cancelled || life.over();
    }

    void cancel() {
        cancelled = true;
    }

    void check() {
        life.check();
        if (cancelled) throw new NodeStopped("task '" + name + "'");
    }

    void fail(Throwable cause) {
        failure = Optional.of(cause);
    }

    /** Gives it the turn; what the giver wrote before is seen by it. */
    void go() {
        if (started) {
            turn = true;
            LockSupport.unpark(thread);
        } else {
            started = true;
            thread.start();
        }
    }

    void awaitTurn() {
        while (!turn) {
            LockSupport.park(this);
            Thread.interrupted();
        }
        turn = false;
    }

    @Override
    public String toString() {
        return "'" + name + "' of " + life;
    }
}
