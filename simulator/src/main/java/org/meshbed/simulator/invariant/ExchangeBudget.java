package org.meshbed.simulator.invariant;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.meshbed.simulator.journal.Entry;

/**
 * Counts exchanges and actions, minute by minute on the clock of the mesh: two nodes that keep each other busy begin
 * hundreds within one. Retries, a minute apart and more, are no flood. One action may still be under way, so one more
 * than those that ended in this minute and the one before is allowed for.
 */
public final class ExchangeBudget implements Consumer<Entry> {
    public static final int PER_ACTION = 50;

    private final List<String> floods = new ArrayList<>();
    private Instant minute = Instant.MIN;
    private int exchanges;
    private int actions;
    private int actionsBefore;
    private volatile long changes;

    @Override
    public void accept(Entry entry) {
        tick(entry.stamp().time().truncatedTo(ChronoUnit.MINUTES));
        if (entry instanceof Entry.Action) actions++;
        if (entry instanceof Entry.State) changes = changes + 1;
        if (!(entry instanceof Entry.ExchangeStarted started)) return;
        var allowed = PER_ACTION * (actions + actionsBefore + 1);
        if (++exchanges == allowed + 1)
            floods.add("more than %d exchanges in the minute from %s, after %d actions; the last is %s -> %s %s"
                    .formatted(allowed, minute, actions + actionsBefore, started.from(), started.to(), started.path()));
    }

    private void tick(Instant now) {
        if (now.equals(minute)) return;
        actionsBefore = now.equals(minute.equals(Instant.MIN) ? now : minute.plus(1, ChronoUnit.MINUTES)) ? actions : 0;
        minute = now;
        actions = 0;
        exchanges = 0;
    }

    /** How many changes of state the journal told of so far. */
    long changes() {
        return changes;
    }

    public List<String> floods() {
        return List.copyOf(floods);
    }
}
