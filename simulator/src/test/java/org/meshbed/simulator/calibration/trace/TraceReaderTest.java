package org.meshbed.simulator.calibration.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TraceReaderTest {
    private static final String LINE =
            "{\"flow\":\"f\",\"step\":\"s\",\"seq\":1,\"t_ms\":5,\"from\":\"A\",\"to\":\"B\",\"tls\":true,"
                    + "\"request\":{\"method\":\"GET\",\"path\":\"/x\",\"query\":\"a=1\",\"headers\":[[\"Host\",\"b.test\"]],\"body\":\"\"},"
                    + "\"response\":{\"status\":200,\"reason\":\"OK\",\"headers\":[[\"Content-Length\",\"9\"]],\"body\":\"BODY\"},\"ms\":3}";

    private static Flow read(String text) {
        return TraceReader.read("t.jsonl", "folder", text.getBytes(StandardCharsets.UTF_8));
    }

    private static RecordedBody body(String written) {
        return read(LINE.replace("\"BODY\"", written))
                .exchanges()
                .getFirst()
                .response()
                .orElseThrow()
                .body();
    }

    @Nested
    class GivenAnExchange {
        private final Entry.Exchanged exchange = read(LINE).exchanges().getFirst();

        @Test
        void whenRead_thenAllOfItIsThere() {
            assertThat(exchange.request().target()).isEqualTo("/x?a=1");
            assertThat(exchange.request().path()).isEqualTo("/x");
            assertThat(exchange.request().host()).isEqualTo("b.test");
            assertThat(exchange.startedAt()).isEqualTo(2);
            assertThat(exchange.response().orElseThrow().status()).isEqualTo(200);
            assertThat(exchange.tls()).isTrue();
        }

        @Test
        void whenItsMomentIsThatOfTheStart_thenItEndsLater() {
            assertThat(read(LINE).withTimesOfStart().exchanges().getFirst().endedAt())
                    .isEqualTo(8);
        }
    }

    @Nested
    class GivenTimesThatGoBack {
        @Test
        void whenPutOnOneClock_thenTheSecondRunIsASecondLater() {
            var flow = read(LINE.replace("\"t_ms\":5", "\"t_ms\":500") + "\n" + LINE + "\n"
                    + LINE.replace("\"t_ms\":5", "\"t_ms\":9"));
            assertThat(flow.onOneClock().entries()).extracting(Entry::endedAt).containsExactly(500L, 1503L, 1507L);
        }
    }

    @Nested
    class GivenABody {
        @Test
        void whenItIsCut_thenTheMarkIsNoPartOfIt() {
            for (var mark : java.util.List.of(
                    "... (cut, 9 bytes)",
                    "[... cut, 9 characters recorded]",
                    "...[cut by the recorder, 9 bytes in all]")) {
                var body = body("\"abc" + mark + "\"");
                assertThat(body.text()).isEqualTo("abc");
                assertThat(body.cut()).isTrue();
                assertThat(body.whole()).isEqualTo(9);
            }
        }

        @Test
        void whenNobodyElseSaysHowLongItWas_thenTheMarkDoes() {
            var line =
                    LINE.replace("[[\"Content-Length\",\"9\"]]", "[]").replace("BODY", "abc... (cut, 2660 characters)");
            var body =
                    read(line).exchanges().getFirst().response().orElseThrow().body();
            assertThat(body.whole()).isEqualTo(2660);
            assertThat(body.text()).isEqualTo("abc");
        }

        @Test
        void whenItIsBase64_thenItIsDecoded() {
            assertThat(body("{\"base64\":\"YWJj\"}").text()).isEqualTo("abc");
            assertThat(body("{\"base64\":\"YWJj\",\"cut\":\"first 3\"}").whole())
                    .isEqualTo(9);
        }

        @Test
        void whenItWasLeftOut_thenNothingIsComparedWithIt() {
            assertThat(body("\"[HTML page of 9 characters left out; its text begins: x]\"")
                            .leftOut())
                    .isTrue();
        }
    }

    @Nested
    class GivenNotesAndEvents {
        @Test
        void whenRead_thenTheWordsOfANoteAreThereWhicheverFieldHasThem() {
            var flow = read(
                    "{\"flow\":\"f\",\"step\":\"s\",\"seq\":1,\"t_ms\":5,\"event\":\"note\",\"text\":\"one\"}\n"
                            + "{\"flow\":\"f\",\"step\":\"s\",\"seq\":2,\"t_ms\":5,\"event\":\"note\",\"note\":\"two\"}\n"
                            + "{\"flow\":\"f\",\"step\":\"s\",\"seq\":3,\"t_ms\":5,\"event\":\"tls-failed\",\"from\":null,\"to\":\"B\"}\n");
            assertThat(flow.entries())
                    .containsExactly(
                            new Entry.Noted(1, "s", 5, "one"),
                            new Entry.Noted(2, "s", 5, "two"),
                            new Entry.Happened(3, "s", 5, "tls-failed"));
        }
    }

    @Nested
    class GivenAMistake {
        private static void isRefused(String text, String message) {
            assertThatThrownBy(() -> read(LINE + "\n" + text))
                    .isInstanceOf(BadTrace.class)
                    .hasMessageStartingWith("t.jsonl:2: ")
                    .hasMessageContaining(message);
        }

        @Test
        void whenALineIsCutShort_thenThatIsSaid() {
            isRefused(LINE.substring(0, 120), "the line is no JSON, it is broken or cut short");
        }

        @Test
        void whenALineIsNotUtf8_thenThatIsSaid() {
            var bytes = (LINE + "\n" + LINE.replace("BODY", "\u00e4")).getBytes(StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() -> TraceReader.read("t.jsonl", "folder", bytes))
                    .hasMessage("t.jsonl:2: the line is not UTF-8");
        }

        @Test
        void whenALineIsNoObject_thenThatIsSaid() {
            isRefused("[1]", "the line is no JSON object");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "\"seq\" | \"sequ\" | 'sequ' is no key of the line of a recording; did you mean 'seq'?",
                    "\"method\" | \"verb\" | 'verb' is no key of 'request' of a recording",
                    "\"status\":200 | \"status\":\"200\" | 'status' of 'response' is \"200\", not a whole number",
                    "\"status\":200 | \"status\":20 | 'status' of 'response' is 20, not from 100 to 999",
                    "\"t_ms\":5, | ~~ | 't_ms' of the line is missing",
                    "\"tls\":true | \"tls\":1 | 'tls' of the line is 1, not true or false",
                    "[[\"Host\",\"b.test\"]] | [[\"Host\"]] | a header of 'request' is [\"Host\"], not [name, value]",
                    "\"to\":\"B\" | \"to\":null | 'to' of the line is null, not a text",
                    "\"flow\":\"f\" | \"flow\":\"g\" | flow 'g' begins in the file of flow 'f'",
                    "\"BODY\" | {\"base64\":\"?\"} | 'base64' of a body is not base64",
                })
        void whenSomethingIsWrong_thenPlaceValueAndRightFormAreSaid(String right, String wrong, String message) {
            assertThat(LINE).contains(right);
            isRefused(LINE.replace(right, wrong), message);
        }

        @Test
        void whenAnEventIsUnknown_thenTheNearestIsNamed() {
            isRefused(
                    "{\"flow\":\"f\",\"step\":\"s\",\"seq\":1,\"t_ms\":5,\"event\":\"tls-faild\"}",
                    "'tls-faild' is no event of a recording; did you mean 'tls-failed'?");
        }

        @Test
        void whenThereIsNothing_thenThatIsSaid() {
            assertThatThrownBy(() -> read("")).hasMessage("t.jsonl:1: there is no line in this recording");
        }
    }

    @Nested
    class GivenAFolder {
        @Test
        void whenRead_thenItsFlowsComeInTheOrderOfTheirNames(@TempDir Path folder) throws IOException {
            Files.writeString(folder.resolve("2.jsonl"), LINE.replace("\"f\"", "\"two\""));
            Files.writeString(folder.resolve("1.jsonl"), LINE.replace("\"f\"", "\"one\""));
            Files.writeString(folder.resolve("README.md"), "no recording");
            assertThat(TraceReader.read(folder)).extracting(Flow::name).containsExactly("one", "two");
            assertThat(TraceReader.read(folder).getFirst().folder())
                    .isEqualTo(folder.getFileName().toString());
        }

        @Test
        void whenItIsEmptyOrNotThere_thenThatIsSaid(@TempDir Path folder) {
            assertThatThrownBy(() -> TraceReader.read(folder))
                    .hasMessageContaining("there is no .jsonl file in this folder");
            assertThatThrownBy(() -> TraceReader.read(folder.resolve("x")))
                    .hasMessageContaining("there is no such file or folder");
        }
    }
}
