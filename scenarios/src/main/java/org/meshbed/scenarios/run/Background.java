package org.meshbed.scenarios.run;

import java.util.List;
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

    /** Waits until all have ended; throws what the first of them threw that threw something. */
    static void awaitAll(List<Background> all) {
        RuntimeException thrown = null;
        for (var one : all) {
            try {
                one.await();
            } catch (RuntimeException e) {
                if (thrown == null) thrown = e;
                else thrown.addSuppressed(e);
            }
        }
        if (thrown != null) throw thrown;
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
