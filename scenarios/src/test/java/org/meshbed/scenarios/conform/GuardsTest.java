package org.meshbed.scenarios.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.mesh.Mesh;
import org.meshbed.simulator.world.loopback.LoopbackPlan;

/** What conformance says of servers that are on their guard, or are not. */
class GuardsTest {
    private static final Trusting OURS = Trusting.machineAnd(Optional.empty());

    static Report report(LoopbackPlan plan, Profile profile, PeerPlace place, Extent extent) {
        try (var mesh = Mesh.in(plan)) {
            mesh.node("alpha", profile, "alice");
            var node = mesh.slot("alpha").node();
            var alice = new PartyGestures(node.party("alice"));
            return new Conformance(new Conformance.Wanted(
                            node.settings().origin(), OURS, Optional.of("alice"), Optional.of(alice), place, extent))
                    .run();
        }
    }

    /** Rules and guards. */
    static TreeSet<String> failed(Report report) {
        var ids = new TreeSet<String>();
        report.rows(Outcome.FAILED).forEach(row -> ids.add(row.rule().id()));
        report.guards(Outcome.FAILED).forEach(row -> ids.add(row.guard().id()));
        return ids;
    }

    @Nested
    class GivenARightNode {
        /** What the profiles say themselves that they lack, and that a key of RSA is not the first choice. */
        private static final List<String> DECLARED = List.of("OCM-DISC-37", "OCM-INV-17", "OCM-SIG-07", "OCM-SIG-25");

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "reference/1.5",
                    "reference/1.5[sign=yes]",
                    "reference/1.5[sign=yes;demand-signatures=yes]",
                    "reference/1.5[sign=yes;demand-signatures=of-signers]",
                    "reference/1.5[sign=yes;exchange=yes]",
                    "reference/1.5[sign=yes;exchange=demanded;demand-signatures=yes]",
                    "reference/1.5[invite=must]",
                    "reference/1.5[servers=deny]",
                    "reference/1.5[servers=allow]",
                    "reference/1.5[second-factor=enforced]",
                    "reference/1.5[sign=yes;key=rsa;places=own-host]",
                    "reference/1.4[sign=yes;demand-signatures=yes]",
                    "reference/1.3[sign=yes;demand-signatures=yes]",
                    "reference/1.2[sign=yes;demand-signatures=yes]"
                })
        void whenItIsTested_thenNothingFailsThatItsProfileDoesNotDeclare(String column) {
            var profile = Vendors.column(column);
            var report = report(LoopbackPlan.inRealTime(), profile, PeerPlace.LOOPBACK, Extent.GUARDS);
            var failed = failed(report);
            assertThat(failed).as(String.join("\n", ReportText.lines(report))).isSubsetOf(DECLARED);
        }

        @Test
        void whenAllIsTriedThatTakesTime_thenEveryGuardHoldsButThatOfANameThatNobodyGave() {
            var profile = Vendors.column("reference/1.5[sign=yes;demand-signatures=yes;exchange=yes]");
            var report = report(LoopbackPlan.inRealTime(), profile, PeerPlace.LOOPBACK, Extent.SLOW);
            assertThat(report.guards(Outcome.PASSED))
                    .as(String.join("\n", ReportText.lines(report)))
                    .hasSize(Guard.values().length - 1);
        }
    }
}
