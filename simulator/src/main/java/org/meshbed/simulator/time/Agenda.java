package org.meshbed.simulator.time;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/**
 * The clock and the turns to come. Of those that are due now any may be next, all alike, by the seed: an order drawn
 * once for each would let one task run on while the others keep the late places they drew.
 */
final class Agenda {
    static final long NEVER = Long.MAX_VALUE;
    private static final int WORTH_CLEANING = 1024;

    private final List<Wake> due = new ArrayList<>();
    private final PriorityQueue<Wake> later = new PriorityQueue<>();
    private final RandomGenerator choice;
    private long now;
    private long sequence;
    private int cancelled;

    Agenda(RandomGenerator choice) {
        this.choice = choice;
    }

    long now() {
        return now;
    }

    /** The one turn of this task, in place of another one it may have had. */
    void add(long time, Task task) {
        cancel(task);
        var wake = new Wake(time, sequence++, task);
        task.pending = wake;
        if (time <= now) addDue(wake);
        else later.add(wake);
    }

    void cancel(Task task) {
        var wake = task.pending;
        if (wake == null) return;
        task.pending = null;
        wake.cancelled = true;
        if (wake.place != Wake.LATER) removeDue(wake);
        else if (++cancelled > WORTH_CLEANING && cancelled > later.size() / 2) clean();
    }

    /** When the next turn is: now, later, or {@link #NEVER}. */
    long nextTime() {
        if (!due.isEmpty()) return now;
        for (var wake = later.peek(); wake != null; wake = later.peek()) {
            if (!wake.cancelled) return wake.time;
            later.poll();
            cancelled--;
        }
        return NEVER;
    }

    /** Moves the clock on, at most to the next turn. */
    void moveTo(long time) {
        now = Math.max(now, time);
        for (var wake = later.peek(); wake != null && wake.time <= now; wake = later.peek()) {
            later.poll();
            if (wake.cancelled) cancelled--;
            else addDue(wake);
        }
    }

    /** One of the turns that are due. */
    Task take() {
        var wake = due.get(due.size() == 1 ? 0 : choice.nextInt(due.size()));
        removeDue(wake);
        wake.task.pending = null;
        return wake.task;
    }

    private void addDue(Wake wake) {
        wake.place = due.size();
        due.add(wake);
    }

    private void removeDue(Wake wake) {
        var last = due.removeLast();
        if (last == wake) return;
        due.set(wake.place, last);
        last.place = wake.place;
    }

    private void clean() {
        later.removeIf(wake -> wake.cancelled);
        cancelled = 0;
    }
}
