package org.meshbed.scenarios.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.mesh.Mesh;
import org.meshbed.simulator.oracle.mutant.Mutant;
import org.meshbed.simulator.oracle.mutant.Mutants;
import org.meshbed.simulator.oracle.mutant.Mutated;
import org.meshbed.simulator.world.loopback.LoopbackPlan;

class ConformanceTest {
    private static final Trusting OURS = Trusting.machineAnd(Optional.empty());

    private static Report report(Mesh mesh, boolean driven) {
        var node = mesh.slot("alpha").node();
        var gestures =
                driven ? Optional.<Gestures>of(new PartyGestures(node.party("alice"))) : Optional.<Gestures>empty();
        return new Conformance(new Conformance.Wanted(node.settings().origin(), OURS, Optional.of("alice"), gestures))
                .run();
    }

    private static Set<String> failed(Report report) {
        var ids = new TreeSet<String>();
        report.rows(Outcome.FAILED).forEach(row -> ids.add(row.rule().id()));
        return ids;
    }

    @Nested
    class GivenOurOwnNode {
        @Test
        void whenItIsOnlyProbed_thenNoMustFails() {
            try (var mesh = Mesh.in(LoopbackPlan.inRealTime())) {
                mesh.node("alpha", Vendors.column("reference/1.5[mode=strict]"), "alice");
                var report = report(mesh, false);
                assertThat(report.rows(Outcome.FAILED))
                        .as(String.join("\n", ReportText.lines(report)))
                        .noneMatch(Report.Row::breaksMust);
                assertThat(report.rows(Outcome.BLOCKED)).isEmpty();
                assertThat(report.count(Outcome.PASSED)).isGreaterThan(50);
            }
        }

        @Test
        void whenItIsDriven_thenNoMustFailsAndMoreIsTested() {
            try (var mesh = Mesh.in(LoopbackPlan.inRealTime())) {
                mesh.node("alpha", Vendors.column("reference/1.5[mode=strict]"), "alice");
                var report = report(mesh, true);
                assertThat(report.rows(Outcome.FAILED))
                        .as(String.join("\n", ReportText.lines(report)))
                        .noneMatch(Report.Row::breaksMust);
                assertThat(report.rows(Outcome.BLOCKED))
                        .as(String.join("\n", ReportText.lines(report)))
                        .isEmpty();
                assertThat(report.count(Outcome.PASSED)).isGreaterThan(95);
            }
        }
    }

    @Nested
    class GivenMutants {
        private static final List<String> SERVING =
                List.of("there is no discovery", "the discovery document", "discovery: ", "shares: ", "takes ");

        /** Of those that answer wrongly: no rule fails that the mutant does not declare, and most are seen whole. */
        @Test
        void whenEachIsProbed_thenTheRulesItDeclaresFailAndNoOther() {
            var own = judge(Optional.empty());
            var whole = new TreeSet<String>();
            var wrong = new TreeSet<String>();
            for (var mutant : mutants()) {
                var failed = judge(Optional.of(mutant));
                failed.removeAll(own);
                if (!mutant.breaks().containsAll(failed)) wrong.add(mutant + " fails " + failed);
                else if (failed.containsAll(mutant.breaks())) whole.add(mutant.name());
            }
            assertThat(wrong).isEmpty();
            assertThat(whole).hasSizeGreaterThanOrEqualTo(30);
        }

        private static List<Mutant> mutants() {
            return Mutants.all().stream()
                    .filter(mutant -> mutant.column().equals("reference/1.5"))
                    .filter(mutant -> SERVING.stream().anyMatch(mutant.name()::startsWith))
                    .toList();
        }

        private static Set<String> judge(Optional<Mutant> mutant) {
            var plan = LoopbackPlan.inRealTime();
            if (mutant.isPresent()) {
                var mutated = new Mutated(mutant.get());
                plan = plan.with(mutated::answer).withPorts(mutated::ports);
            }
            try (var mesh = Mesh.in(plan)) {
                mesh.node("alpha", Vendors.column("reference/1.5"), "alice");
                return failed(report(mesh, false));
            }
        }
    }
}
