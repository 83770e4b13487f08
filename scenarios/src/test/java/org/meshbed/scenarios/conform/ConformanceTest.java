package org.meshbed.scenarios.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.meshbed.nodes.http.NodeApplication;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireReply;
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
        var wanted = new Conformance.Wanted(
                node.settings().origin(), OURS, Optional.of("alice"), gestures, PeerPlace.LOOPBACK, Extent.RULES);
        return new Conformance(wanted).run();
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
                assertThat(report.count(Outcome.PASSED)).isGreaterThan(125);
            }
        }
    }

    @Nested
    class GivenMutantsThatAnswerWrongly {
        private static final List<String> SERVING = List.of(
                "there is no discovery", "the discovery document", "discovery: ", "shares: ", "takes ", "keys: ");

        /** Sent only in flows that need a party to act. */
        private static final List<String> DRIVEN = List.of(
                "discovery: nobody is looked up",
                "discovery: only the old path is asked",
                "discovery: nothing is minded");

        /** What a node breaks besides that says it signs, and looks at no signature. */
        private static final List<String> VERIFYING = Stream.concat(
                        IntStream.rangeClosed(30, 43).mapToObj(n -> "OCM-SIG-" + n),
                        Stream.of("OCM-SIG-04", "OCM-SIG-26", "OCM-SIG-46", "OCM-SEC-02", "OCM-DEF-24"))
                .toList();

        private static boolean promisesToVerify(Mutant mutant) {
            return mutant.name().startsWith("keys: ") || mutant.name().equals("discovery: signatures without keys");
        }

        private static final Set<String> WHOLE = ConcurrentHashMap.newKeySet();

        private static final Set<String> OWN = judge(Optional.empty(), false);

        static Stream<Mutant> mutants() {
            return usual(SERVING).filter(mutant -> !DRIVEN.contains(mutant.name()));
        }

        @ParameterizedTest
        @MethodSource("mutants")
        void whenItIsProbed_thenNoRuleFailsThatItDoesNotDeclare(Mutant mutant) {
            var failed = judge(Optional.of(mutant), false);
            failed.removeAll(OWN);
            if (promisesToVerify(mutant))
                failed.removeIf(id -> VERIFYING.contains(id) && !mutant.breaks().contains(id));
            assertThat(mutant.breaks()).containsAll(failed);
            if (failed.containsAll(mutant.breaks())) WHOLE.add(mutant.name());
        }

        @AfterAll
        static void mostAreSeenWhole() {
            assertThat(WHOLE).hasSizeGreaterThanOrEqualTo(60);
        }
    }

    @Nested
    class GivenMutantsThatSendWrongly {
        private static final List<String> SENDING = List.of(
                "share: ",
                "shares ",
                "web app",
                "crate: ",
                "notification: ",
                "notifications ",
                "acceptance: ",
                "acceptances ",
                "access: ",
                "members of folders",
                "what was unshared");

        /** Sent to a place where nobody who speaks TLS can hear it. */
        private static final String UNHEARD = "go without TLS";

        /** Show themselves only to other peers, or in scenes, that the oracle has and {@code conform} has not. */
        private static final List<String> ELSEWHERE = List.of(
                "access: at the owner's server",
                "share: of what others own",
                "share: the name of a user in capitals",
                "share: the name of a user cut at its first @",
                "share: the secret between servers that both exchange",
                "acceptance: of a padded invite string, misread",
                "acceptance: of an invite string with an @ in its token, misread",
                "acceptance: of an invite string, misread");

        /** Rules that the peers of {@code conform} see broken besides: what they can do differs from what omega can. */
        private static List<String> besides(Mutant mutant) {
            return switch (mutant.name()) {
                // most peers cannot exchange tokens
                case "share: token exchange required and the secret taken",
                        "web app beside webdav: requirements that differ" -> List.of("OCM-TOKEN-09");
                // its document promises a token endpoint, and there is none
                case "share: no requirement where one is demanded" -> List.of("OCM-SEC-03", "OCM-TOKEN-08");
                default -> List.of();
            };
        }

        private static final Set<String> OWN = judge(Optional.empty(), true);

        static Stream<Mutant> mutants() {
            return usual(SENDING)
                    .filter(mutant -> !mutant.name().endsWith(UNHEARD) && !ELSEWHERE.contains(mutant.name()));
        }

        @ParameterizedTest
        @MethodSource("mutants")
        void whenItIsDriven_thenTheRulesItDeclaresFailAndNoOther(Mutant mutant) {
            var failed = judge(Optional.of(mutant), true);
            failed.removeAll(OWN);
            var expected = new ArrayList<>(mutant.breaks());
            expected.addAll(besides(mutant));
            assertThat(failed).containsExactlyInAnyOrderElementsOf(expected);
        }

        @Test
        void thereAreMoreThanTwenty() {
            assertThat(mutants()).hasSizeGreaterThan(80);
        }
    }

    @Nested
    class GivenNodesThatAreNotOnTheirGuard {
        /** Their answer to every message at a place, and rules that must be named. */
        @ParameterizedTest
        @CsvSource({
            "/ocm/shares, 201, OCM-SHARE-20 OCM-SHARE-57 OCM-SHARE-44 OCM-YAML-01",
            "/ocm/notifications, 201, OCM-NOTIF-08 OCM-NOTIF-11 OCM-NOTIF-17 OCM-NSHARE-11 OCM-RESHARE-11",
            "/ocm/invite-accepted, 200, OCM-DEF-04"
        })
        void whenTheyTakeWhateverComes_thenTheRulesTheyBreakAreNamed(String place, int status, String rules) {
            var careless = WireReply.json(status, Json.bytes(Json.object().put("recipientDisplayName", "Alice")));
            var plan = LoopbackPlan.inRealTime()
                    .with((node, request) -> request.path().equals(place)
                            ? careless
                            : NodeApplication.shared().answer(node, request));
            try (var mesh = Mesh.in(plan)) {
                mesh.node("alpha", Vendors.column("reference/1.5"), "alice");
                assertThat(failed(report(mesh, true))).contains(rules.split(" "));
            }
        }
    }

    private static Stream<Mutant> usual(List<String> names) {
        return Mutants.all().stream()
                .filter(mutant -> mutant.column().equals("reference/1.5"))
                .filter(mutant -> names.stream().anyMatch(mutant.name()::startsWith));
    }

    private static Set<String> judge(Optional<Mutant> mutant, boolean driven) {
        var plan = LoopbackPlan.inRealTime();
        if (mutant.isPresent()) {
            var mutated = new Mutated(mutant.get());
            plan = plan.with(mutated::answer).withPorts(mutated::ports);
        }
        try (var mesh = Mesh.in(plan)) {
            mesh.node("alpha", Vendors.column("reference/1.5"), "alice");
            return failed(report(mesh, driven));
        }
    }
}
