package org.meshbed.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.journal.Journal;

final class OracleTest {
    private static final String SHARE = """
            {"shareWith":"bob@beta.example","providerId":"share-1","owner":"alice@alpha.example",
            "sender":"alice@alpha.example","shareType":"user","resourceType":"file",
            "protocol":{"name":"multi","webdav":{"uri":"share-1","sharedSecret":"a-secret","permissions":["read"]}}}""";

    private final Journal journal = new Journal(() -> Instant.EPOCH, "test");
    private Version alphas = Version.V1_5;
    private List<String> bends = List.of();
    private final Oracle oracle = new Oracle(this::side);

    @BeforeEach
    void listen() {
        journal.addReader(oracle);
    }

    private Side side(String name) {
        if (name.startsWith("foreign:")) return Side.stranger(name);
        var version = name.equals("alpha") ? alphas : Version.V1_5;
        var declared = name.equals("alpha") ? bends : List.<String>of();
        return new Side(name, true, Optional.of(version), false, declared, Optional.of(name + ".example"));
    }

    private void exchange(String from, String to, WireRequest request, Exchange result, String... faults) {
        var origin = Origin.https(ServerHost.parse(to.replaceFirst("foreign:", "") + ".example"));
        var number = journal.exchangeStarted(from, to, origin, request);
        journal.exchangeEnded(number, result, List.of(faults));
    }

    private void lookUp(String from, String to) {
        var document = """
                {"enabled":true,"apiVersion":"1.5.0","endPoint":"https://%s.example/ocm","resourceTypes":[{"name":"file",
                "shareTypes":["user"],"protocols":{"webdav":"/dav/","webdav-receive":{"uri":"relative"}}}]}""".formatted(to);
        exchange(from, to, WireRequest.get("/.well-known/ocm", Headers.NONE), json(200, document));
    }

