package org.meshbed.simulator.journal.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Testimony;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.simulator.journal.Recording;
import org.meshbed.simulator.journal.Within;
import org.w3c.dom.Document;

/** The picture of a scenario. */
final class SequenceDiagramTest {
    private final Recording recording = new Recording();

    private String svg() {
        return SequenceDiagram.svg(recording.journal.entries());
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(String svg) {
        return Pattern.compile("<text[^>]*>([^<]*)</text>")
                .matcher(svg)
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    @Nested
    class GivenASharedFile {
        GivenASharedFile() {
            recording.share();
        }

        @Test
        void whenDrawn_thenActionsRequestsRepliesAndStatesStandInOrder() {
            assertThat(texts(svg()))
                    .containsExactly(
                            "alice",
                            "alpha",
                            "beta",
                            "bob",
                            "A file is shared with one person",
                            "When alice at alpha shares report.txt with bob at beta",
                            "shares report.txt with",
                            "bob@beta",
                            "POST /ocm/shares",
                            "GET /.well-known/ocm",
                            "200",
                            "share share-0001: pending",
                            "201",
                            "shared",
                            "Then bob can read report.txt",
                            "reads report.txt",
                            "GET /dav/ocm/report.txt",
                            "200",
                            "content of the report");
        }

        @Test
        void whenDrawn_thenItIsWellFormedTitledAndNeedsNothingElse() throws Exception {
            var svg = svg();
            var root = parsed(svg).getDocumentElement();
            assertThat(root.getAttribute("viewBox")).matches("0 0 \\d+ \\d+");
            assertThat(root.getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo("Sequence diagram: A file is shared with one person");
            assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
                    .contains("alpha to beta: POST /ocm/shares");
            assertThat(svg).doesNotContain("<script", "<style", "href", "url(", Recording.SECRET);
        }

        @Test
        void whenDrawnTwice_thenItIsTheSameToTheByte() {
            assertThat(SequenceDiagram.svg(new Recording().share().journal.entries()))
                    .isEqualTo(svg());
        }
    }

    @Nested
    class GivenFailures {
        @Test
        void whenDrawn_thenTheWordsStandAtTheBrokenArrows() {
            recording.failures();
            assertThat(texts(svg()))
                    .contains(
                            "the link between alpha and beta is cut",
                            "refused: the link is cut (cut)",
                            "TLS failed: certificate for another name",
                            "connection broke: the reply was lost (reply lost)",
                            "timed out: no connection",
                            "the clock jumps ahead by 10 min");
        }
    }

    @Nested
    class GivenStrangeContent {
        @Test
        void whenLabelsHoldMarkupOrControlCharacters_thenTheyAreHarmless() throws Exception {
            var odd = recording.asks("<b>&\"", "beta", Recording.get("/<script>alert(1)</script>\u0007\ud800"));
            recording.answers(odd, WireReply.empty(404));
            var svg = svg();
            parsed(svg);
            assertThat(svg).doesNotContain("<script").contains("&lt;b&gt;&amp;&quot;");
        }

        @Test
        void whenLabelsAreLong_thenIdsAreShortenedFirst() {
            recording.asks(
                    "alpha", "beta", Recording.get("/dav/ocm/0f8fad5bd9cb469fa16570867728950e/a-folder/report.txt"));
            assertThat(texts(svg())).contains("GET /dav/ocm/0f8fad5b…/a-folder/report.txt");
        }

        @Test
        void whenNothingHappened_thenItIsAnEmptyPicture() throws Exception {
            assertThat(texts(svg())).isEmpty();
            parsed(svg());
        }

        @Test
        void whenAnExchangeNeverEnds_thenItIsDrawnWithoutAReply() throws Exception {
            recording.asks("alpha", "beta", Recording.get("/slow"));
            parsed(svg());
            assertThat(texts(svg())).containsExactly("alpha", "beta", "GET /slow");
        }

        @Test
        void whenANodeCallsItself_thenItIsDrawn() throws Exception {
            recording.answers(recording.asks("alpha", "alpha", Recording.get("/me")), WireReply.empty(200));
            parsed(svg());
            assertThat(texts(svg())).containsExactly("alpha", "GET /me", "200");
        }
    }

    @Nested
    class GivenPersons {
        @Test
        void whenOneOnlyLooks_thenNothingIsDrawn() {
            recording.journal.acted("alpha", "alice", "lists", "what was shared", "nothing");
            assertThat(texts(svg())).isEmpty();
        }

        @Test
        void whenLookingSendsMessages_thenItIsDrawnBeforeThem() {
            var began = recording.journal.reached();
            recording.answers(recording.asks("alpha", "beta", Recording.get("/folder")), WireReply.empty(207));
            recording.journal.acted("alpha", "alice", "lists", "plans", "two files", began);
            assertThat(texts(svg()))
                    .containsExactly("alice", "alpha", "beta", "lists plans", "GET /folder", "207", "two files");
        }

        @Test
        void whenTwoActAtOnce_thenEachArrowStandsWhereItBegan() {
            recording.journal.step("both accept");
            var first = recording.journal.reached();
            var one = recording.asks("alpha", "gamma", Recording.get("/one"));
            var second = recording.journal.reached();
            var two = recording.asks("beta", "gamma", Recording.get("/two"));
            recording.answers(two, WireReply.empty(200));
            recording.journal.acted("beta", "bob", "accepts", "", "", second);
            recording.answers(one, WireReply.empty(409));
            recording.journal.acted("alpha", "alice", "declines", "", "", first);
            assertThat(texts(svg()))
                    .endsWith("both accept", "declines", "GET /one", "accepts", "GET /two", "200", "409");
        }

        @Test
        void whenNothingIsKnownOfItsBeginning_thenItStandsWhereItEnded() {
            recording.answers(recording.asks("alpha", "beta", Recording.get("/x")), WireReply.empty(200));
            recording.journal.acted("alpha", "alice", "writes", "a.txt", "written");
            assertThat(texts(svg())).endsWith("GET /x", "200", "writes a.txt", "written");
        }

        @Test
        void whenWordsAreLong_thenTheyBreakIntoTwoLines() {
            recording.journal.acted(
                    "alpha",
                    "alice",
                    "shares",
                    "report.txt with user bob@beta.example to read and write until tomorrow or the day after",
                    "nospaceatallinthisverylongwordthatgoesonandon");
            assertThat(texts(svg()))
                    .containsExactly(
                            "alice",
                            "alpha",
                            "shares report.txt with user",
                            "bob@beta.example to read and …",
                            "nospaceatallinthisverylongword",
                            "thatgoesonandon");
        }
    }

    @Nested
    class GivenRetries {
        private void retry(int times) {
            for (var i = 0; i < times; i++) {
                var exchange = recording.asks("alpha", "beta", Recording.get("/again"));
                recording.journal.exchangeEnded(exchange, new Exchange.Refused("nobody listens"), List.of());
                recording.journal.clockMoved(java.time.Duration.ofMinutes(5));
            }
        }

        @Test
        void whenTheSameHappensOften_thenItIsDrawnTwiceAndCounted() {
            retry(120);
            assertThat(texts(svg())).filteredOn("GET /again"::equals).hasSize(2);
            assertThat(texts(svg())).endsWith("the same 118 times more");
        }

        @Test
        void whenItHappensAFewTimes_thenEachIsDrawn() {
            retry(4);
            assertThat(texts(svg())).filteredOn("GET /again"::equals).hasSize(4);
        }

        @Test
        void whenExchangesAreStillOpen_thenTheyAreNotFolded() {
            for (var i = 0; i < 10; i++) recording.asks("alpha", "beta", Recording.get("/slow"));
            assertThat(texts(svg())).filteredOn("GET /slow"::equals).hasSize(10);
        }
    }

    @Nested
    class GivenTwoHundredArrows {
        @Test
        void whenDrawn_thenAllAreThere() throws Exception {
            for (var i = 0; i < 100; i++)
                recording.answers(
                        recording.asks("n" + i % 7, "n" + (i + 3) % 7, Recording.get("/item/" + i)),
                        WireReply.empty(204));
            var svg = svg();
            parsed(svg);
            assertThat(texts(svg))
                    .contains("GET /item/0", "GET /item/99")
                    .filteredOn("204"::equals)
                    .hasSize(100);
            // the names stand above and below
            assertThat(texts(svg)).filteredOn("n0"::equals).hasSize(2);
        }
    }

    /** Everything that can be drawn, for the eye: written where the build keeps its results. */
    @Test
    void whenAllKindsAreDrawn_thenTheSampleIsComplete() throws IOException {
        recording.share();
        recording.journal.step("When the link between alpha and beta is cut");
        recording.failures();
        recording.journal.step("And bob and carol accept the same invite at once");
        recording.journal.atOnce(true);
        var one = recording.asks("beta", "alpha", Recording.post("/ocm/invite-accepted", "{\"token\":\"inv-123456\"}"));
        var two = recording.asks("foreign:10.0.0.7", "alpha", Recording.post("/ocm/invite-accepted", "{}"));
        Within.answering(one, () -> {
            recording.journal.testified("alpha", 1, new Testimony.Changed("invite", "inv-123456", "open", "accepted"));
            return "";
        });
        recording.answers(two, Recording.json(409, "{\"message\":\"INVITE_ALREADY_ACCEPTED\"}"));
        recording.journal.exchangeEnded(one, new Exchange.Replied(Recording.json(200, "{}")), List.of("delayed 40 ms"));
        recording.journal.acted("beta", "bob", "accepts", "the invite of alice", "alice is a contact now");
        recording.journal.acted("beta", "carol", "accepts", "the invite of alice", "the invite was used already");
        recording.journal.atOnce(false);
        var svg = svg();
        var file = Path.of("target", "sample-sequence.svg");
        Files.createDirectories(file.getParent());
        Files.writeString(file, svg);
        assertThat(texts(svg)).contains("409", "200 (delayed 40 ms)", "foreign:10.0.0.7", "carol", "at once:");
    }
}
