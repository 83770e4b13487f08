package org.meshbed.simulator.time;

/** A task does not give the turn back, waits for what never comes, or lets no time pass. The world cannot go on. */
public final class StuckTask extends IllegalStateException {
    StuckTask(String message) {
        super(message);
    }
}
