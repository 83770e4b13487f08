package org.meshbed.scenarios.run;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventHandler;
import io.cucumber.plugin.event.EventPublisher;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Writes reports while the next scenario is played already: they hear of everything in the order in which it happened,
 * on one thread of their own. Whoever tells waits where too much is still to be written.
 */
final class Scribe implements ConcurrentEventListener, AutoCloseable {
    private static final int UNWRITTEN = 4096;

    private final List<ConcurrentEventListener> reports;
    private final Semaphore room = new Semaphore(UNWRITTEN);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final ExecutorService hand = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("reports").daemon().factory());

    Scribe(List<ConcurrentEventListener> reports) {
        this.reports = List.copyOf(reports);
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        reports.forEach(report -> report.setEventPublisher(new EventPublisher() {
            @Override
            public <T> void registerHandlerFor(Class<T> type, EventHandler<T> handler) {
                publisher.registerHandlerFor(type, event -> tell(handler, event));
            }

            @Override
            public <T> void removeHandlerFor(Class<T> type, EventHandler<T> handler) {
                throw new UnsupportedOperationException("a report hears everything to the end");
            }
        }));
    }

    private <T> void tell(EventHandler<T> handler, T event) {
        room.acquireUninterruptibly();
        hand.execute(() -> {
            try {
                if (failure.get() == null) handler.receive(event);
            } catch (RuntimeException e) {
                failure.set(e);
            } finally {
                room.release();
            }
        });
    }

    /** Waits until all that was told is written; throws what kept a report from it. */
    @Override
    public void close() {
        hand.close();
        var thrown = failure.get();
        if (thrown != null) throw thrown;
    }
}
