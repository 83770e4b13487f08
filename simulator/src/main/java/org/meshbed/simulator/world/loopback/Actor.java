package org.meshbed.simulator.world.loopback;

import java.util.concurrent.atomic.AtomicBoolean;

/** Who is at work on the current thread: a task of a world, or somebody who serves a request there. */
record Actor(Clockwork world, AtomicBoolean cancel) {
    private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

    Actor(Clockwork world) {
        this(world, new AtomicBoolean());
    }

    static boolean cancelled() {
        return CURRENT.isBound() && CURRENT.get().cancel().get();
    }

    static boolean inside(Clockwork world) {
        return CURRENT.isBound() && CURRENT.get().world() == world;
    }

    <T> T call(ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedValue.where(CURRENT, this).call(work);
    }
}
