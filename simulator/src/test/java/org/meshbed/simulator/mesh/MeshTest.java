package org.meshbed.simulator.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.LinesRecorder;
import org.meshbed.simulator.network.Fate;

final class MeshTest {
    private static final long SEED = 42;

    private final Mesh mesh = Mesh.inVirtualTime(SEED)
            .node("alpha", Vendors.column("reference/1.5"), "alice")
            .node("beta", Vendors.column("reference/1.5"), "bob");

    @AfterEach
    void close() {
        mesh.close();
    }

    @Nested
    class GivenAWaitThatFails {
        @Test
        void whenTheTimeIsOver_thenTheFailureShowsStateTailAndSeed() {
            mesh.operator("beta").stop();
            assertThatThrownBy(() -> mesh.await("bob sees report.txt", () -> false, Duration.ofHours(1)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("did not happen within PT1H: bob sees report.txt")
                    .hasMessageContaining("alpha is up; beta is stopped; seed 42")
                    .hasMessageContaining("operator at beta stops beta: beta stops");
        }

        @Test
        void whenTheConditionHolds_thenItReturns() {
            mesh.await("nothing", () -> true, Duration.ZERO);
            assertThat(mesh.world().time().now()).isEqualTo("2026-01-01T00:00:00Z");
        }
    }

    @Nested
    class GivenAnOperator {
        @Test
        void whenStoppingAndStarting_thenTheNodeIsANewIncarnation() {
            assertThat(mesh.operator("alpha").stop().happened()).isTrue();
            assertThat(mesh.operator("alpha").stop().words()).isEqualTo("alpha is already stopped");
            assertThat(mesh.operator("alpha").start().happened()).isTrue();
            assertThat(mesh.operator("alpha").start().words()).isEqualTo("alpha is already running");
            assertThat(mesh.slot("alpha").incarnation()).isEqualTo(2);
        }

        @Test
        void whenTheNodeIsStopped_thenPeopleCannotReachIt() {
            mesh.operator("alpha").stop();
            var told = mesh.party("alice", "alpha").invites();
            assertThat(told.happened()).isFalse();
            assertThat(told.words()).isEqualTo("alpha cannot be reached");
        }
    }

    @Nested
    class GivenNames {
        @Test
        void whenANodeIsUnknown_thenTheMessageNamesThoseThereAre() {
            assertThatThrownBy(() -> mesh.party("carol", "gamma"))
                    .hasMessage("there is no node 'gamma'; there are [alpha, beta]");
        }

        @Test
        void whenANameIsTaken_thenTheMessageSaysSo() {
            assertThatThrownBy(() -> mesh.node("alpha", Vendors.column("reference/1.5")))
                    .hasMessageContaining("there is a node 'alpha' already");
        }

        @Test
        void whenAsked_thenAnAddressIsThatOfThePersonAtTheNode() {
            assertThat(mesh.address("alice", "alpha")).hasToString("alice@alpha.example");
        }
    }

    @Nested
    class GivenFaults {
        @Test
        void whenMade_thenTheNetworkHasThem() {
            var network = mesh.world().network();
            mesh.cut("alpha", "beta");
            assertThat(network.isCut("alpha", "beta")).isTrue();
            mesh.heal("alpha", "beta");
            assertThat(network.isCut("alpha", "beta")).isFalse();
            mesh.loseNextRequest("alpha", "beta");
            mesh.loseNextReply("alpha", "beta");
            mesh.doubleNextRequest("alpha", "beta");
            assertThat(network.fate("alpha", "beta")).isInstanceOf(Fate.RequestLost.class);
            assertThat(network.fate("alpha", "beta")).isInstanceOf(Fate.ReplyLost.class);
            assertThat(network.fate("alpha", "beta")).isInstanceOf(Fate.Doubled.class);
        }
    }

    @Nested
    class GivenTime {
        @Test
        void whenItPasses_thenTheJournalSaysSo() {
            mesh.advance(Duration.ofDays(1));
            mesh.settle();
            mesh.settle(Duration.ofMinutes(1));
            assertThat(mesh.world().time().now()).isEqualTo("2026-01-02T00:00:00Z");
            assertThat(Tail.of(mesh.journal())).last().asString().endsWith("the clock jumps by PT24H");
        }

        @Test
        void whenSeveralAct_thenEachAnswersInItsPlace() {
            assertThat(mesh.atOnce(List.of(() -> "one", () -> "two"))).containsExactly("one", "two");
        }
    }

    @Nested
    class GivenAnotherRecorder {
        @Test
        void whenAskedForTheJournal_thenItSaysWhatThereIs() {
            var other = new Mesh(mesh.world(), new LinesRecorder());
            assertThatThrownBy(other::journal).hasMessageContaining("LinesRecorder");
        }
    }
}
