package org.meshbed.scenarios.run;

import io.cucumber.plugin.event.EventHandler;
import io.cucumber.plugin.event.EventPublisher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The order of the files for what is told of scenarios that are played side by side. What a thread has to tell during
 * its turn is kept until that turn and all before it are over, and is then told without anything in between. So whoever
 * listens hears of one scenario after another, whichever ends first, and by one thread at a time.
 *
 * <p>A turn may begin only so far ahead of the earliest that is not over, so that what is kept has bounds.
 */
final class Turns {
    private static final int AHEAD = 64;

    private final ThreadLocal<Optional<List<Runnable>>> own = ThreadLocal.withInitial(Optional::empty);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    /** Guarded by the lock, as is the number of the earliest turn that is not over. */
    private final Map<Integer, List<Runnable>> over = new TreeMap<>();

    private int earliest;

    /** The calling thread begins a turn, and waits where too much is kept already. Turns are begun in their order. */
    void begin(int turn) {
        lock.lock();
        try {
            while (turn >= earliest + AHEAD) moved.awaitUninterruptibly();
        } finally {
            lock.unlock();
        }
        own.set(Optional.of(new ArrayList<>()));
    }

    /** The turn of the calling thread is over. */
    void end(int turn) {
        var told = own.get().orElseThrow();
        own.remove();
        lock.lock();
        try {
            over.put(turn, told);
            for (var next = over.remove(earliest); next != null; next = over.remove(earliest)) {
                earliest++;
                next.forEach(Runnable::run);
            }
        } finally {
            moved.signalAll();
            lock.unlock();
        }
    }

    /** Tells it at once, or in its turn where the calling thread has one. */
    void tell(Runnable telling) {
        var turn = own.get();
        if (turn.isPresent()) {
            turn.get().add(telling);
            return;
        }
        lock.lock();
        try {
            telling.run();
        } finally {
            lock.unlock();
        }
    }

    /** The same publisher for those who want to hear in order. */
    EventPublisher inOrder(EventPublisher publisher) {
        return new EventPublisher() {
            @Override
            public <T> void registerHandlerFor(Class<T> type, EventHandler<T> handler) {
                publisher.registerHandlerFor(type, event -> tell(() -> handler.receive(event)));
            }

            @Override
            public <T> void removeHandlerFor(Class<T> type, EventHandler<T> handler) {
                throw new UnsupportedOperationException("whoever hears in order hears everything to the end");
            }
        };
    }
}
