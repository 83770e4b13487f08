package org.meshbed.simulator.time;

/** How far the driver lets the tasks go before it takes the turn back. */
final class Run {
    final long horizon;
    private final Look look;
    private int left;
    private final boolean untilEnded;

    /** When the driver wants to look at the mesh: never, or before the clock moves. */
    enum Look {
        NEVER,
        QUIET
    }

    private Run(long horizon, Look look, boolean untilEnded) {
        this.horizon = horizon;
        this.look = look;
        this.untilEnded = untilEnded;
    }

    static Run until(long horizon, Look look) {
        return new Run(horizon, look, false);
    }

    static Run untilEnded(Iterable<Task> tasks, long horizon, Look look) {
        var run = new Run(horizon, look, true);
        for (var task : tasks) {
            if (task.ended) continue;
            task.awaitedBy = run;
            run.left++;
        }
        return run;
    }

    void ended() {
        left--;
    }

    boolean done() {
        return untilEnded && left == 0;
    }

    /** Whether the turn must go back to the driver before what comes at {@code next}, with the clock at {@code now}. */
    boolean stopsBefore(long next, long now) {
        return switch (look) {
            case NEVER -> false;
            case QUIET -> next > now;
        };
    }
}
