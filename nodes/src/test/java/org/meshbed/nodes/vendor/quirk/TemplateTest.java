package org.meshbed.nodes.vendor.quirk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireRequest;

class TemplateTest {
    private static final Facts FACTS = Facts.NONE
            .and(WireRequest.get("/a%20b?x=<1>", Headers.of("X-Who", "bob")))
            .and(
                    "message",
                    tree(
                            "{\"n\":5,\"t\":\"Bob@beta.example:9401\",\"e\":\"\",\"z\":null,\"w\":\"Ym9iQGh0dHBzOi8vYi5leGFtcGxl@h\",\"l\":[\"read\",\"write\"],\"o\":{\"k\":true}}"));

    private static JsonNode tree(String json) {
        try {
            return Json.read(json.getBytes(StandardCharsets.UTF_8));
        } catch (Json.NotJson e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "${request.method}:${request.path} GET:/a%20b",
                "<${request.path|percent-decoded|base64}> <L2EgYg==>",
                "${request.target|html} /a%20b?x=&lt;1&gt;",
                "${header.X-Who|upper} BOB",
                "${message.t|user} Bob",
                "${message.t|host} beta.example:9401",
                "${message.t|host|portless} beta.example",
                "${message.t|user|lower|capital} Bob",
                "${message.t|user|json} \"Bob\"",
                "${message.t|user|base64url-bare} Qm9i",
                "${message.n|base64} NQ==",
                "${message.n|base64url|unbase64} 5",
                "${request.path|slashless|schemeless} a%20b",
                "${message.t|with-scheme} Bob@https://beta.example:9401",
                "${message.t|unwrapped} Bob@beta.example:9401",
                "${message.w|unwrapped} bob@https://b.example",
                "${message.t|user|md5} 2fc1c0beb992cd7096975cfebf9d5c3b",
                "${message.l.1}-${message.l.7:-none} write-none",
                "${message.z:-none} null",
                "${message.o} {\"k\":true}"
            })
    void aTextHasItsPlacesFilled(String template, String text) {
        assertThat(Template.text(template, FACTS)).isEqualTo(text);
    }

    @Test
    void aTreeKeepsKindsAndLeavesOutWhatIsNotThere() {
        var template = tree(
                "{\"a\":\"${message.n}\",\"b\":\"${message.gone}\",\"c\":[\"${message.l}\",\"x${message.n}\",\"${message.gone}\"],"
                        + "\"d\":{\"e\":\"${message.n|base64}\"},\"f\":7}");
        assertThat(Template.tree(template, FACTS))
                .contains(tree("{\"a\":5,\"c\":[[\"read\",\"write\"],\"x5\"],\"d\":{\"e\":\"NQ==\"},\"f\":7}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "n number true", "n text false", "t text true", "gone absent true", "gone missing true",
                        "gone present false",
                "z null true", "z missing true", "z absent false", "e empty true", "e missing true", "e blank true",
                "l list true", "o object true", "o.k boolean true", "o empty false", "t blank false"
            })
    void aConditionTellsKinds(String name, String kind, boolean holds) {
        var condition = condition("message." + name, List.of(kind), List.of(), List.of(), List.of(), Optional.empty());
        assertThat(condition.holds(FACTS)).isEqualTo(holds);
    }

    @Test
    void aConditionTellsValues() {
        var words = List.of(tree("\"read\""), tree("\"write\""));
        assertThat(in("message.l", words).holds(FACTS)).isTrue();
        assertThat(in("message.l", words.subList(0, 1)).holds(FACTS)).isFalse();
        assertThat(in("message.n", List.of(tree("5"))).holds(FACTS)).isTrue();
        assertThat(in("message.gone", words).holds(FACTS)).isFalse();
        assertThat(notIn("message.l", words.subList(0, 1)).holds(FACTS)).isFalse();
        assertThat(notIn("message.n", words).holds(FACTS)).isTrue();
        assertThat(keys("message.o", List.of("k", "x")).holds(FACTS)).isTrue();
        assertThat(keys("message.o", List.of("x")).holds(FACTS)).isFalse();
        assertThat(matches("message.t", "@beta").holds(FACTS)).isTrue();
        assertThat(matches("message.z", ".*").holds(FACTS)).isFalse();
    }

    @Test
    void conditionsAreJoined() {
        var yes = matches("message.t", "Bob");
        var no = matches("message.t", "Carol");
        assertThat(joined(List.of(no, yes), List.of(), Optional.empty()).holds(FACTS))
                .isTrue();
        assertThat(joined(List.of(), List.of(no, yes), Optional.empty()).holds(FACTS))
                .isFalse();
        assertThat(joined(List.of(), List.of(), Optional.of(no)).holds(FACTS)).isTrue();
        assertThatThrownBy(() -> joined(List.of(), List.of(), Optional.empty()))
                .hasMessage("a condition that says nothing");
    }

    @Test
    void jsonIsIndentedAsOthersDoIt() {
        var tree = tree("{\"a\":[1,{}],\"b\":{\"c\":[]},\"d\":\"ü\"}");
        assertThat(new String(Written.bytes(tree, Optional.of(2)), StandardCharsets.UTF_8))
                .isEqualTo("""
                        {
                          "a": [
                            1,
                            {}
                          ],
                          "b": {
                            "c": []
                          },
                          "d": "ü"
                        }""");
        assertThat(new String(Written.bytes(tree, Optional.empty()), StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":[1,{}],\"b\":{\"c\":[]},\"d\":\"ü\"}");
    }

    private static Condition condition(
            String of,
            List<String> is,
            List<JsonNode> in,
            List<JsonNode> notIn,
            List<String> keys,
            Optional<Pattern> matches) {
        return new Condition(
                Optional.of(of),
                is,
                in,
                notIn,
                keys,
                matches,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static Condition in(String of, List<JsonNode> in) {
        return condition(of, List.of(), in, List.of(), List.of(), Optional.empty());
    }

    private static Condition notIn(String of, List<JsonNode> notIn) {
        return condition(of, List.of(), List.of(), notIn, List.of(), Optional.empty());
    }

    private static Condition keys(String of, List<String> keys) {
        return condition(of, List.of(), List.of(), List.of(), keys, Optional.empty());
    }

    private static Condition matches(String of, String pattern) {
        return condition(of, List.of(), List.of(), List.of(), List.of(), Optional.of(Pattern.compile(pattern)));
    }

    private static Condition joined(List<Condition> any, List<Condition> all, Optional<Condition> not) {
        return new Condition(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                any,
                all,
                not);
    }
}
