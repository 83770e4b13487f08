package org.meshbed.scenarios.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshbed.nodes.identity.Endpoint;
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
