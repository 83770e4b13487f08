package org.meshbed.scenarios.run;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Work that goes on beside its caller, on a virtual thread: virtual worlds hand over to their tasks faster from one. */
final class Background {
    private final FutureTask<Void> work;

    private Background(FutureTask<Void> work) {
        this.work = work;
    }

    static Background begin(String name, Runnable work) {
        var task = new FutureTask<Void>(work, null);
        Thread.ofVirtual().name(name).start(task);
        return new Background(task);
    }

    /** Waits for its end, as often as is asked for; throws what it threw. */
    void await() {
        try {
            work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) throw thrown;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
