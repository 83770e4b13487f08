package org.meshbed.simulator.journal.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.journal.Recording;

/** The journal in the forms of others. */
final class ExportsTest {
    @TempDir
    Path folder;

    private final Recording recording = new Recording();

    private long asks(WireRequest request) {
        return recording.asks("alpha", "beta", request);
    }

    private String curl() {
        return Curl.lines(recording.journal.entries()).getLast();
    }

    private String transcript() {
        return Transcript.of(recording.journal.entries());
    }

    @Nested
    class GivenHar {
        private JsonNode entries() throws Exception {
            var file = folder.resolve("run.har");
            Har.write(recording.journal.entries(), file);
            var log = Json.read(Files.readAllBytes(file)).path("log");
            assertThat(log.path("version").asText()).isEqualTo("1.2");
            return log.path("entries");
        }

        @Test
        void whenAShareIsWritten_thenRequestAndResponseAreThere() throws Exception {
            recording.share();
            var entry = entries().get(0);
            assertThat(entry.at("/startedDateTime").asText()).isEqualTo("2026-01-01T00:00:00.002Z");
            assertThat(entry.at("/time").asDouble()).isEqualTo(6.0);
            assertThat(entry.at("/request/url").asText()).isEqualTo("https://beta.example/ocm/shares");
            assertThat(entry.at("/request/postData/mimeType").asText()).isEqualTo("application/json");
            assertThat(entry.at("/request/postData/text").asText())
                    .contains("secret#1")
                    .doesNotContain(Recording.SECRET);
            assertThat(entry.at("/response/status").asInt()).isEqualTo(201);
            assertThat(entry.at("/response/content/text").asText()).isEqualTo("{\"recipientDisplayName\":\"Bob\"}");
            assertThat(entry.at("/_from").asText()).isEqualTo("alpha");
            assertThat(entry.at("/_story").asText()).isEqualTo("share share-0001");
            assertThat(entries().get(1).at("/_inside").asInt()).isEqualTo(1);
        }

        @Test
        void whenAllThatTheFormatDemandsIsLookedFor_thenItIsThere() throws Exception {
            asks(Recording.get("/search?q=a%20b&all"));
            var entry = entries().get(0);
            for (var name : List.of("startedDateTime", "time", "request", "response", "cache", "timings"))
                assertThat(entry.has(name)).as(name).isTrue();
            for (var name : List.of(
                    "method", "url", "httpVersion", "cookies", "headers", "queryString", "headersSize", "bodySize"))
                assertThat(entry.path("request").has(name)).as(name).isTrue();
            for (var name : List.of(
                    "status",
                    "statusText",
                    "httpVersion",
                    "cookies",
                    "headers",
                    "content",
                    "redirectURL",
                    "headersSize",
                    "bodySize"))
                assertThat(entry.path("response").has(name)).as(name).isTrue();
            assertThat(entry.at("/request/queryString").toString())
                    .isEqualTo("[{\"name\":\"q\",\"value\":\"a%20b\"},{\"name\":\"all\",\"value\":\"\"}]");
            assertThat(entry.at("/_error").asText()).isEqualTo("it has not ended");
        }

        @Test
        void whenNoReplyCame_thenTheStatusIsNoneAndTheErrorSaysWhy() throws Exception {
            recording.failures();
            assertThat(entries().get(0).at("/response/status").asInt()).isZero();
            assertThat(entries().get(0).at("/_error").asText()).isEqualTo("refused: the link is cut (cut)");
        }

        @Test
        void whenBodiesAreBytes_thenTheyAreInBase64() throws Exception {
            recording.answers(
                    asks(WireRequest.post("/x", Headers.NONE, new byte[] {(byte) 0xff})),
                    WireReply.of(200, Headers.NONE, Body.of(new byte[] {(byte) 0xfe})));
            assertThat(entries().get(0).at("/request/postData/_encoding").asText())
                    .isEqualTo("base64");
            assertThat(entries().get(0).at("/response/content/encoding").asText())
                    .isEqualTo("base64");
            assertThat(entries().get(0).at("/response/content/text").asText()).isEqualTo("/g==");
        }
    }

    @Nested
    class GivenCurl {
        @Test
        void whenAShareWasAnnounced_thenTheLineSendsItAgain() {
            recording.share();
            assertThat(Curl.lines(recording.journal.entries()).getFirst())
                    .startsWith("curl --path-as-is --include --request 'POST' --header 'Content-Type: application/json'"
                            + " --data-raw '{\"shareWith\"")
                    .endsWith("' 'https://beta.example/ocm/shares'")
                    .contains("secret#1")
                    .doesNotContain(Recording.SECRET);
        }

        @Test
        void whenTheShellMightUnderstandIt_thenItIsQuoted() {
            asks(Recording.post("/it's?a=$HOME&b=`x`", "it's"));
            assertThat(curl()).endsWith("--data-raw 'it'\\''s' 'https://beta.example/it'\\''s?a=$HOME&b=`x`'");
        }

        @Test
        void whenHeadersAreOdd_thenTheyStayAsTheyWere() {
            asks(Recording.get("//x", "X-Empty", "", "Content-Length", "0", "authorization", "Bearer  "));
            assertThat(curl())
                    .isEqualTo("curl --path-as-is --include --header 'X-Empty;' --header 'authorization: Bearer  '"
                            + " 'https://beta.example//x'");
        }