    private static WireRequest post(String target, String body) {
        var headers = Headers.of("Content-Type", "application/json");
        return WireRequest.post(target, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Exchange json(int status, String body) {
        return new Exchange.Replied(WireReply.json(status, body.getBytes(StandardCharsets.UTF_8)));
    }

    private void shareWithoutName() {
        lookUp("alpha", "beta");
        exchange("alpha", "beta", post("/ocm/shares", SHARE), json(400, "{\"message\":\"INVALID_REQUEST\"}"));
    }

    @Nested
    class GivenAShareWithoutAName {
        @Test
        void whenANodeOfOursSendsIt_thenTheNodeFails() {
            shareWithoutName();

            assertThat(oracle.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.rule().id()).isEqualTo("OCM-SHARE-22");
                assertThat(finding.node()).isEqualTo("alpha");
                assertThat(finding.fails()).isTrue();
                assertThat(finding).asString().contains("exchange 2: no name", "section SCN Fields");
            });
        }

        @Test
        void whenTheProfileDeclaresIt_thenItExplainsAndDoesNotFail() {
            bends = List.of("OCM-SHARE-22");
            shareWithoutName();

            assertThat(oracle.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.declared()).isTrue();
                assertThat(finding.fails()).isFalse();
            });
        }

        @Test
        void whenAStrangerSendsIt_thenItIsWrittenDownAndNothingFails() {
            exchange("foreign:omega", "beta", post("/ocm/shares", SHARE), json(400, "{}"));

            assertThat(oracle.findings()).isNotEmpty().noneMatch(Finding::fails);
        }

        @Test
        void whenItIsTaken_thenTheReceiverIsToBlameToo() {
            exchange(
                    "foreign:omega",
                    "beta",
                    post("/ocm/shares", SHARE),
                    json(201, "{\"recipientDisplayName\":\"Bob\"}"));

            assertThat(oracle.findings())
                    .filteredOn(Finding::fails)
                    .singleElement()
                    .satisfies(finding -> assertThat(
                                    finding.node() + " " + finding.rule().id())
                            .isEqualTo("beta OCM-SHARE-22"));
        }
    }

    @Nested
    class GivenARuleOfTheNewestVersion {
        @Test
        void whenAnOlderServerSpeaks_thenItIsNotAskedFor() {
            alphas = Version.V1_0;
            var old = """
                    {"notificationType":"SHARE_DECLINED","resourceType":"file","providerId":"x","notification":{}}""";
            exchange("alpha", "beta", post("/ocm/notifications", old), json(400, "{}"));

            assertThat(Proofs.ids(oracle.findings(), "alpha")).doesNotContain("OCM-NOTIF-09", "OCM-NSHARE-10");
        }
    }

    @Nested
    class GivenARequestForAShareThatIsDeclined {
        private static final String REQUEST = """
                {"notificationType":"REQUEST_SHARE","senderDomain":"beta.example","resourceType":"file","notification":
                {"file":{"owner":"alice@alpha.example","shareWith":"bob@beta.example","shareId":"report.txt",
                "permissions":["read"]}}}""";
        private static final String NO = """
                {"notificationType":"SHARE_DECLINED","senderDomain":"alpha.example","resourceType":"file","notification":
                {"file":{"providerId":"report.txt"}}}""";

        @Test
        void whenItWasAskedFor_thenWhatWasAskedForStandsInPlaceOfAShare() {
            exchange("beta", "alpha", post("/ocm/notifications", REQUEST), json(201, "{}"));
            exchange("alpha", "beta", post("/ocm/notifications", NO), json(201, "{}"));

            assertThat(Proofs.ids(oracle.findings(), "alpha")).doesNotContain("OCM-NSHARE-11");
            assertThat(Proofs.ids(oracle.findings(), "beta")).doesNotContain("OCM-NSHARE-11");
        }

        @Test
        void whenNobodyAskedForIt_thenTheShareIsUnknown() {
            exchange("alpha", "beta", post("/ocm/notifications", NO), json(201, "{}"));

            assertThat(Proofs.ids(oracle.findings(), "alpha")).contains("OCM-NSHARE-11");
        }
    }

    @Nested
    class GivenAnExchangeThatWasDisturbed {
        @Test
        void whenTheReplyIsLost_thenTheReceiverIsNotBlamed() {
            var lost = new Exchange.Reset(true, "the connection broke");
            exchange(
                    "foreign:omega",
                    "beta",
                    post("/ocm/shares", SHARE.replace("{\"share", "{\"name\":\"n\",\"share")),
                    lost,
                    "reply lost");

            assertThat(Proofs.ids(oracle.findings(), "beta")).isEmpty();
        }

        @Test
        void whenTheReceiverCloses_thenItIsBlamed() {
            var closed = new Exchange.Reset(true, "the connection was closed");
            exchange(
                    "foreign:omega",
                    "beta",
                    post("/ocm/shares", SHARE.replace("{\"share", "{\"name\":\"n\",\"share")),
                    closed);

            assertThat(Proofs.ids(oracle.findings(), "beta")).containsExactly("OCM-SHARE-97");
        }
    }

    @Nested
    class GivenAnInviteBetweenTwoServers {
        private static final String ACCEPTANCE = """
                {"recipientProvider":"alpha.example","token":"t-1","userID":"alice","email":"a@mail.example","name":"Alice"}""";
        private static final String INVITER = """
                {"userID":"bob","email":"b@mail.example","name":"Bob"}""";

        private void accepted(String capabilities) {
            for (var server : List.of("alpha", "beta")) {
                var document = """
                        {"enabled":true,"apiVersion":"1.5.0","endPoint":"https://%s.example/ocm","jwksUri":
                        "https://%s.example/keys","capabilities":[%s],"resourceTypes":[{"name":"file","shareTypes":["user"],
                        "protocols":{"webdav":"/dav/","webdav-receive":{"uri":"relative"}}}]}""".formatted(server, server, capabilities);
                exchange("gamma", server, WireRequest.get("/.well-known/ocm", Headers.NONE), json(200, document));
            }
            exchange("alpha", "beta", post("/ocm/invite-accepted", ACCEPTANCE), json(200, INVITER));
        }

        @Test
        void whenBothCanSign_thenItMayBeUsed() {
            accepted("\"http-sig\"");

            assertThat(Proofs.ids(oracle.findings(), "alpha"))
                    .doesNotContain("OCM-INV-17")
                    .contains("OCM-INV-15");
        }

        @Test
        void whenTheyCannot_thenItIsLeftAlone() {
            accepted("\"notifications\"");

            assertThat(Proofs.ids(oracle.findings(), "alpha")).contains("OCM-INV-17", "OCM-SIG-07");
        }
    }

    @Nested
    class GivenARequestToShareOn {
        private static final String REQUEST = """
                {"notificationType":"REQUEST_RESHARE","senderDomain":"beta.example","resourceType":"file",
                "notification":{"file":{"providerId":"share-1","shareWith":"carol@gamma.example"}}}""";

        @Test
        void whenItIsTakenAndNothingFollows_thenThatIsFound() {
            exchange("beta", "alpha", post("/ocm/notifications", REQUEST), json(201, "{}"));

            assertThat(Proofs.ids(oracle.findings(), "alpha")).contains("OCM-RESHARE-03");
        }

        @Test
        void whenTheShareFollowsLater_thenAllIsWell() {
            exchange("beta", "alpha", post("/ocm/notifications", REQUEST), json(201, "{}"));
            exchange(
                    "alpha",
                    "gamma",
                    post("/ocm/shares", SHARE.replace("bob@beta", "carol@gamma")),
                    json(201, "{\"recipientDisplayName\":\"Carol\"}"));

            assertThat(Proofs.ids(oracle.findings(), "alpha")).doesNotContain("OCM-RESHARE-03", "OCM-RESHARE-14");
        }
    }

    @Nested
    class GivenWhatAPersonDid {
        private static final String PADDED = "dG9rZW4tb25lQGJldGEuZXhhbXBsZQ==";

        @Test
        void whenAnInviteIsMadeInAnotherForm_thenItIsFoundAndNotWrittenDown() {
            journal.acted("alpha", "alice", "invites", "somebody", "hand it over", 0, PADDED);

            assertThat(Proofs.ids(oracle.findings(), "alpha")).containsExactly("OCM-DEF-05");
            assertThat(journal.entries()).noneMatch(entry -> entry.toString().contains("dG9rZW4"));
        }

        @Test
        void whenANameIsSentInAnotherCase_thenThatIsFound() {
            lookUp("alpha", "beta");
            var since = journal.reached();
            exchange("alpha", "beta", post("/ocm/shares", SHARE), json(400, "{\"message\":\"INVALID\"}"));
            journal.acted("alpha", "alice", "shares", "a.txt with user BOB@beta.example to read", "refused", since);

            assertThat(Proofs.ids(oracle.findings(), "alpha")).contains("OCM-DEF-01");
        }
    }

    @Test
    void whatIsNoJsonIsSeenAsSuch() {
        lookUp("alpha", "beta");
        exchange("alpha", "beta", post("/ocm/shares", "{\"a\":1,\"a\":2}"), json(400, "{}"));

        assertThat(Proofs.ids(oracle.findings(), "alpha")).containsExactly("OCM-SHARE-04");
    }

    @Test
    void whatServersAreFreeToDoIsCounted() {
        lookUp("alpha", "beta");

        assertThat(oracle.observed()).doesNotContainKey("OCM-DISC-13");
        assertThat(oracle.exchanges()).isEqualTo(1);
    }

    /** The ids of the rules that a server broke. */
    private static final class Proofs {
        static List<String> ids(List<Finding> findings, String node) {
            return findings.stream()
                    .filter(finding -> finding.node().equals(node))
                    .map(finding -> finding.rule().id())
                    .distinct()
                    .toList();
        }
    }
}
