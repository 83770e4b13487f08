package org.meshbed.scenarios.cli;

import java.util.concurrent.CountDownLatch;

/** Ctrl-C and SIGTERM end a command that stays up as if it had ended by itself: everything closed, exit code 0. */
final class UntilStopped {
    private UntilStopped() {}

    /** Waits until the process is ended from outside. */
    static int forEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Exit.FINE;
    }

    static void closeWhenStopped(Runnable close) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                close.run();
            } finally {
                // else the JVM would end with the number of the signal
                Runtime.getRuntime().halt(Exit.FINE);
            }
        }));
    }
}
