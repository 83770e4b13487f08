package org.meshbed.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class TurnsTest {
    private final Turns turns = new Turns();
    private final List<String> heard = new ArrayList<>();

    private void tell(String what) {
        turns.tell(() -> heard.add(what));
    }

    private void play(int turn) {
        turns.begin(turn);
        tell(turn + " begins");
        tell(turn + " ends");
        turns.end(turn);
    }

    @Test
    void whenAThreadHasNoTurn_thenItIsHeardAtOnce() {
        tell("now");

        assertThat(heard).containsExactly("now");
    }

    @Nested
    class GivenAFirstTurnThatLasts {
        @Test
        void whenLaterOnesEnd_thenTheyAreHeardAfterIt() {
            turns.begin(0);
            tell("0 begins");
            Background.awaitAll(List.of(Background.begin("2", () -> play(2)), Background.begin("1", () -> play(1))));
            assertThat(heard).isEmpty();

            tell("0 ends");
            turns.end(0);

            assertThat(heard).containsExactly("0 begins", "0 ends", "1 begins", "1 ends", "2 begins", "2 ends");
        }

        @Test
        void whenLaterOnesComeFarAhead_thenTheyWaitForIt() {
            turns.begin(0);
            var near = new CountDownLatch(1);
            var others = Background.begin("others", () -> {
                for (var turn = 1; turn < 200; turn++) {
                    if (turn == 60) near.countDown();
                    play(turn);
                }
            });
            Background.begin("look", () -> await(near)).await();
            turns.end(0);
            others.await();

            assertThat(heard).hasSize(2 * 199).startsWith("1 begins", "1 ends").endsWith("199 begins", "199 ends");
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
