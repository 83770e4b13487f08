package org.meshbed.simulator.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.port.NodeStopped;
import org.meshbed.simulator.seed.Seeds;

final class SchedulerTest {
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Scheduler scheduler = scheduler(7, PATIENT);
    private final Lifetime alpha = new Lifetime("alpha");
    private final List<String> happened = new ArrayList<>();

    private static Scheduler scheduler(long seed, Duration patience) {
        return new Scheduler(new Seeds(seed).stream("test"), patience);
    }

    private Task spawn(String name, Runnable work) {
        return scheduler.spawn(name, alpha, Duration.ZERO, work);
    }

    @Nested
    class GivenTasksThatPassTheTurn {
        private static List<String> orderFor(long seed) {
            var scheduler = scheduler(seed, PATIENT);
            var life = new Lifetime("alpha");
            var order = new ArrayList<String>();
            var tasks = IntStream.range(0, 5)
                    .mapToObj(n -> scheduler.spawn("task " + n, life, Duration.ZERO, () -> {
                        for (var step = 0; step < 4; step++) {
                            order.add(n + "." + step);
                            scheduler.turn(life);
                        }
                    }))
                    .toList();
            scheduler.await(tasks);
            scheduler.close();
            return order;
        }

        @Test
        void whenRunTwiceWithOneSeed_thenTheOrderIsTheSame() {
            assertThat(orderFor(7)).hasSize(20).isEqualTo(orderFor(7));
        }

        @Test
        void whenRunWithOtherSeeds_thenTheOrderDiffers() {
            assertThat(IntStream.range(0, 20).mapToObj(seed -> orderFor(seed)).distinct())
                    .hasSizeGreaterThan(15);
        }

        @Test
        void whenOneRuns_thenNoOtherDoes() {
            var running = new int[1];
            var most = new int[1];
            var tasks = IntStream.range(0, 20)
                    .mapToObj(n -> spawn("task " + n, () -> {
                        for (var step = 0; step < 50; step++) {
                            most[0] = Math.max(most[0], ++running[0]);
                            running[0]--;
                            scheduler.turn(alpha);
                        }
                    }))
                    .toList();
            scheduler.await(tasks);
            assertThat(most[0]).isEqualTo(1);
            assertThat(scheduler.handovers()).isGreaterThanOrEqualTo(20 * 50);
        }
    }

    @Nested
    class GivenPauses {
        @Test
        void whenTheyEnd_thenByTheirTimeAndTheClockJumped() {
            var tasks = List.of(3, 1, 2).stream()
                    .map(n -> spawn("task " + n, () -> {
                        scheduler.pause(alpha, Duration.ofDays(n));
                        happened.add(n + " at " + scheduler.now());
                    }))
                    .toList();
            scheduler.await(tasks);
            assertThat(happened)
                    .containsExactly(
                            "1 at 2026-01-02T00:00:00Z", "2 at 2026-01-03T00:00:00Z", "3 at 2026-01-04T00:00:00Z");
        }

        @Test
        void whenTheDriverAdvances_thenOnlyWhatIsDueHappens() {
            spawn("early", () -> pauseAndTell(1));
            spawn("late", () -> pauseAndTell(3));
            scheduler.advance(Duration.ofSeconds(2));
            assertThat(happened).containsExactly("1");
            assertThat(scheduler.now()).isEqualTo(Scheduler.BEGINNING.plusSeconds(2));
            scheduler.advance(Duration.ofSeconds(2));
            assertThat(happened).containsExactly("1", "3");
            assertThat(scheduler.now()).isEqualTo(Scheduler.BEGINNING.plusSeconds(4));
        }

        @Test
        void whenWaitedForACondition_thenTheMeshStopsAsSoonAsItHolds() {
            spawn("early", () -> pauseAndTell(1));
            spawn("late", () -> pauseAndTell(3));
            assertThat(scheduler.runUntil(() -> !happened.isEmpty(), Duration.ofHours(1)))
                    .isTrue();
            assertThat(scheduler.now()).isEqualTo(Scheduler.BEGINNING.plusSeconds(1));
            assertThat(scheduler.runUntil(() -> happened.size() > 2, Duration.ofHours(1)))
                    .isFalse();
            assertThat(happened).containsExactly("1", "3");
        }

        @Test
        void whenTheMeshIsAboutToMoveItsClock_thenItCanBeLookedAt() {
            scheduler.whenQuiet(
                    () -> happened.add("looked at " + scheduler.now().getEpochSecond() % 10));
            spawn("early", () -> pauseAndTell(1));
            scheduler.await(List.of(spawn("late", () -> pauseAndTell(2))));
            assertThat(happened).containsExactly("looked at 0", "1", "looked at 1", "2", "looked at 2");
        }

        private void pauseAndTell(int seconds) {
            scheduler.pause(alpha, Duration.ofSeconds(seconds));
            happened.add("" + seconds);
        }
    }

