package org.meshbed.scenarios.run;

import java.time.Duration;

/** Real time that passed, for figures about ourselves; never a part of what a scenario does or of a journal. */
public final class Stopwatch {
    private final long startNanos = System.nanoTime();

    private Stopwatch() {}

    public static Stopwatch started() {
        return new Stopwatch();
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
