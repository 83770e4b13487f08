package org.meshbed.nodes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void whenOneWriterWaits_thenEachChangeIsForced() {
        var commit = new GroupCommit(rounds::incrementAndGet);
        for (var i = 0; i < 3; i++) commit.await();
        assertThat(rounds).hasValue(3);
    }

    @Test
    void whenWritersComeDuringARound_thenTheNextOneIsForAllOfThem() throws Exception {
        var firstRuns = new CountDownLatch(1);
        var firstMayEnd = new CountDownLatch(1);
        var commit = new GroupCommit(() -> {
            if (rounds.incrementAndGet() > 1) return;
            firstRuns.countDown();
            awaited(firstMayEnd);
        });
        var first = Thread.ofPlatform().start(commit::await);
        firstRuns.await();
        var others = new Thread[8];
        for (var i = 0; i < others.length; i++) others[i] = Thread.ofPlatform().start(commit::await);
        while (commit.changes() < 1 + others.length) Thread.onSpinWait();
        firstMayEnd.countDown();
        first.join();
        for (var other : others) other.join();
        assertThat(rounds).hasValue(2);
    }

    @Test
    void whenForcingFails_thenTheWriterLearnsItAndTheNextTriesAgain() {
        var broken = new AtomicBoolean(true);
        var commit = new GroupCommit(() -> {
            if (broken.getAndSet(false)) throw new IllegalStateException("disk full");
            rounds.incrementAndGet();
        });
        assertThatThrownBy(commit::await).hasMessage("disk full");
        commit.await();
        assertThat(rounds).hasValue(1);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