    @Nested
    class GivenACrash {
        @Test
        void whenATaskPauses_thenItEndsAtOnceAndItsCatchAndFinallyCanDoNothing() {
            var crashed = spawn("retry", () -> {
                try {
                    scheduler.pause(alpha, Duration.ofDays(1));
                    happened.add("went on");
                } catch (NodeStopped e) {
                    assertThatThrownBy(() -> scheduler.turn(alpha)).isInstanceOf(NodeStopped.class);
                    happened.add("refused");
                } finally {
                    scheduler.pause(alpha, SECOND);
                    happened.add("went on in finally");
                }
            });
            scheduler.advance(SECOND);
            scheduler.end(alpha);
            scheduler.await(List.of(crashed));
            assertThat(happened).containsExactly("refused");
            assertThat(scheduler.now()).isEqualTo(Scheduler.BEGINNING.plusSeconds(1));
        }

        @Test
        void whenATaskHasNotBegun_thenItNeverDoes() {
            var task = spawn("late", () -> happened.add("ran"));
            scheduler.end(alpha);
            scheduler.await(List.of(task));
            assertThat(happened).isEmpty();
        }

        @Test
        void whenAnotherWaitsOnItsPorts_thenItHearsOfIt() {
            var person = scheduler.spawn("alice reads", scheduler.world(), Duration.ZERO, () -> {
                try {
                    scheduler.pause(alpha, Duration.ofDays(1));
                } catch (NodeStopped e) {
                    happened.add(e.getMessage());
                }
            });
            scheduler.advance(SECOND);
            scheduler.end(alpha);
            scheduler.await(List.of(person));
            assertThat(happened).containsExactly("alpha has stopped");
        }

        @Test
        void whenATaskIsCancelled_thenItEndsAtItsNextPortCallAndTheOthersGoOn() {
            var cancelled = spawn("cancelled", () -> {
                scheduler.pause(alpha, Duration.ofDays(1));
                happened.add("cancelled went on");
            });
            var other = spawn("other", () -> {
                scheduler.pause(alpha, Duration.ofSeconds(2));
                happened.add("other went on");
            });
            scheduler.advance(SECOND);
            scheduler.cancel(cancelled);
            scheduler.await(List.of(cancelled, other));
            scheduler.cancel(cancelled);
            assertThat(happened).containsExactly("other went on");
        }
    }

    @Nested
    class GivenATaskThatFails {
        @Test
        void whenAwaited_thenTheOneWhoAwaitsIsTold() {
            var first = spawn("first", () -> fail("first"));
            var second = spawn("second", () -> fail("second"));
            assertThatThrownBy(() -> scheduler.await(List.of(first, second)))
                    .hasMessage("first")
                    .hasSuppressedException(new IllegalStateException("second"));
        }

        @Test
        void whenAwaitedByATask_thenThatTaskIsTold() {
            var outer = spawn("outer", () -> {
                var inner = spawn("inner", () -> fail("inner"));
                assertThatThrownBy(() -> scheduler.await(List.of(inner))).hasMessage("inner");
                happened.add("told");
            });
            scheduler.await(List.of(outer));
            assertThat(happened).containsExactly("told");
        }

        @Test
        void whenNobodyAwaitsIt_thenTheRunIsBrokenAndNothingIsLost() {
            spawn("one", () -> fail("one"));
            spawn("two", () -> {
                throw new StackOverflowError("two");
            });
            assertThatThrownBy(() -> scheduler.advance(SECOND))
                    .isInstanceOf(BrokenTask.class)
                    .satisfies(e -> assertThat(List.of(e, e.getSuppressed()[0]))
                            .extracting(broken -> broken.getCause().getMessage())
                            .containsExactlyInAnyOrder("one", "two"));
        }

        @Test
        void whenTheWorldCloses_thenItIsToldAtTheLatest() {
            spawn("late", () -> {
                try {
                    scheduler.pause(alpha, Duration.ofDays(1));
                } catch (NodeStopped e) {
                    fail("in the end");
                }
            });
            scheduler.advance(SECOND);
            assertThatThrownBy(scheduler::close).hasMessageContaining("in the end");
        }

        private static void fail(String why) {
            throw new IllegalStateException(why);
        }
    }