        @Test
        void whenChunkedStreamsOrHeads_thenTheLineSaysSo() {
            asks(new WireRequest("PUT", "/f", Headers.NONE, new Body.Stream(Content.of(new byte[1])), Framing.CHUNKED));
            assertThat(curl()).contains("--header 'Transfer-Encoding: chunked' --data-binary @FILE");
            asks(new WireRequest("HEAD", "/f", Headers.NONE, Body.NONE, Framing.NONE));
            assertThat(curl()).isEqualTo("curl --path-as-is --include --head 'https://beta.example/f'");
        }

        @Test
        void whenOptionsAreGiven_thenTheyStandInFront() {
            asks(Recording.get("/f"));
            assertThat(Curl.line(recording.journal.exchanges().getFirst(), "--cacert", "/tmp/a b.pem"))
                    .isEqualTo("curl --path-as-is --include '--cacert' '/tmp/a b.pem' 'https://beta.example/f'");
        }
    }

    @Nested
    class GivenTranscripts {
        @Test
        void whenAFileWasShared_thenItReadsFromTopToBottom() {
            recording.share();
            assertThat(transcript()).isEqualTo("""
                            == A file is shared with one person
                            -- When alice at alpha shares report.txt with bob at beta
                            #1 alpha -> beta  POST /ocm/shares
                                Content-Type: application/json
                                {
                                  "shareWith" : "bob@beta.example",
                                  "name" : "report.txt",
                                  "providerId" : "share-0001",
                                  "protocol" : {
                                    "name" : "multi",
                                    "webdav" : {
                                      "uri" : "share-0001",
                                      "sharedSecret" : "secret#1",
                                      "permissions" : [
                                        "read"
                                      ]
                                    }
                                  }
                                }
                                #2 beta -> alpha  GET /.well-known/ocm
                                #2 beta <- alpha  answered 200
                                    Content-Type: application/json
                                    {
                                      "enabled" : true,
                                      "apiVersion" : "1.2.0",
                                      "endPoint" : "https://alpha.example/ocm"
                                    }
                                beta asked for quirk share.receive.answers: none
                                beta decided: user known -> yes (bob has an account)
                                beta share share-0001: - -> pending
                            #1 alpha <- beta  answered 201
                                Content-Type: application/json
                                {
                                  "recipientDisplayName" : "Bob"
                                }
                            alice at alpha shares report.txt with bob@beta; is told: shared
                            -- Then bob can read report.txt
                            #3 beta -> alpha  GET /dav/ocm/report.txt
                                Authorization: Bearer secret#1
                            #3 beta <- alpha  answered 200
                                Content-Type: text/plain; charset=utf-8
                                content of the report
                            bob at beta reads report.txt; is told: content of the report
                            """);
        }

        @Test
        void whenThingsFail_thenItSaysSo() {
            recording.failures();
            recording.journal.atOnce(true);
            recording.journal.atOnce(false);
            recording.journal.acted("", "operator", "waits", "", "");
            assertThat(transcript())
                    .contains(
                            "!! the link between alpha and beta is cut\n",
                            "#1 alpha <- beta  refused: the link is cut (cut)\n",
                            "!! the clock jumps ahead by 10 min\n",
                            ".. at once\n.. all have ended\n",
                            "\noperator waits\n");
        }

        @Test
        void whenALongBodyComesAgain_thenItIsNamed() {
            var body = "{\"name\":\"" + "n".repeat(200) + "\"}";
            recording.answers(asks(Recording.get("/1")), Recording.json(200, body));
            recording.answers(asks(Recording.get("/2")), Recording.json(200, body));
            assertThat(transcript()).containsOnlyOnce("nnnn\"").endsWith("    (the body that #1 shows)\n");
        }

        @Test
        void whenBodiesAreNoJson_thenTheyAreTold() throws IOException {
            recording.answers(asks(Recording.post("/a", "{broken")), WireReply.text(200, "x".repeat(5_000)));
            recording.answers(
                    asks(WireRequest.post("/b", Headers.NONE, new byte[] {(byte) 0xff})),
                    new WireReply(200, Headers.NONE, new Body.Stream(Content.of(new byte[9])), Framing.LENGTH));
            try (var in = recording
                    .journal
                    .passing(2, true, Content.of("streamed bytes".getBytes(StandardCharsets.UTF_8)))
                    .open()) {
                assertThat(in.read()).isEqualTo('s');
            }
            assertThat(transcript())
                    .contains(
                            "    {broken\n",
                            "x\n    (5000 bytes in all)\n",
                            "    (1 bytes, sha256 a8100ae6",
                            "    (a stream of 9 bytes)\n",
                            "#2 content of the reply: 1 bytes, not to its end\n    s\n");
        }
    }

    @Nested
    class GivenDurations {
        @ParameterizedTest
        @CsvSource({
            "PT0S, 0 s",
            "PT10M, 10 min",
            "PT1.5S, 1.5 s",
            "PT0.040S, 0.04 s",
            "P30D, 30 d",
            "P1DT2H3M4S, 1 d 2 h 3 min 4 s"
        })
        void whenToldToPeople_thenTheyAreShort(String duration, String words) {
            assertThat(Words.of(Duration.parse(duration))).isEqualTo(words);
        }
    }
}
