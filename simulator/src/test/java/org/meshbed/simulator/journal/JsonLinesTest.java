package org.meshbed.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** The journal as a file. */
final class JsonLinesTest {
    @TempDir
    Path folder;

    private List<String> written(Consumer<Recording> story) throws IOException {
        var file = folder.resolve("journal.jsonl");
        var recording = new Recording();
        recording.journal.writeTo(file);
        story.accept(recording);
        recording.journal.close();
        return Files.readAllLines(file);
    }

    private static List<JsonNode> parsed(List<String> lines) {
        return lines.stream()
                .map(line -> {
                    try {
                        return Json.read(line.getBytes(StandardCharsets.UTF_8));
                    } catch (Json.NotJson e) {
                        throw new AssertionError(line, e);
                    }
                })
                .toList();
    }

    private static List<JsonNode> ofKind(List<String> lines, String kind) {
        return parsed(lines).stream()
                .filter(n -> n.path("kind").asText().equals(kind))
                .toList();
    }

    private static Schema schema() throws IOException {
        try (var in = Journal.class.getResourceAsStream("journal-schema.json")) {
            var text = new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        }
    }

    /** One line of each kind there is. */
    private static void everything(Recording recording) {
        recording.share().failures();
        var journal = recording.journal;
        journal.atOnce(true);
        var upload = recording.asks(
                "alpha",
                "beta",
                new WireRequest("PUT", "/f", Headers.NONE, new Body.Stream(Content.of(new byte[3])), Framing.CHUNKED));
        recording.answers(upload, WireReply.of(200, Headers.NONE, Body.of(new byte[] {(byte) 0xff, 0})));
        try (var in =
                journal.passing(upload, false, Content.of(new byte[] {1, 2, 3})).open()) {
            in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        journal.atOnce(false);
        var large = recording.asks("alpha", "beta", Recording.post("/large", "x".repeat(100_000)));
        journal.exchangeEnded(large, new Exchange.Reset(false, "broken"), List.of());
    }

    @Nested
    class GivenASharedFile {
        @Test
        void whenWritten_thenMembersStandInTheirFixedOrder() throws IOException {
            var lines = written(Recording::share);
            assertThat(lines.get(0)).isEqualTo("{\"kind\":\"journal\",\"format\":1,\"run\":\"virtual, seed 7\"}");
            assertThat(lines.get(1)).isEqualTo("""
                    {"number":1,"time":"2026-01-01T00:00:00.001Z","kind":"marker",\
                    "scenario":"A file is shared with one person","mark":"scenario-begins",\
                    "words":"A file is shared with one person"}""");
            assertThat(lines.get(3)).startsWith("""
                    {"number":2,"time":"2026-01-01T00:00:00.002Z","kind":"exchange-started",\
                    "scenario":"A file is shared with one person",\
                    "step":"When alice at alpha shares report.txt with bob at beta","node":"alpha",\
                    "story":"share share-0001","exchange":1,"from":"alpha","to":"beta",\
                    "origin":"https://beta.example","method":"POST","target":"/ocm/shares",\
                    "headers":[["Content-Type","application/json"]],"framing":"length","body":\"""");
        }

        @Test
        void whenWritten_thenNoSecretIsInTheFile() throws IOException {
            var text = String.join("\n", written(Recording::share));
            assertThat(text).doesNotContain(Recording.SECRET).contains("\\\"sharedSecret\\\":\\\"secret#1\\\"");
        }

        @Test
        void whenABodyOccursAgain_thenItIsWrittenOnceInEachScenario() throws IOException {
            var lines = written(recording -> recording.share().share());
            assertThat(ofKind(lines, "body"))
                    .extracting(b -> b.path("text").asText())
                    .filteredOn("content of the report"::equals)
                    .hasSize(2);
            var known = new ArrayList<String>();
            for (var line : parsed(lines)) {
                if (line.path("kind").asText().equals("body"))
                    known.add(line.path("sha256").asText());
                if (line.has("body"))
                    assertThat(known).contains(line.path("body").asText());
            }
        }

        @Test
        void whenWrittenTwice_thenTheBytesAreTheSame() throws IOException {
            assertThat(written(JsonLinesTest::everything)).isEqualTo(written(JsonLinesTest::everything));
        }

        @Test
        void whenStillOpen_thenEachLineIsThereAlready() throws IOException {
            var file = folder.resolve("open.jsonl");
            var recording = new Recording();
            recording.journal.writeTo(file);
            recording.journal.fault("beta stops");
            assertThat(Files.readString(file)).endsWith("\"kind\":\"fault\",\"words\":\"beta stops\"}\n");
            recording.journal.close();
        }
    }

    @Nested
    class GivenTheSchema {
        @Test
        void whenEveryKindIsWritten_thenEachLineIsValid() throws IOException {
            var schema = schema();
            var lines = written(JsonLinesTest::everything);
            for (var line : lines)
                assertThat(schema.validate(line, InputFormat.JSON)).as(line).isEmpty();
            assertThat(parsed(lines))
                    .extracting(n -> n.path("kind").asText())
                    .contains(
                            "journal",
                            "body",
                            "action",
                            "exchange-started",
                            "exchange-ended",
                            "content",
                            "decision",
                            "consulted",
                            "state",
                            "fault",
                            "clock",
                            "marker");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"kind\":\"journal\",\"format\":2,\"run\":\"\"}",
                    "{\"kind\":\"fault\",\"words\":\"no number\"}",
                    "{\"number\":1,\"time\":\"yesterday\",\"kind\":\"fault\",\"words\":\"w\"}",
                    "{\"number\":1,\"time\":\"2026-01-01T00:00:00Z\",\"kind\":\"fault\",\"words\":\"w\",\"more\":1}",
                    "{\"number\":1,\"time\":\"2026-01-01T00:00:00Z\",\"kind\":\"exchange-ended\",\"exchange\":1,"
                            + "\"outcome\":\"replied\"}"
                })
        void whenALineIsWrong_thenTheSchemaRefusesIt(String line) throws IOException {
            assertThat(schema().validate(line, InputFormat.JSON)).isNotEmpty();
        }
    }

    @Nested
    class GivenAFileThatFails {
        @Test
        void whenWritten_thenTheErrorSaysWhat() {
            var out = new ByteArrayOutputStream() {
                @Override
                public void flush() throws IOException {
                    throw new IOException("disk full");
                }
            };
            Assertions.assertThatThrownBy(() -> new JsonLines(out, ""))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("the journal file could not be written")
                    .hasRootCauseMessage("disk full");
        }
    }

    @Test
    void whenSeveralJournalsWriteToOneFile_thenLinesStayWhole() throws Exception {
        var out = new ByteArrayOutputStream();
        var lines = new JsonLines(out, "loopback");
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < 4; i++) {
            var recording = new Recording();
            recording.journal.addReader(lines);
            threads.add(Thread.ofVirtual().start(recording::share));
        }
        for (var thread : threads) thread.join();
        lines.close();
        var parsed = parsed(out.toString(StandardCharsets.UTF_8).lines().toList());
        assertThat(parsed)
                .extracting(n -> n.path("number").asInt())
                .filteredOn(n -> n == 1)
                .hasSize(4);
        assertThat(parsed.stream().map(n -> n.path("number").asInt()).max(Comparator.naturalOrder()))
                .contains(12);
    }
}
