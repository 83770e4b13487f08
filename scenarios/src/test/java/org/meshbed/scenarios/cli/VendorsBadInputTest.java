package org.meshbed.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of mistake in a profile, in bindings, in a recording: one line with file, line, value and what is right. */
final class VendorsBadInputTest {
    private static final Path RECORDINGS = Path.of("..", "simulator", "src", "test", "resources", "recordings");
    private static final String FLOW = "ocm-go-1/01-discovery.jsonl";

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** The one line that is said, without the folder in front. */
    private String refused(Object... args) {
        var words = new String[args.length + 2];
        words[0] = "vendors";
        words[1] = "check";
        for (var i = 0; i < args.length; i++) words[i + 2] = args[i].toString();
        var err = new StringWriter();
        assertThat(Main.execute(new PrintWriter(new StringWriter()), new PrintWriter(err), words))
                .as(err.toString())
                .isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString().lines()).hasSize(1);
        return err.toString().strip().replace(folder + "/", "");
    }

    @Nested
    class GivenAProfile {
        private static final String HEAD = "vendor: acme\nline: \"1\"\ncovers: all\ndialect: \"1.4\"\n";
        private static final String SEEN = ", evidence: {level: tests, in: here}}";

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "quirk: [] | acme.yaml:5: 'quirk' is no key of a profile; did you mean 'quirks'?",
                    "quirks: {} | acme.yaml:5: here should be a list of quirks, not a map",
                    "quirks: [{quirk: send.framin, value: chunked# | acme.yaml:5: 'send.framin' is no quirk type; did you mean 'send.framing'?",
                    "quirks: [{quirk: send.framing, value: chunkt# | acme.yaml:5: 'chunkt' is no",
                    "quirks: [{quirk: send.framing, value: chunked}] | acme.yaml:5: 'evidence' is missing",
                    "quirks: [{quirk: send.framing, value: length# | acme.yaml:5: 'send.framing' is what the dialect does anyway",
                    "quirks: [{quirk: send.framing, value: chunked, bends: [OCM-SHARE-1]# | acme.yaml:5: 'OCM-SHARE-1' is no rule; did you mean 'OCM-SHARE-01'?",
                    "quirks: [{quirk: send.framing, value: chunked, bends: [OCM-SHARE-06]# | acme.yaml:5: 'send.framing' cannot bend OCM-SHARE-06: that is a rule of 1.5, and acme/1 speaks ocs, 1.0, 1.1, 1.2, 1.3, 1.4; did you mean 'OCM-SHARE-01'?",
                    "extends: ocm-go/2 | acme.yaml:5: 'ocm-go/2' is no vendor; did you mean 'ocm-go/1'?",
                    "extends: ./acme.yaml | acme.yaml:5: './acme.yaml' extends in a circle: ",
                    "extends: ./acme.yaml | extends acme.yaml; extend a profile that does not lead back here, for example 'ocm-go/1'",
                    "extends: ocm-sub/1 | acme.yaml:5: 'ocm-sub/1' is no"
                })
        void whenItIsWrong_thenFileLineValueAndTheNearestAreSaid(String line, String message) throws IOException {
            var profile = file("acme.yaml", HEAD + line.replace("#", SEEN + "]") + "\n");
            assertThat(refused(profile, RECORDINGS.resolve(FLOW))).contains(message);
        }
    }

    @Nested
    class GivenBindings {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "server: {A: {at: https://a.test}} | b.yaml:1: 'server' is no key of bindings; did you mean 'servers'?",
                    "servers: {A: {at: a.test}} | b.yaml:1: 'a.test' is no https://<host>[:port]",
                    "servers: [A] | b.yaml:1: here should be a map",
                    "servers: {A: {at: https://a.test, profile: ocm-go}} | b.yaml:1: 'ocm-go' is no <vendor>/<line>"
                })
        void whenTheyAreWrong_thenFileLineValueAndTheRightFormAreSaid(String line, String message) throws IOException {
            var bindings = file("b.yaml", line + "\n");
            assertThat(refused("ocm-go/1", RECORDINGS.resolve(FLOW), "--bindings", bindings))
                    .contains(message);
        }

        @Test
        void whenAStateIsOfNoServer_thenTheNearestIsNamed() throws IOException {
            var bindings = file("b.yaml", """
                    servers: {alpha: {at: https://a.test, profile: ocm-go/1}}
                    every-flow:
                      state: {alpa: {}}
                    """);
            assertThat(refused("ocm-go/1", RECORDINGS.resolve(FLOW), "--bindings", bindings))
                    .contains("b.yaml:3: 'alpa' is no server of these bindings; did you mean 'alpha'?");
        }
    }

    @Nested
    class GivenARecording {
        private String first() throws IOException {
            return Files.readAllLines(RECORDINGS.resolve(FLOW)).getFirst();
        }

        private String refusedWith(byte[] lines) throws IOException {
            var recording = folder.resolve("x.jsonl");
            Files.write(recording, lines);
            return refused("ocm-go/1", recording);
        }

        private byte[] twoLines(String second) throws IOException {
            return (first() + "\n" + second + "\n").getBytes(StandardCharsets.UTF_8);
        }

        @Test
        void whenALineIsCutShort_thenThatIsSaid() throws IOException {
            assertThat(refusedWith(twoLines(first().substring(0, 200))))
                    .contains("x.jsonl:2: the line is no JSON, it is broken or cut short");
        }

        @Test
        void whenItIsNotUtf8_thenThatIsSaid() throws IOException {
            var text = (first() + "\n" + first().replace("\"step\": \"", "\"step\": \"\u00e9"))
                    .getBytes(StandardCharsets.ISO_8859_1);
            assertThat(refusedWith(text)).contains("x.jsonl:2: the line is not UTF-8");
        }

        @Test
        void whenItIsOfAnotherSchema_thenTheNearestKeyIsNamed() throws IOException {
            assertThat(refusedWith(twoLines(first().replace("\"from\":", "\"form\":"))))
                    .contains("x.jsonl:2: 'form' is no key of the line of a recording; did you mean 'from'?");
            assertThat(refusedWith(twoLines(first().replaceFirst("\"t_ms\": [0-9]+", "\"t_ms\": \"soon\""))))
                    .contains("x.jsonl:2: 't_ms' of the line is \"soon\", not a whole number");
            assertThat(refusedWith("{\"log\": {\"entries\": []}}\n".getBytes(StandardCharsets.UTF_8)))
                    .contains("x.jsonl:1: 'flow' of the line is missing");
        }
    }
}
