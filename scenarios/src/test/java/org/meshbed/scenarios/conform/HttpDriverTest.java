package org.meshbed.scenarios.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.scenarios.input.BadInput;
import org.meshbed.simulator.mesh.Mesh;
import org.meshbed.simulator.world.loopback.LoopbackPlan;

class HttpDriverTest {
    private static final String TOKEN = "a-token-for-tests";
    private static final Trusting OURS = Trusting.machineAnd(Optional.empty());

    private static Mesh mesh() {
        return Mesh.in(LoopbackPlan.inRealTime().with(new DriverDesk(TOKEN)::answer))
                .node("alpha", Vendors.column("reference/1.5"), "alice");
    }

    private static HttpGestures alice(Mesh mesh, String token) {
        return new HttpGestures(mesh.slot("alpha").node().settings().origin(), OURS, "alice", token);
    }

    @Nested
    class GivenANodeThatOffersTheDriver {
        @Test
        void whenAPartyIsDriven_thenItActsAsIfByHand() {
            try (var mesh = mesh();
                    var alice = alice(mesh, TOKEN)) {
                assertThat(alice.write("a.txt", "text").happened()).isTrue();
                assertThat(alice.makeFolder("plans").happened()).isTrue();
                assertThat(alice.pending().value())
                        .hasValueSatisfying(list -> assertThat(list).isEmpty());
                assertThat(alice.invite().value()).isPresent();
                assertThat(alice.share("none.txt", "bob@nowhere.localhost:1", List.of("read")))
                        .isInstanceOf(Told.Refused.class);
                assertThat(alice.accept("none").happened()).isFalse();
                assertThat(alice.decline("none").happened()).isFalse();
                assertThat(alice.read("none", "").happened()).isFalse();
                assertThat(alice.unshare("none").happened()).isFalse();
                assertThat(alice.acceptInvite("none").happened()).isFalse();
            }
        }

        @Test
        void whenItIsTestedThroughTheDriver_thenWhatItSendsIsJudged() {
            try (var mesh = mesh();
                    var alice = alice(mesh, TOKEN)) {
                var origin = mesh.slot("alpha").node().settings().origin();
                var wanted = new Conformance.Wanted(origin, OURS, Optional.of("alice"), Optional.of(alice));
                var report = new Conformance(wanted).run();
                assertThat(report.failed())
                        .as(String.join("\n", ReportText.lines(report)))
                        .isFalse();
                assertThat(report.rows(Outcome.PASSED))
                        .extracting(row -> row.rule().id())
                        .contains("OCM-SHARE-07", "OCM-INV-04", "OCM-ACC-14", "OCM-NOTIF-03");
                assertThat(ReportText.json(report).path("rules"))
                        .hasSize(report.rows().size());
            }
        }

        @Test
        void whenSharesAreAskedForAndSharedOn_thenItSaysWhatCameOfIt() {
            try (var mesh = mesh();
                    var alice = alice(mesh, TOKEN)) {
                assertThat(alice.requests().value())
                        .hasValueSatisfying(list -> assertThat(list).isEmpty());
                assertThat(alice.approve("none").happened()).isFalse();
                assertThat(alice.refuse("none").happened()).isFalse();
                assertThat(alice.reshare("none", "bob@nowhere.localhost:1").happened())
                        .isFalse();
                assertThat(alice.requestShare("bob@nowhere.localhost:1", "a").happened())
                        .isFalse();
                assertThat(alice.changePermissions("none", List.of("read")).happened())
                        .isFalse();
            }
        }

        @Test
        void whenAnotherNodeHasNoDriver_thenOneLineSaysSo() {
            var desks = new DriverDesks(Map.of("beta", new DriverDesk(TOKEN)));
            try (var mesh = Mesh.in(LoopbackPlan.inRealTime().with(desks))
                            .node("alpha", Vendors.column("reference/1.5"), "alice");
                    var alice = alice(mesh, TOKEN)) {
                assertThatThrownBy(alice::invite).isInstanceOf(BadInput.class).hasMessageContaining("offers no driver");
            }
        }

        @Test
        void whenTheTokenIsWrong_thenOneLineSaysSo() {
            try (var mesh = mesh();
                    var alice = alice(mesh, "another-token")) {
                assertThatThrownBy(alice::invite).isInstanceOf(BadInput.class).hasMessageContaining("token");
            }
        }
    }

    @Nested
    class GivenAPersonAtTheKeyboard {
        @Test
        void whenAsked_thenTheAnswersCount() {
            var out = new StringWriter();
            var typed = new BufferedReader(new StringReader("\nno\ncannot\ntoken@host\n"));
            var alice = new AskedGestures("alice", typed, new PrintWriter(out));
            assertThat(alice.share("a.txt", "mallory@peer.localhost:1", List.of("read"))
                            .value())
                    .contains("a.txt");
            assertThat(alice.accept("song-1")).isInstanceOf(Told.Refused.class);
            assertThat(alice.decline("song-2")).isInstanceOf(Told.Unsupported.class);
            assertThat(alice.invite().value()).contains("token@host");
            assertThat(alice.read("song-1", "")).isInstanceOf(Told.Unsupported.class);
            assertThat(out.toString()).contains("As alice, share a.txt with mallory@peer.localhost:1");
        }
    }
}
