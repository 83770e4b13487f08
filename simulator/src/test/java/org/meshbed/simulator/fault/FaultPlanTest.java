package org.meshbed.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.simulator.LinesRecorder;
import org.meshbed.simulator.Plot;
import org.meshbed.simulator.fault.FaultPlan.Planned;
import org.meshbed.simulator.seed.Seeds;
import org.meshbed.simulator.world.NodeSlot;
import org.meshbed.simulator.world.virtual.VirtualPlan;
import org.meshbed.simulator.world.virtual.VirtualWorld;

final class FaultPlanTest {
    private static final List<String> NODES = List.of("alpha", "beta", "gamma");

    private final VirtualWorld world = new VirtualWorld(VirtualPlan.of(7), LinesRecorder::new);

    FaultPlanTest() {
        NODES.forEach(name -> world.add(Plot.node(name)));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    @Nested
    class GivenAPlan {
        @Test
        void whenPlayed_thenEachFaultComesAndGoesAtItsTime() {
            new FaultPlan(List.of(
                            new Planned(new Fault.NodeDown("beta"), seconds(3), seconds(4)),
                            new Planned(new Fault.LinkCut("alpha", "gamma"), seconds(1), seconds(10)),
                            new Planned(new Fault.RequestLost("alpha", "beta"), seconds(2), Duration.ofMillis(500)),
                            new Planned(new Fault.ReplyLost("alpha", "beta"), seconds(2), Duration.ofMillis(500)),
                            new Planned(new Fault.RequestDoubled("alpha", "beta"), seconds(2), Duration.ofMillis(500))))
                    .play(world);
            assertThat(((LinesRecorder) world.recorder()).timed().stream().filter(line -> !line.contains("clock")))
                    .containsExactly(
                            "2026-01-01T00:00:01Z the link between alpha and gamma is cut",
                            "2026-01-01T00:00:02Z the next request from alpha to beta will be lost",
                            "2026-01-01T00:00:02Z the reply to the next request from alpha to beta will be lost",
                            "2026-01-01T00:00:02Z the next request from alpha to beta will arrive twice",
                            "2026-01-01T00:00:02.500Z nothing will be lost from alpha to beta any more",
                            "2026-01-01T00:00:03Z beta stops",
                            "2026-01-01T00:00:07Z beta starts",
                            "2026-01-01T00:00:11Z the link between alpha and gamma heals");
        }

        @Test
        void whenANodeIsUnknown_thenTheMessageNamesThoseThereAre() {
            var plan = new FaultPlan(List.of(new Planned(new Fault.NodeDown("delta"), seconds(0), seconds(1))));
            assertThatThrownBy(() -> plan.play(world)).hasMessageContaining("'delta'; there are [alpha, beta, gamma]");
        }
    }

    @Nested
    class GivenDrawnPlans {
        @Test
        void whenPlayed_thenAllIsMendedAtTheEnd() {
            IntStream.range(0, 20).forEach(seed -> {
                FaultPlan.drawn(new Seeds(seed).stream("faults"), NODES, 10, seconds(60))
                        .play(world);
                assertThat(world.nodes()).allMatch(NodeSlot::running);
                assertThat(world.network().isCut("alpha", "beta")).isFalse();
            });
        }

        @Test
        void whenDrawnTwiceFromOneSeed_thenTheyAreTheSame() {
            assertThat(drawn(7)).isEqualTo(drawn(7)).isNotEqualTo(drawn(8));
            assertThat(drawn(7).faults().stream().map(p -> p.fault().getClass()).distinct())
                    .hasSize(5);
        }

        @Test
        void whenThereIsOneNodeOnly_thenTheMessageSaysSo() {
            assertThatThrownBy(() -> FaultPlan.drawn(new Seeds(7).stream("f"), List.of("alpha"), 1, seconds(1)))
                    .hasMessageContaining("two nodes or more");
        }

        private static FaultPlan drawn(long seed) {
            return FaultPlan.drawn(new Seeds(seed).stream("faults"), NODES, 30, seconds(60));
        }
    }
}
