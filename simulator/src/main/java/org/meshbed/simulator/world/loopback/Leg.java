package org.meshbed.simulator.world.loopback;

import java.util.concurrent.locks.Condition;

/**
 * Somebody who waits: for a moment of the clock, or for the end of an exchange until then. All fields belong to the lock
 * of the {@link Clockwork}.
 */
final class Leg {
    final java.time.Instant until;
    final long order;
    final Life life;
    final Condition wake;
    /** Waits for an exchange: it counts as being at work, except while the server at the other end does. */
    final boolean travels;

    boolean waiting = true;
    boolean arrived;
    boolean timeOver;
    int serving;

    Leg(java.time.Instant until, long order, Life life, Condition wake, boolean travels) {
        this.until = until;
        this.order = order;
        this.life = life;
        this.wake = wake;
        this.travels = travels;
    }

    boolean over() {
        return arrived || timeOver || life.over();
    }
}
