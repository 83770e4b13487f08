package org.meshbed.simulator.journal;

import java.util.OptionalLong;

/** The exchange that the current task is answering: what it does by the way happened inside of it. */
public final class Within {
    private static final ScopedValue<Long> EXCHANGE = ScopedValue.newInstance();

    private Within() {}

    public static OptionalLong exchange() {
        return EXCHANGE.isBound() ? OptionalLong.of(EXCHANGE.get()) : OptionalLong.empty();
    }

    public static <T> T answering(long exchange, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedValue.where(EXCHANGE, exchange).call(work);
    }
}