    @Nested
    class GivenATaskThatDoesNotGiveTheTurnBack {
        @Test
        void whenPatienceEnds_thenItIsNamed() {
            var impatient = scheduler(7, Duration.ofMillis(20));
            var never = new CountDownLatch(1);
            var stuck = impatient.spawn("waits for a lock", alpha, Duration.ZERO, () -> {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThatThrownBy(() -> impatient.await(List.of(stuck)))
                    .isInstanceOf(StuckTask.class)
                    .hasMessageStartingWith("task 'waits for a lock' of alpha has not given the turn back for PT0.02S")
                    .hasMessageContaining("CountDownLatch.await");
            assertThatThrownBy(() -> impatient.advance(SECOND)).isInstanceOf(StuckTask.class);
            never.countDown();
        }

        @Test
        void whenItPassesTheTurnForEverAndNoTimePasses_thenItIsNamed() {
            var hasty = new Scheduler(new Seeds(7).stream("test"), PATIENT, 1000);
            var retrying = hasty.spawn("retries without a pause", alpha, Duration.ZERO, () -> {
                while (true) hasty.turn(alpha);
            });
            assertThatThrownBy(() -> hasty.await(List.of(retrying)))
                    .isInstanceOf(StuckTask.class)
                    .hasMessageContaining("time stands still at 2026-01-01T00:00:00Z after 1000 turns")
                    .hasMessageContaining("'retries without a pause' of alpha");
        }

        @Test
        void whenItWaitsForWhatNeverComes_thenItIsNamed() {
            var self = new AtomicReference<Task>();
            var task = spawn("waits for itself", () -> scheduler.await(List.of(self.get())));
            self.set(task);
            assertThatThrownBy(() -> scheduler.await(List.of(task)))
                    .isInstanceOf(StuckTask.class)
                    .hasMessageContaining("'waits for itself' of alpha");
            scheduler.close();
        }
    }

    @Nested
    class GivenManyTimersThatAreCalledOff {
        @Test
        void whenTheMeshGoesOn_thenTheyAreForgottenAndTheOthersFire() {
            var tasks = IntStream.range(0, 5000)
                    .mapToObj(n -> spawn("timer " + n, () -> {
                        scheduler.pause(alpha, Duration.ofDays(1 + n));
                        happened.add("" + n);
                    }))
                    .toList();
            scheduler.advance(SECOND);
            tasks.stream().skip(1).forEach(scheduler::cancel);
            scheduler.await(tasks);
            assertThat(happened).containsExactly("0");
            assertThat(scheduler.now()).isEqualTo("2026-01-02T00:00:00Z");
        }

        @Test
        void whenMailboxesAreFilledInTime_thenTheirDeadlinesNeverCome() {
            var task = spawn("taker", () -> {
                for (var n = 0; n < 5000; n++) {
                    var mailbox = scheduler.<Integer>mailbox();
                    var value = n;
                    spawn("giver", () -> mailbox.put(value, Duration.ofMillis(1)));
                    assertThat(mailbox.take(alpha, Duration.ofDays(1))).contains(value);
                }
            });
            scheduler.await(List.of(task));
            scheduler.runUntil(() -> false, Duration.ofDays(2));
            assertThat(scheduler.now()).isEqualTo("2026-01-01T00:00:05Z");
        }
    }

    @Nested
    class GivenAMailbox {
        private final Mailbox<String> mailbox = scheduler.mailbox();

        @Test
        void whenTheValueComesInTime_thenItIsTakenWhenItArrives() {
            taking(Duration.ofSeconds(10));
            spawn("giver", () -> {
                assertThat(mailbox.put("hello", Duration.ofSeconds(2))).isTrue();
                assertThat(mailbox.put("again", Duration.ZERO)).isFalse();
            });
            scheduler.advance(Duration.ofMinutes(1));
            assertThat(happened).containsExactly("Optional[hello] after 2");
        }

        @Test
        void whenTheValueComesLate_thenNothingIsTaken() {
            taking(Duration.ofSeconds(1));
            spawn("giver", () -> {
                scheduler.pause(alpha, Duration.ofSeconds(2));
                assertThat(mailbox.put("late", Duration.ZERO)).isFalse();
            });
            scheduler.advance(Duration.ofMinutes(1));
            assertThat(happened).containsExactly("Optional.empty after 1");
        }

        @Test
        void whenTheValueIsOnItsWayTooLong_thenNothingIsTaken() {
            mailbox.put("slow", Duration.ofSeconds(3));
            taking(Duration.ofSeconds(1));
            scheduler.advance(Duration.ofMinutes(1));
            assertThat(happened).containsExactly("Optional.empty after 1");
        }

        private void taking(Duration within) {
            spawn("taker", () -> {
                var taken = mailbox.take(alpha, within);
                happened.add(taken + " after "
                        + Duration.between(Scheduler.BEGINNING, scheduler.now()).toSeconds());
            });
        }
    }

    @Nested
    class GivenAThreadThatIsNoTask {
        @Test
        void whenItCallsAPortThatBlocks_thenItIsToldWhatToDo() {
            assertThatThrownBy(() -> scheduler.pause(alpha, SECOND))
                    .hasMessageContaining("no task of this world; do it through World.perform");
        }

        @Test
        void whenItCallsAPortThatDoesNot_thenTheMeshStandsStill() {
            spawn("task", () -> happened.add("ran"));
            scheduler.turn(alpha);
            assertThat(happened).isEmpty();
        }
    }

    @AfterEach
    void nothingIsLeft() {
        try {
            scheduler.close();
        } catch (StuckTask e) {
            happened.add(e.getMessage());
        }
    }
}
