package org.meshbed.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.simulator.LinesRecorder;
import org.meshbed.simulator.seed.Seeds;

final class NetworkTest {
    private static final Duration MILLI = Duration.ofMillis(1);

    private final LinesRecorder recorder = new LinesRecorder();
    private final Network network = new Network(recorder, Latency.always(MILLI), new Seeds(7));

    @Nested
    class GivenACut {
        @Test
        void whenAsked_thenNothingPassesInEitherDirectionUntilHealed() {
            network.cut("alpha", "beta");
            network.cut("beta", "alpha");
            assertThat(network.fate("alpha", "beta")).isEqualTo(new Fate.Cut());
            assertThat(network.fate("beta", "alpha")).isEqualTo(new Fate.Cut());
            assertThat(network.fate("alpha", "gamma")).isEqualTo(new Fate.Delivered(MILLI, MILLI));
            network.heal("beta", "alpha");
            network.heal("beta", "alpha");
            assertThat(network.isCut("alpha", "beta")).isFalse();
            assertThat(recorder.lines())
                    .containsExactly("the link between alpha and beta is cut", "the link between beta and alpha heals");
        }

        @Test
        void whenALossWasPlanned_thenItIsKeptForTheFirstExchangeAfterHealing() {
            network.loseNextReply("alpha", "beta");
            network.cut("alpha", "beta");
            network.fate("alpha", "beta");
            network.heal("alpha", "beta");
            assertThat(network.fate("alpha", "beta")).isEqualTo(new Fate.ReplyLost(MILLI));
        }
    }

    @Nested
    class GivenPlannedLosses {
        @Test
        void whenExchangesBegin_thenEachUsesUpOneInOrderAndOneWayOnly() {
            network.loseNextRequest("alpha", "beta");
            network.loseNextReply("alpha", "beta");
            network.doubleNextRequest("alpha", "beta");
            assertThat(network.fate("beta", "alpha")).isInstanceOf(Fate.Delivered.class);
            assertThat(network.fate("alpha", "beta").faults()).containsExactly("request lost");
            assertThat(network.fate("alpha", "beta").faults()).containsExactly("reply lost");
            assertThat(network.fate("alpha", "beta").faults()).containsExactly("request delivered twice");
            assertThat(network.fate("alpha", "beta").faults()).isEmpty();
            assertThat(recorder.lines())
                    .containsExactly(
                            "the next request from alpha to beta will be lost",
                            "the reply to the next request from alpha to beta will be lost",
                            "the next request from alpha to beta will arrive twice");
        }
    }

    @Nested
    class GivenLatencies {
        @Test
        void whenOneIsSetForALink_thenItHoldsForBothDirectionsOfThatLinkOnly() {
            var far = Duration.ofMillis(40);
            network.latency("beta", "alpha", Latency.always(far));
            assertThat(network.fate("alpha", "beta")).isEqualTo(new Fate.Delivered(far, far));
            assertThat(network.fate("beta", "alpha")).isEqualTo(new Fate.Delivered(far, far));
            assertThat(network.fate("alpha", "gamma")).isEqualTo(new Fate.Delivered(MILLI, MILLI));
        }

        @Test
        void whenTheyVary_thenWithinTheirBoundsAndByTheSeed() {
            var first = new Network(recorder, Latency.USUAL, new Seeds(7));
            var second = new Network(recorder, Latency.USUAL, new Seeds(7));
            var draws =
                    IntStream.range(0, 100).mapToObj(_ -> first.fate("a", "b")).toList();
            assertThat(draws)
                    .allSatisfy(fate -> assertThat(((Fate.Delivered) fate).there())
                            .isBetween(Latency.USUAL.least(), Latency.USUAL.most()));
            assertThat(draws.stream().distinct()).hasSize(9);
            second.fate("b", "a");
            assertThat(IntStream.range(0, 100).mapToObj(_ -> second.fate("a", "b")))
                    .isEqualTo(draws);
        }

        @Test
        void whenTheBoundsAreWrong_thenTheMessageShowsTheRightForm() {
            assertThatThrownBy(() -> new Latency(Duration.ofMillis(2), MILLI))
                    .hasMessageContaining("PT0.002S")
                    .hasMessageContaining("<least> <= <most>");
        }
    }
}
