package org.meshbed.simulator.time;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Waits for one value of another task, for a time. The first value counts; one that comes late is thrown away. */
public final class Mailbox<T> {
    private final Scheduler scheduler;
    private Optional<T> value = Optional.empty();
    private long readyAt;
    private @Nullable Task waiter;
    private boolean closed;

    Mailbox(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** The value arrives after the delay; answers whether it is the first. */
    public boolean put(T arriving, Duration delay) {
        if (closed || value.isPresent()) return false;
        value = Optional.of(arriving);
        readyAt = scheduler.after(delay);
        if (waiter != null) scheduler.wakeBy(waiter, readyAt);
        return true;
    }

    /** Blocks the calling task until the value is there or the time is over. */
    public Optional<T> take(Lifetime via, Duration within) {
        var deadline = scheduler.after(within);
        waiter = scheduler.current();
        try {
            scheduler.waitUntil(value.isPresent() ? Math.min(readyAt, deadline) : deadline, via);
        } finally {
            waiter = null;
            closed = true;
        }
        return scheduler.after(Duration.ZERO) >= readyAt ? value : Optional.empty();
    }
}
