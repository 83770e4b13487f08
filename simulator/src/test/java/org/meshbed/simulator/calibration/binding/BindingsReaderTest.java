package org.meshbed.simulator.calibration.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.party.Contact;
import org.meshbed.nodes.vendor.BadProfile;
import org.meshbed.simulator.calibration.ShippedBindings;

final class BindingsReaderTest {
    private static final String TEXT = """
            times: started
            left-out-of-responses: [Date]
            servers:
              A:
                called: A \\(cron\\)
                at: http://a.test:81
                profile: acme/1
                people: [{user: u1, login: alice, name: Alice}]
              P: {at: https://p.test, hosts: 'https://.*\\.p\\.test'}
            by-hand:
              - {from: P, lacks: User-Agent}
            every-flow:
              state: {A: {contacts: {u1: [bob@p.test]}, files: {u1: {a: x, b: {base64: YQ==, length: 3}}}, warm: [P]}}
              actions:
                - {call: 'POST /api/(\\w+)', do: accept, share: {group: 1}}
            flows:
              one:
                instant: 2026-11-23T22:46:49Z
                state: {A: {contacts: {u1: []}}}
                any-order: [shares]
            """;

    private static Bindings read(String text) {
        return BindingsReader.read("b.yaml", text);
    }

    @Nested
    class GivenBindings {
        private final Bindings bindings = read(TEXT);

        @Test
        void whenRead_thenServersAreFoundByTheirNamesAndPlaces() {
            assertThat(bindings.called("A (cron)").orElseThrow().name()).isEqualTo("A");
            assertThat(bindings.called("C")).isEmpty();
            assertThat(bindings.at(Endpoint.parse("https://x.p.test/").origin())
                            .orElseThrow()
                            .name())
                    .isEqualTo("P");
            assertThat(bindings.isOtherScheme(
                            Endpoint.parse("https://a.test:81/").origin()))
                    .isTrue();
            assertThat(bindings.called("A").orElseThrow().user("alice")).isEqualTo("u1");
            assertThat(bindings.timesOfStart()).isTrue();
            assertThat(bindings.leftOutOfResponses()).containsExactly("date");
        }

        @Test
        void whenAFlowSaysSomethingElse_thenThatTakesThePlace() {
            assertThat(bindings.state("two", "A").contacts().get("u1"))
                    .containsExactly(new Contact("bob@p.test", "", ""));
            assertThat(bindings.state("one", "A").contacts().get("u1")).isEmpty();
            assertThat(bindings.state("one", "A").warm().orElseThrow()).containsExactly("P");
            assertThat(bindings.state("one", "A").files().get("u1").get("b")).containsExactly('a', 'a', 'a');
            assertThat(bindings.flow("one").instant()).contains(Instant.parse("2026-11-23T22:46:49Z"));
            assertThat(bindings.anyOrder("one", "many shares")).isTrue();
            assertThat(bindings.anyOrder("two", "many shares")).isFalse();
        }
    }

    @Nested
    class GivenAMistake {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "times: started | times: begun | b.yaml:1: 'begun' is no moment",
                    "servers: | server: | b.yaml:4: 'server' is no key of bindings; did you mean 'servers'?",
                    "at: http://a.test:81 | at: a.test | b.yaml:6: 'a.test' is no https://<host>[:port]",
                    "profile: acme/1 | profile: acme | b.yaml:7: 'acme' is no <vendor>/<line>",
                    "lacks: User-Agent | misses: User-Agent | b.yaml:11: 'misses' is no key of a sign",
                    "called: A \\(cron\\) | called: 'A (' | b.yaml:5: 'A (' is no regular expression",
                    "do: accept | do: acept | b.yaml:15: 'acept' is no verb; did you mean 'accept'?",
                    "share: {group: 1} | shere: {group: 1} | b.yaml:15: 'shere' is no argument of accept; did you mean 'share'?",
                    "{group: 1} | {grp: 1} | b.yaml:15: 'grp' is no key of an argument",
                    "{group: 1} | {json: a} | b.yaml:15: 'a' is no JSON pointer; for example /share/id",
                    "call: | kall: | b.yaml:15: an action needs one of 'call', 'note', 'caller' and 'begins'",
                    "2026-11-23T22:46:49Z | yesterday | b.yaml:18: 'yesterday' is no instant",
                    "state: {A: {contacts: {u1: []}}} | state: {B: {}} | b.yaml:19: 'B' is no server of these bindings",
                    "length: 3 | length: 0 | b.yaml:13: length 0 is not from 1",
                    "base64: YQ== | base64: '?' | b.yaml:13: 'base64' of a content is no base64",
                })
        void whenSomethingIsWrong_thenPlaceValueAndNearestAreSaid(String right, String wrong, String message) {
            assertThat(TEXT).contains(right);
            assertThatThrownBy(() -> read(TEXT.replace(right, wrong)))
                    .isInstanceOf(BadProfile.class)
                    .hasMessageContaining(message);
        }
    }

    @Nested
    class GivenTheBindingsThatShip {
        @Test
        void whenRead_thenEachFolderHasServersWithAProfile() {
            assertThat(ShippedBindings.folders())
                    .hasSize(6)
                    .allSatisfy(folder -> assertThat(ShippedBindings.of(folder).servers())
                            .anyMatch(server -> server.profile().isPresent()));
        }

        @Test
        void whenAFlowSaysWhoActs_thenThatUserComesFirst() {
            var pairs = ShippedBindings.of("pairs");
            var flow = "opencloud-7-engine__reva-3.12";
            var acts = pairs.state(flow, "rv3").acts().orElseThrow();
            var server = pairs.called("reva-3.12").orElseThrow();
            assertThat(server.people().getFirst().user()).isNotEqualTo(server.user(acts));
            assertThat(server.ledBy(acts).people().getFirst().user()).isEqualTo(server.user(acts));
            assertThat(server.ledBy(acts).people()).hasSameElementsAs(server.people());
        }

        @Test
        void whenAFolderHasNone_thenTheNearestIsNamed() {
            assertThatThrownBy(() -> ShippedBindings.of("ocm-go-2"))
                    .hasMessage("no bindings ship for a folder 'ocm-go-2'; did you mean 'ocm-go-1'?;"
                            + " others are given with --bindings FILE");
        }
    }
}
