package org.meshbed.nodes.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Nested
    class GivenWhatIsNoJson {
        @ParameterizedTest
        @ValueSource(strings = {"", " ", "{", "{\"a\":1,\"a\":2}", "{} {}", "{'a':1}", "nope", "{\"a\":1e}"})
        void whenRead_thenItIsRefused(String text) {
            assertThatThrownBy(() -> Json.read(utf8(text))).isInstanceOf(Json.NotJson.class);
        }

        @Test
        void whenItNestsTooDeep_thenItIsRefused() {
            var deep = "[".repeat(Json.DEEPEST + 1) + "]".repeat(Json.DEEPEST + 1);
            assertThatThrownBy(() -> Json.read(utf8(deep))).isInstanceOf(Json.NotJson.class);
        }

        @Test
        void whenANumberIsAbsurd_thenItIsRefused() {
            assertThatThrownBy(() -> Json.read(utf8("{\"a\":" + "9".repeat(5000) + "}")))
                    .isInstanceOf(Json.NotJson.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "IBM037"})
        void whenItIsInAnotherEncoding_thenItIsRefused(String encoding) {
            var bytes = "{\"a\":1}".getBytes(java.nio.charset.Charset.forName(encoding));
            assertThatThrownBy(() -> Json.read(bytes)).isInstanceOf(Json.NotJson.class);
        }

        @Test
        void whenItIsNotUtf8_thenItIsRefused() {
            assertThatThrownBy(() -> Json.read(new byte[] {'"', (byte) 0xC3, '"'}))
                    .isInstanceOf(Json.NotJson.class)
                    .hasMessage("the body is not UTF-8");
        }
    }

    @Nested
    class GivenAMessage {
        private final MessageView view = view(
                "{\"t\":\"x\",\"n\":null,\"i\":7,\"b\":true,\"o\":{\"k\":\"v\"},\"l\":[\"a\",\"b\"],\"m\":[1],\"f\":1.5,\"p\":[{}]}");

        private static MessageView view(String text) {
            try {
                return MessageView.of(Json.read(utf8(text)));
            } catch (Json.NotJson e) {
                throw new AssertionError(e);
            }
        }

        @Test
        void whenAFieldIsLookedAt_thenAbsentNullWrongAndRightAreToldApart() {
            assertThat(view.text("absent")).isInstanceOf(Field.Absent.class);
            assertThat(view.text("n")).isInstanceOf(Field.Null.class);
            assertThat(view.text("i")).isEqualTo(new Field.WrongType<>("number"));
            assertThat(view.text("t")).isEqualTo(new Field.Value<>("x"));
            assertThat(view.integer("i").value()).contains(7L);
            assertThat(view.integer("f")).isEqualTo(new Field.WrongType<>("number"));
            assertThat(view.bool("b").value()).contains(true);
            assertThat(view.bool("t")).isEqualTo(new Field.WrongType<>("string"));
            assertThat(view.object("o").value().orElseThrow().text("k").value()).contains("v");
            assertThat(view.texts("l").value()).contains(List.of("a", "b"));
            assertThat(view.texts("m")).isEqualTo(new Field.WrongType<>("array of number"));
            assertThat(view.objects("p").value().orElseThrow()).hasSize(1);
            assertThat(view.objects("l")).isEqualTo(new Field.WrongType<>("array of string"));
            assertThat(view.objects("t")).isEqualTo(new Field.WrongType<>("string"));
        }

        @Test
        void whenAFieldIsMapped_thenOnlyAValueChanges() {
            assertThat(view.text("t").map(String::length)).isEqualTo(new Field.Value<>(1));
            assertThat(view.text("n").map(String::length)).isInstanceOf(Field.Null.class);
            assertThat(view.text("i").map(String::length)).isEqualTo(new Field.WrongType<>("number"));
            assertThat(view.text("absent").map(String::length)).isInstanceOf(Field.Absent.class);
        }
    }

    @Test
    void whenHeadersAreLookedUp_thenCaseDoesNotMatterAndDoublesStay() {
        var headers = Headers.of("Authorization", "Bearer a", "X-A", "1", "authorization", "Basic b");
        assertThat(headers.first("AUTHORIZATION")).contains("Bearer a");
        assertThat(headers.all("Authorization")).containsExactly("Bearer a", "Basic b");
        assertThat(headers.without("authorization").lines()).containsExactly(new Header("X-A", "1"));
    }

    @Test
    void whenATargetHasAQuery_thenPathAndQueryAreTakenApartRaw() {
        var request = WireRequest.get("//ocm%2Fshares?a=%20b", Headers.NONE);
        assertThat(request.path()).isEqualTo("//ocm%2Fshares");
        assertThat(request.query()).isEqualTo("a=%20b");
    }
}
