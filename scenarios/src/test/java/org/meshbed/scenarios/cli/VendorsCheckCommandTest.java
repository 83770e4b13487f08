package org.meshbed.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.vendor.Vendors;

class VendorsCheckCommandTest {
    private static final String RECORDINGS = "../simulator/src/test/resources/recordings/ocm-go-1";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int check(String... words) {
        var line = new String[words.length + 2];
        line[0] = "vendors";
        line[1] = "check";
        System.arraycopy(words, 0, line, 2, words.length);
        return Main.execute(new PrintWriter(out), new PrintWriter(err), line);
    }

    @Nested
    class GivenARecording {
        @Test
        void whenChecked_thenEachFlowAndTheSumHaveALine() {
            assertThat(check("ocm-go/1", RECORDINGS, "--flow", "01", "--at-least", "0"))
                    .isEqualTo(Exit.FINE);
            assertThat(out.toString().lines().findFirst().orElseThrow())
                    .matches("flow 01-discovery: \\d+ of \\d+ exchanges");
            assertThat(out.toString().lines().reduce("", (_, last) -> last))
                    .matches("agreement: \\d+ of \\d+ exchanges \\(\\d+\\.\\d %\\)");
        }

        @Test
        void whenMoreIsAsked_thenItFails() {
            assertThat(check("ocm-go/1", RECORDINGS, "--quiet", "--at-least", "100.1"))
                    .isEqualTo(Exit.FAILED);
            assertThat(out.toString().lines()).hasSize(6).noneMatch(line -> line.startsWith(" "));
        }

        @Test
        void whenAskedForJson_thenOneDocumentComes() throws Json.NotJson {
            check("ocm-go/1", RECORDINGS, "--flow", "01", "--json");
            var json = Json.read(out.toString().strip().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(json.get("exchanges").asInt()).isPositive();
            assertThat(json.at("/flows/0/name").asText()).isEqualTo("01-discovery");
        }
    }

    @Nested
    class GivenEvidenceThatIsNotInTheRecording {
        @Test
        void whenChecked_thenFileLineAndNearestStepAreSaidAndTheAgreementStands(@TempDir Path folder)
                throws IOException {
            var file = folder.resolve("stub.yaml");
            var right = "step: \"query string on the path\"";
            var written = Vendors.written("ocm-stub/1");
            var line = 1
                    + (int) written.substring(0, written.indexOf(right))
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            Files.writeString(file, written.replace(right, "step: \"query on the path\""));
            var recording = "../simulator/src/test/resources/recordings/ocm-stub-1";
            assertThat(check(file.toString(), recording, "--flow", "12", "--quiet"))
                    .isEqualTo(Exit.FINE);
            assertThat(err.toString().strip())
                    .isEqualTo("evidence: " + file + ":" + line + ": 'query on the path' is no step of"
                            + " ocm-stub-1/12-token-endpoint-by-hand, and none begins so; did you mean"
                            + " 'query string on the path'?");
        }
    }

    @Nested
    class GivenBadInput {
        private void isRefused(String message, String... words) {
            assertThat(check(words)).isEqualTo(Exit.BAD_INPUT);
            assertThat(err.toString().lines()).hasSize(1).first().asString().contains(message);
        }

        @Test
        void whenTheRecordingIsNone_thenFileAndLineAreSaid(@TempDir Path folder) throws IOException {
            var file = folder.resolve("x.jsonl");
            Files.writeString(file, "{\"flow\":");
            isRefused("x.jsonl:1: the line is no JSON, it is broken or cut short", "ocm-go/1", file.toString());
        }

        @Test
        void whenThereAreNoBindings_thenThatIsSaid(@TempDir Path folder) throws IOException {
            Files.copy(Path.of(RECORDINGS, "01-discovery.jsonl"), folder.resolve("x.jsonl"));
            isRefused("no bindings ship for a folder", "ocm-go/1", folder.toString());
        }

        @Test
        void whenTheBindingsAreWrong_thenFileAndLineAreSaid(@TempDir Path folder) throws IOException {
            var file = folder.resolve("b.yaml");
            Files.writeString(file, "servers:\n  A: {att: https://a.test}\n");
            isRefused(
                    "b.yaml:2: 'att' is no key of a server; did you mean 'at'?",
                    "ocm-go/1",
                    RECORDINGS,
                    "--bindings",
                    file.toString());
        }

        @Test
        void whenTheBindingsKnowNoSuchProfile_thenThoseTheyKnowAreNamed() {
            isRefused("no server of these bindings has the profile reference/1.5", "reference/1.5", RECORDINGS);
        }

        @Test
        void whenNoFlowBeginsSo_thenTheNearestIsNamed() {
            isRefused(
                    "no flow begins with '01-diskovery'; did you mean '01-discovery'?",
                    "ocm-go/1",
                    RECORDINGS,
                    "--flow",
                    "01-diskovery");
        }
    }
}
