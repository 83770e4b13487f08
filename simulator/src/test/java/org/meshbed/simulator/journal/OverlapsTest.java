package org.meshbed.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.protocol.WireReply;

/** How much goes on at once. */
final class OverlapsTest {
    private final Recording recording = new Recording();

    private long asks(String from, String to) {
        return recording.asks(from, to, Recording.get("/x"));
    }

    private void answers(long exchange) {
        recording.answers(exchange, WireReply.empty(204));
    }

    private Overlaps overlaps() {
        return Overlaps.of(recording.journal.entries());
    }

    @Nested
    class GivenPartiesActAtOnce {
        GivenPartiesActAtOnce() {
            recording.journal.scenario("At once");
            recording.journal.atOnce(true);
        }

        @Test
        void whenOneNodeServesTwoAtATime_thenBothOverlap() {
            var one = asks("alpha", "gamma");
            var two = asks("beta", "gamma");
            answers(one);
            answers(two);
            answers(asks("alpha", "gamma"));
            assertThat(overlaps()).isEqualTo(new Overlaps(1, 3, 2));
        }

        @Test
        void whenTwoNodesServe_thenNothingOverlaps() {
            var one = asks("alpha", "gamma");
            var two = asks("alpha", "beta");
            answers(one);
            answers(two);
            assertThat(overlaps()).isEqualTo(new Overlaps(1, 2, 0));
        }

        @Test
        void whenOneTakesLongerThanTwoOthers_thenAllThreeOverlap() {
            var longest = asks("alpha", "gamma");
            answers(asks("beta", "gamma"));
            answers(asks("beta", "gamma"));
            answers(longest);
            assertThat(overlaps()).isEqualTo(new Overlaps(1, 3, 3));
            assertThat(overlaps().words())
                    .isEqualTo("1 scenarios with parties acting at once: 3 of 3 exchanges overlap another at the same"
                            + " node (100 %)");
        }

        @Test
        void whenAnExchangeHasNotEnded_thenItDoesNotCount() {
            asks("alpha", "gamma");
            assertThat(overlaps()).isEqualTo(new Overlaps(1, 0, 0));
            assertThat(overlaps().words()).doesNotContain("%");
        }

        @Test
        void whenAddedToAnother_thenAllAreSummed() {
            answers(asks("alpha", "gamma"));
            assertThat(overlaps().plus(new Overlaps(2, 10, 5))).isEqualTo(new Overlaps(3, 11, 5));
            assertThat(Overlaps.NONE.plus(overlaps())).isEqualTo(overlaps());
        }
    }

    @Nested
    class GivenNobodyActsAtOnce {
        @Test
        void whenExchangesOverlap_thenTheyDoNotCount() {
            recording.journal.scenario("One after the other");
            var one = asks("alpha", "gamma");
            answers(asks("beta", "gamma"));
            answers(one);
            assertThat(overlaps()).isEqualTo(Overlaps.NONE);
        }
    }
}
