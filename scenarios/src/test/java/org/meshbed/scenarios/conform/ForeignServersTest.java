package org.meshbed.scenarios.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.scenarios.input.BadInput;

/** Conformance of servers that share no code with ours. */
class ForeignServersTest {
    @TempDir
    private Path folder;

    private Report report(String kind) throws Exception {
        try (var server = ForeignServer.start(kind, folder)) {
            var trusting = Trusting.machineAnd(Optional.of(server.certificate()));
            var wanted = new Conformance.Wanted(server.origin(), trusting, Optional.of("alice"), Optional.empty());
            return new Conformance(wanted).run();
        }
    }

    private static List<String> ids(Report report, Outcome outcome) {
        return report.rows(outcome).stream().map(row -> row.rule().id()).toList();
    }

    @Nested
    class GivenAServerThatSaysYesToEverything {
        @Test
        void whenItIsTested_thenAtLeastTwentyMustRulesFail() throws Exception {
            var report = report("yes");
            assertThat(report.rows().stream().filter(Report.Row::breaksMust)).hasSizeGreaterThanOrEqualTo(20);
            assertThat(ids(report, Outcome.FAILED))
                    .contains("OCM-ADDR-01", "OCM-SHARE-20", "OCM-SHARE-57", "OCM-NOTIF-08", "OCM-YAML-01");
            assertThat(report.rows(Outcome.FAILED))
                    .allSatisfy(row -> assertThat(report.exchange(row.exchange().orElseThrow()))
                            .isPresent());
        }
    }

    @Nested
    class GivenAServerThatDiesHalfWay {
        @Test
        void whenItIsTested_thenWhatCameAfterIsBlocked() throws Exception {
            var report = report("dies");
            assertThat(report.death())
                    .hasValueSatisfying(death -> assertThat(death).contains("died half-way"));
            assertThat(ids(report, Outcome.PASSED)).contains("OCM-DISC-10", "OCM-SHARE-20");
            assertThat(ids(report, Outcome.BLOCKED)).contains("OCM-SHARE-82", "OCM-NOTIF-07", "OCM-REMOVE-10");
            assertThat(report.failed()).isFalse();
        }
    }

    @Nested
    class GivenAServerWithABrokenDocument {
        @Test
        void whenItIsTested_thenTheRulesOfDocumentsFailAndThoseOfSharesDoNot() throws Exception {
            var report = report("broken-document");
            assertThat(ids(report, Outcome.FAILED))
                    .contains("OCM-DISC-10", "OCM-DISC-11", "OCM-DISC-12", "OCM-DISC-15", "OCM-DISC-17", "OCM-DISC-19");
            assertThat(ids(report, Outcome.FAILED)).noneMatch(id -> id.startsWith("OCM-SHARE"));
            assertThat(ids(report, Outcome.PASSED)).contains("OCM-SHARE-20", "OCM-SHARE-30");
        }
    }

    @Nested
    class GivenServersThatAreDriven {
        /** Python resolves no names below localhost. */
        private static final PeerPlace BY_ONE_NAME =
                new PeerPlace(PeerPlace.LOOPBACK.bind(), Optional.of("localhost"), 0, Scheme.HTTPS);

        private Set<String> failed(String kind) throws Exception {
            try (var server = ForeignServer.start(kind, folder)) {
                var trusting = Trusting.machineAnd(Optional.of(server.certificate()));
                try (var alice = new HttpGestures(server.origin(), trusting, "alice", "foreign-token")) {
                    var wanted = new Conformance.Wanted(
                            server.origin(),
                            trusting,
                            Optional.of("alice"),
                            Optional.of(alice),
                            BY_ONE_NAME,
                            Extent.RULES);
                    return new TreeSet<>(ids(new Conformance(wanted).run(), Outcome.FAILED));
                }
            }
        }

        /** They sign nothing, and should then do without invites and requests. */
        private static final List<String> UNSIGNED = List.of("OCM-INV-17", "OCM-SIG-07");

        @Test
        void whenOneIsRight_thenNothingFailsButThatItDoesNotSign() throws Exception {
            assertThat(failed("right")).isSubsetOf(UNSIGNED);
        }

        @ParameterizedTest
        @CsvSource({
            "share-no-share-with, SHARE-20",
            "share-no-name, SHARE-22",
            "share-no-provider-id, SHARE-24",
            "share-no-owner, SHARE-26",
            "share-sender-no-address, SHARE-27",
            "share-no-resource-type, SHARE-34",
            "share-no-protocol, SHARE-44",
            "share-no-secret, SHARE-57",
            "share-no-permissions, YAML-03",
            "news-no-type, NOTIF-07",
            "news-unheard-of, NOTIF-08 NSHARE-07",
            "news-no-domain, NOTIF-09",
            "news-no-file, NSHARE-10",
            "news-other-id, NSHARE-11",
            "news-id-at-the-top, NOTIF-15",
            "invite-no-provider, INV-08",
            "invite-no-token, INV-09",
            "invite-no-user, INV-11",
            "invite-no-email, INV-12",
            "invite-url, INV-08"
        })
        void whenOneSendsWrongly_thenTheRulesThatItBreaksFailAndNoOther(String kind, String rules) throws Exception {
            var failed = failed(kind);
            UNSIGNED.forEach(failed::remove);
            assertThat(failed)
                    .containsExactlyInAnyOrderElementsOf(Stream.of(rules.split(" "))
                            .map(rule -> "OCM-" + rule)
                            .toList());
        }
    }

    @Nested
    class GivenAServerThatCannotBeTested {
        @Test
        void whenItsCertificateIsUnknown_thenOneLineSaysSo() throws Exception {
            try (var server = ForeignServer.start("yes", folder)) {
                var wanted = new Conformance.Wanted(
                        server.origin(), Trusting.machineAnd(Optional.empty()), Optional.empty(), Optional.empty());
                assertThatThrownBy(() -> new Conformance(wanted).run())
                        .isInstanceOf(BadInput.class)
                        .hasMessageContaining("cannot be trusted")
                        .hasMessageContaining("--cacert");
            }
        }

        @Test
        void whenNobodyListens_thenOneLineSaysSo() {
            var wanted = new Conformance.Wanted(
                    Endpoint.parse("https://localhost:1").origin(),
                    Trusting.machineAnd(Optional.empty()),
                    Optional.empty(),
                    Optional.empty());
            assertThatThrownBy(() -> new Conformance(wanted).run())
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("https://localhost:1 could not be reached");
        }
    }
}
