package org.meshbed.simulator.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.port.Secrets.Purpose;

final class SeedsTest {
    @Nested
    class GivenAStream {
        @Test
        void whenItIsDrawnFrom_thenTheNumbersAreThoseOfEveryJvm() {
            assertThat(new Seeds(7).stream("golden").nextLong()).isEqualTo(GOLDEN);
        }

        @Test
        void whenSeedOrNameDiffer_thenTheStreamDoes() {
            var first = new Seeds(7).stream("a").nextLong();
            assertThat(new Seeds(7).stream("b").nextLong()).isNotEqualTo(first);
            assertThat(new Seeds(8).stream("a").nextLong()).isNotEqualTo(first);
            assertThat(new Seeds(7).stream("a").nextLong()).isEqualTo(first);
        }
    }

    @Nested
    class GivenTheSecretsOfANode {
        private final SeededSecrets alpha = new SeededSecrets(new Seeds(7), "alpha");

        @Test
        void whenDrawn_thenTheyAreLettersAndDigitsOfTheLengthAskedFor() {
            assertThat(alpha.text(Purpose.SHARED_SECRET, 40)).matches("[A-Za-z0-9]{40}");
            assertThat(alpha.text(Purpose.SHARED_SECRET, 0)).isEmpty();
        }

        @Test
        void whenOnePurposeDrawsMore_thenNoOtherIsShifted() {
            alpha.text(Purpose.INVITE_TOKEN, 100);
            assertThat(alpha.text(Purpose.SHARE_ID, 8))
                    .isEqualTo(new SeededSecrets(new Seeds(7), "alpha").text(Purpose.SHARE_ID, 8))
                    .isNotEqualTo(new SeededSecrets(new Seeds(7), "beta").text(Purpose.SHARE_ID, 8));
        }
    }

    @Nested
    class GivenTheLuckOfANode {
        @Test
        void whenDrawn_thenItIsBelowTheBoundAndRepeats() {
            var luck = new SeededChance(new Seeds(7), "alpha");
            var again = new SeededChance(new Seeds(7), "alpha");
            var draws = IntStream.range(0, 100)
                    .map(_ -> luck.below("order", 6))
                    .boxed()
                    .toList();
            again.below("another", 6);
            assertThat(draws).allMatch(n -> n >= 0 && n < 6).contains(0, 1, 2, 3, 4, 5);
            assertThat(IntStream.range(0, 100).map(_ -> again.below("order", 6)).boxed())
                    .isEqualTo(draws);
        }
    }

    private static final long GOLDEN = -6380071124917546904L;
}
