package org.meshbed.nodes.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Testimony;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** A secret is exchanged for a token: asked for, given, shown, renewed, and refused. */
class TokensTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final TestMesh mesh = new TestMesh();

    /** Alice at alpha has shared a file with bob at beta, who has accepted it. */
    private String shared(String from, String to) {
        mesh.node("alpha", from, "alice");
        mesh.node("beta", to, "bob");
        write("figures");
        assertThat(share()).isInstanceOf(Told.Done.class);
        var id = mesh.party("bob@beta")
                .received()
                .value()
                .orElseThrow()
                .getFirst()
                .id();
        assertThat(mesh.party("bob@beta").accept(id).happened()).isTrue();
        mesh.requests.clear();
        return id;
    }

    private void write(String text) {
        mesh.party("alice@alpha").write(Place.own("report.txt"), Content.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Told<SentShare> share() {
        return mesh.party("alice@alpha").share(ShareWish.of("report.txt", "bob@beta.example"));
    }

    private Told<Content> read(String id) {
        return mesh.party("bob@beta").read(Place.in(id, ""));
    }

    private String text(String id) throws IOException {
        var told = read(id);
        assertThat(told).as(told.words()).isInstanceOf(Told.Done.class);
        try (var in = told.value().orElseThrow().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private WireRequest announced() {
        return mesh.raw.stream()
                .filter(r -> r.target().equals("/ocm/shares"))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private String secret() {
        var message = message(((Body.Bytes) announced().body()).bytes());
        return message.object("protocol")
                .value()
                .flatMap(p -> p.object("webdav").value())
                .flatMap(w -> w.text("sharedSecret").value())
                .or(() -> message.text("code").value())
                .orElseThrow();
    }

    private String shareId() {
        return message(((Body.Bytes) announced().body()).bytes())
                .text("providerId")
                .value()
                .orElseThrow();
    }

    private static MessageView message(byte[] bytes) {
        try {
            return MessageView.of(Json.read(bytes));
        } catch (Json.NotJson e) {
            throw new AssertionError(e);
        }
    }

    private long asked(String target) {
        return mesh.requests.stream().filter(r -> r.endsWith(target)).count();
    }

    private WireReply exchange(String type, String body) {
        var headers = type.isEmpty() ? Headers.NONE : Headers.of("Content-Type", type);
        return (WireReply)
                mesh.send("alpha", WireRequest.post("/ocm/token", headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    private WireReply exchange(String code) {
        return exchange(FORM, "grant_type=authorization_code&client_id=beta.example&code=" + code);
    }

    private static String token(WireReply reply) {
        assertThat(reply.status()).as(TestMesh.text(reply)).isEqualTo(200);
        return message(reply.bytes()).text("access_token").value().orElseThrow();
    }

    private int opens(String credentials) {
        return mesh.request("alpha", "GET", "/dav/ocm/" + shareId(), "Authorization", credentials)
                .status();
    }

    private List<String> decisions() {
        var lines = new ArrayList<String>();
        for (var testimony : mesh.testimonies)
            if (testimony instanceof Testimony.Decision(var what, var outcome, var _)) lines.add(what + " " + outcome);
        return lines;
    }

    @Nested
    class GivenServersThatExchange {
        @ParameterizedTest
        @CsvSource({
            "1.5, 1.5",
            "1.5, 1.4",
            "1.4, 1.5",
            "1.3, 1.5",
            "1.5, 1.3",
            "1.2, 1.2",
            "1.2, 1.5",
            "1.5, 1.2",
            "1.3, 1.2"
        })
        void whenTheExchangeIsDemanded_thenOnlyATokenIsShown(String from, String to) throws IOException {
            var id = shared("reference/" + from + "[exchange=demanded]", "reference/" + to + "[exchange=yes]");
            assertThat(text(id)).isEqualTo("figures");
            assertThat(text(id)).isEqualTo("figures");
            assertThat(asked("/ocm/token")).as("one token serves both").isEqualTo(1);
            assertThat(shown()).doesNotContain("Bearer " + secret()).hasSize(1);
            assertThat(opens("Bearer " + secret())).isEqualTo(401);
            assertThat(decisions()).contains("access refused by token-shown");
        }

        @ParameterizedTest
        @CsvSource({"1.5, 1.5", "1.2, 1.2", "1.2, 1.5", "1.5, 1.2"})
        void whenItIsNotDemanded_thenTheSecretIsGoodToo(String from, String to) throws IOException {
            var id = shared("reference/" + from + "[exchange=yes]", "reference/" + to + "[exchange=yes]");
            assertThat(text(id)).isEqualTo("figures");
            assertThat(asked("/ocm/token")).isEqualTo(1);
            assertThat(shown()).doesNotContain("Bearer " + secret());
            assertThat(opens("Bearer " + secret())).isEqualTo(200);
        }

        @Test
        void whenAServerOf12Demands_thenThereIsACodeAndNoSecret() {
            shared("reference/1.2[exchange=demanded]", "reference/1.2[exchange=yes]");
            assertThat(((Body.Bytes) announced().body()).text())
                    .contains("\"code\":\"", "\"requirements\":[\"use-code\"]")
                    .doesNotContain("sharedSecret");
        }

        @Test
        void whenTheReceiverDemandsIt_thenTheShareRequiresIt() {
            shared("reference/1.5[exchange=yes]", "reference/1.5[exchange=demanded]");
            assertThat(((Body.Bytes) announced().body()).text()).contains("\"requirements\":[\"must-exchange-token\"]");
            assertThat(opens("Bearer " + secret())).isEqualTo(401);
        }

        @Test
        void whenATokenGrowsOld_thenAnotherOneIsGotBeforeItExpires() throws IOException {
            var id = shared("reference/1.5[exchange=demanded]", "reference/1.5[exchange=yes]");
            text(id);
            mesh.pass(Duration.ofMinutes(59).plusSeconds(31));
            assertThat(text(id)).isEqualTo("figures");
            assertThat(asked("/ocm/token")).isEqualTo(2);
            assertThat(decisions()).doesNotContain("access refused by secret-known");
        }

        @Test
        void whenATokenIsRefusedThoughItIsYoung_thenAnotherOneIsGotOnce() throws IOException {
            var id = shared("reference/1.5[exchange=demanded]", "reference/1.5[exchange=yes]");
            text(id);
            mesh.nodes.get("alpha.example").ports().store().remove("access-tokens", shareId());
            assertThat(text(id)).isEqualTo("figures");
            assertThat(asked("/ocm/token")).isEqualTo(2);
        }

        @Test
        void whenTheDataIsRefusedForEver_thenItIsNotAskedForForEver() {
            var id = shared("reference/1.5[exchange=demanded]", "reference/1.5[exchange=yes]");
            mesh.fault(
                    "alpha.example",
                    e -> e instanceof Exchange.Replied(var r) && r.body() instanceof Body.Stream
                            ? new Exchange.Replied(WireReply.empty(401))
                            : e);
            assertThat(read(id).words()).contains("credentials");
            assertThat(read(id).words()).contains("credentials");
            assertThat(asked("/ocm/token")).isEqualTo(2);
        }

        @Test
        void whenItIsNotDemandedAndTheExchangeFails_thenTheSecretIsShown() throws IOException {
            var id = shared("reference/1.5[exchange=yes]", "reference/1.5[exchange=yes]");
            mesh.fault("alpha.example", TokensTest::tokenless);
            assertThat(text(id)).isEqualTo("figures");
            assertThat(decisions()).contains("token not exchanged", "access falls back to the secret");
        }

        @Test
        void whenItIsDemandedAndTheExchangeFails_thenNothingIsShown() {
            var id = shared("reference/1.5[exchange=demanded]", "reference/1.5[exchange=yes]");
            mesh.fault("alpha.example", TokensTest::tokenless);
            assertThat(read(id).words())
                    .isEqualTo("alpha.example gave no token, but answered 404; " + "the share opens to nothing else");
            assertThat(shown()).isEmpty();
        }

        @Test
        void whenTheShareEnds_thenItsTokenOpensNothingAndNoneIsGiven() {
            shared("reference/1.5[exchange=yes]", "reference/1.5[exchange=yes]");
            var code = secret();
            var token = token(exchange(code));
            assertThat(opens("Bearer " + token)).isEqualTo(200);
            mesh.party("alice@alpha").unshare(shareId());
            assertThat(opens("Bearer " + token)).isEqualTo(401);
            assertThat(TestMesh.text(exchange(code))).isEqualTo("{\"error\":\"invalid_grant\"}");
            assertThat(mesh.nodes.get("alpha.example").ports().store().rows("access-tokens"))
                    .isEmpty();
        }

        @Test
        void whenTheShareIsDeclined_thenItsTokenOpensNothingAndNoneIsGiven() {
            var id = shared("reference/1.5[exchange=yes]", "reference/1.5[exchange=yes]");
            var token = token(exchange(secret()));
            mesh.party("bob@beta").leave(id);
            mesh.settle();
            assertThat(opens("Bearer " + token)).isEqualTo(403);
            assertThat(exchange(secret()).status()).isEqualTo(400);
        }

        @Test
        void whenTheShareExpires_thenItsTokenExpiresWithIt() {
            shared("reference/1.5[exchange=yes]", "reference/1.5[exchange=yes]");
            var token = token(exchange(secret()));
            mesh.party("alice@alpha")
                    .setExpiry(shareId(), java.util.Optional.of(java.time.Instant.parse("2026-01-01T00:10:00Z")));
            mesh.pass(Duration.ofMinutes(11));
            assertThat(opens("Bearer " + token)).isEqualTo(401);
            assertThat(exchange(secret()).status()).isEqualTo(400);
        }

        @Test
        void whenATokenExpires_thenItOpensNothingAndIsThrownAway() {
            shared("reference/1.5[exchange=yes]", "reference/1.5[exchange=yes]");
            var token = token(exchange(secret()));
            mesh.pass(Duration.ofMinutes(61));
            assertThat(opens("Bearer " + token)).isEqualTo(401);
            var rows = mesh.nodes.get("alpha.example").ports().store().rows("access-tokens");
            assertThat(new String(rows.getFirst().value(), StandardCharsets.UTF_8))
                    .doesNotContain(token);
        }

        @Test
        void whenManyTokensAreAskedFor_thenTheOldestMakeRoom() {
            shared("reference/1.5[exchange=yes]", "reference/1.5[exchange=yes]");
            var tokens = new ArrayList<String>();
            for (var i = 0; i < 17; i++) tokens.add(token(exchange(secret())));
            assertThat(new LinkedHashSet<>(tokens)).hasSize(17);
            assertThat(opens("Bearer " + tokens.get(0))).isEqualTo(401);
            assertThat(opens("Bearer " + tokens.get(1))).isEqualTo(200);
            assertThat(opens("bearer " + tokens.get(16))).isEqualTo(200);
            assertThat(opens("Basic "
                            + java.util.Base64.getEncoder()
                                    .encodeToString((tokens.get(16) + ":").getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo(401);
        }

        @Test
        void whenThereIsAnotherShare_thenItsTokenOpensItAlone() {
            shared("reference/1.5[exchange=yes]", "reference/1.5[exchange=yes]");
            var token = token(exchange(secret()));
            assertThat(share().happened()).isTrue();
            assertThat(opens("Bearer " + token)).isEqualTo(401);
            assertThat(opens("Bearer " + token(exchange(secret())))).isEqualTo(200);
        }

        private List<String> shown() {
            return mesh.raw.stream()
                    .flatMap(r -> r.headers().all("Authorization").stream())
                    .distinct()
                    .toList();
        }
    }

    @Nested
    class GivenATokenRequest {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "grant_type=authorization_code&client_id=beta.example | invalid_request",
                    "grant_type=authorization_code&code=CODE | invalid_request",
                    "client_id=beta.example&code=CODE | invalid_request",
                    "grant_type=authorization_code&client_id=beta.example&code= | invalid_request",
                    "grant_type=authorization_code&client_id=beta.example&code=CODE&code=CODE | invalid_request",
                    "grant_type=authorization_code&client_id=beta.example&code=%zz | invalid_request",
                    "grant_type=client_credentials&client_id=beta.example&code=CODE | unsupported_grant_type",
                    "grant_type=ocm_authorization_code&client_id=beta.example&code=CODE | unsupported_grant_type",
                    "grant_type=authorization_code&client_id=https://beta.example&code=CODE | invalid_client",
                    "grant_type=authorization_code&client_id=gamma.example&code=CODE | invalid_grant",
                    "grant_type=authorization_code&client_id=beta.example:444&code=CODE | invalid_grant",
                    "grant_type=authorization_code&client_id=beta.example&code=guess | invalid_grant"
                })
        void whenItIsWrong_thenTheErrorIsThatOfOAuth(String body, String error) {
            shared("reference/1.5[exchange=yes]", "reference/1.5[exchange=yes]");
            var reply = exchange(FORM, body.replace("CODE", secret()));
            assertThat(reply.status()).isEqualTo(400);
            assertThat(TestMesh.text(reply)).isEqualTo("{\"error\":\"" + error + "\"}");
            assertThat(reply.headers().first("Cache-Control")).contains("no-store");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "application/json | {\"grant_type\":\"authorization_code\",\"client_id\":\"beta.example\","
                            + "\"code\":\"CODE\"} | 403",
                    "application/json | {\"grant_type\":\"ocm_authorization_code\",\"client_id\":\"beta.example\","
                            + "\"code\":\"CODE\"} | 403",
                    "text/plain | grant_type=authorization_code&client_id=beta.example&code=CODE | 400",
                    "'' | grant_type=authorization_code&client_id=beta.example&code=CODE | 400",
                    "application/x-www-form-urlencoded | {} | 400"
                })
        void whenItIsNoForm_thenItIsRefused(String type, String body, int status) {
            shared("reference/1.5[exchange=yes]", "reference/1.5[exchange=yes]");
            assertThat(exchange(type, body.replace("CODE", secret())).status()).isEqualTo(status);
        }

        @Test
        void whenItHasMoreThanIsNeeded_thenThatIsIgnored() {
            shared("reference/1.5[exchange=yes]", "reference/1.5[exchange=yes]");
            var reply = exchange(
                    FORM + "; charset=utf-8",
                    "redirect_uri=https%3A%2F%2Fx&scope=all&grant_type=authorization_code&client_id=BETA.example&code="
                            + secret());
            var answer = message(reply.bytes());
            assertThat(answer.text("token_type").value()).contains("Bearer");
            assertThat(answer.integer("expires_in").value()).contains(3600L);
            assertThat(reply.headers().first("Cache-Control")).contains("no-store");
        }

        @Test
        void whenItIsLarge_thenItIsRefusedUnread() {
            shared("reference/1.5[exchange=yes]", "reference/1.5[exchange=yes]");
            var reply = exchange(FORM, "code=" + "x".repeat(1 << 20));
            assertThat(reply.status()).isEqualTo(413);
            assertThat(TestMesh.text(reply)).isEqualTo("{\"error\":\"invalid_request\"}");
        }

        @Test
        void whenNobodyExchangesHere_thenThereIsNoSuchPlace() {
            shared("reference/1.5", "reference/1.5[exchange=yes]");
            assertThat(exchange(secret()).status()).isEqualTo(404);
            assertThat(TestMesh.text(mesh.request("alpha", "GET", "/.well-known/ocm")))
                    .doesNotContain("exchange-token", "tokenEndPoint");
        }

        @Test
        void whenAStrictServerGetsJson_thenItIsAskedForAForm() {
            shared("reference/1.5[mode=strict;exchange=yes]", "reference/1.5[exchange=yes]");
            var json = "{\"grant_type\":\"ocm_authorization_code\",\"client_id\":\"beta.example\",\"code\":\"x\"}";
            assertThat(exchange("application/json", json).status()).isEqualTo(403);
            assertThat(decisions()).contains("token refused by form-taken");
        }
    }

    @Nested
    class GivenADocument {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "1.2 | \"receive-code\" | \"code\"",
                    "1.3 | \"exchange-token\" | \"token-exchange\"",
                    "1.4 | \"exchange-token\" | \"must-exchange-token\"",
                    "1.5 | \"exchange-token\" | \"must-exchange-token\""
                })
        void whenTheExchangeIsDemanded_thenItSaysSoInTheWordsOfTheVersion(
                String version, String capability, String criterion) {
            mesh.node("alpha", "reference/" + version + "[exchange=demanded]", "alice");
            var text = TestMesh.text(mesh.request("alpha", "GET", "/.well-known/ocm"));
            assertThat(text).contains(capability, "\"criteria\":[" + criterion + "]");
            assertThat(text.contains("\"tokenEndPoint\":\"https://alpha.example/ocm/token\""))
                    .isEqualTo(!version.equals("1.2"));
        }
    }

    @Nested
    class GivenServersThatCannot {
        @Test
        void whenTheReceiverCannotExchange_thenADemandingSenderRefuses() {
            mesh.node("alpha", "reference/1.5[exchange=demanded]", "alice");
            mesh.node("beta", "reference/1.5", "bob");
            write("figures");
            assertThat(share().words())
                    .isEqualTo("nothing was shared: beta.example cannot exchange tokens, which this server demands");
        }

        @Test
        void whenTheSenderCannotExchange_thenItSharesWithNobodyWhoDemandsIt() {
            mesh.node("alpha", "reference/1.5", "alice");
            mesh.node("beta", "reference/1.5[exchange=demanded]", "bob");
            write("figures");
            assertThat(share().words()).contains("demands token exchange, which this server cannot do");
        }

        @ParameterizedTest
        @ValueSource(strings = {"use-code", "must-exchange-token"})
        void whenAShareRequiresWhatTheReceiverCannot_thenItIsRefused(String word) {
            mesh.node("beta", "reference/1.5", "bob");
            assertThat(mesh.postReply("beta", "/ocm/shares", announcement(",\"requirements\":[\"" + word + "\"]"))
                            .status())
                    .isEqualTo(501);
        }

        @Test
        void whenAShareDoesNotRequireWhatTheReceiverDemands_thenItIsRefused() {
            mesh.node("beta", "reference/1.5[exchange=demanded]", "bob");
            var reply = mesh.postReply("beta", "/ocm/shares", announcement(""));
            assertThat(reply.status()).isEqualTo(400);
            assertThat(TestMesh.text(reply)).contains("protocol.webdav.requirements");
            assertThat(mesh.postReply(
                                    "beta", "/ocm/shares", announcement(",\"requirements\":[\"must-exchange-token\"]"))
                            .status())
                    .isEqualTo(201);
        }

        @Test
        void whenThePeerSpeaksAVersionWithoutWords_thenNothingIsShared() {
            mesh.node("alpha", "reference/1.5[exchange=demanded]", "alice");
            write("figures");
            mesh.stranger(
                    "odd.example",
                    foreign("1.1.0", "\"tokenEndPoint\":\"https://odd.example/t\",", _ -> WireReply.empty(500)));
            assertThat(mesh.party("alice@alpha")
                            .share(ShareWish.of("report.txt", "o@odd.example"))
                            .words())
                    .contains("does not speak a version that has them");
        }
    }

    /** As if there were no token endpoint. */
    private static Exchange tokenless(Exchange exchange) {
        return exchange instanceof Exchange.Replied(var reply)
                        && TestMesh.text(reply).contains("access_token")
                ? new Exchange.Replied(WireReply.empty(404))
                : exchange;
    }

    private static String announcement(String more) {
        return "{\"shareWith\":\"bob@beta.example\",\"name\":\"song.mp3\",\"providerId\":\"p1\","
                + "\"owner\":\"eve@odd.example\",\"sender\":\"eve@odd.example\",\"shareType\":\"user\","
                + "\"resourceType\":\"file\",\"protocol\":{\"name\":\"multi\",\"webdav\":{\"uri\":\"p1\","
                + "\"sharedSecret\":\"s3cr3t\",\"permissions\":[\"read\"]" + more + "}}}";
    }

    private static Function<WireRequest, org.meshbed.nodes.protocol.WireAnswer> foreign(
            String version, String more, Function<WireRequest, WireReply> token) {
        return request -> switch (request.target()) {
            case "/.well-known/ocm" ->
                WireReply.json(
                        200,
                        ("{\"enabled\":true,\"apiVersion\":\"" + version + "\",\"endPoint\":"
                                        + "\"https://odd.example/api\"," + more
                                        + "\"resourceTypes\":[{\"name\":\"file\",\"shareTypes\":[\"user\"],"
                                        + "\"protocols\":{\"webdav\":\"/dav\"}}],\"capabilities\":[\"exchange-token\","
                                        + "\"protocol-object\"]}")
                                .getBytes(StandardCharsets.UTF_8));
            case "/t" -> token.apply(request);
            default ->
                WireReply.text(
                        request.headers().first("Authorization").orElse("").equals("Bearer good") ? 200 : 401, "song");
        };
    }

    @Nested
    class GivenAForeignTokenEndpoint {
        private static final String HERE = "\"tokenEndPoint\":\"https://odd.example/t\",";

        private Told<Content> read(String more, WireReply answer) {
            mesh.node("beta", "reference/1.5[exchange=yes]", "bob");
            mesh.stranger("odd.example", foreign("1.5.0", more, _ -> answer));
            mesh.postReply("beta", "/ocm/shares", announcement(",\"requirements\":[\"must-exchange-token\"]"));
            var id = mesh.party("bob@beta")
                    .received()
                    .value()
                    .orElseThrow()
                    .getFirst()
                    .id();
            mesh.party("bob@beta").accept(id);
            return TokensTest.this.read(id);
        }

        private static WireReply json(int status, String text) {
            return WireReply.json(status, text.getBytes(StandardCharsets.UTF_8));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"access_token\":\"good\",\"token_type\":\"Bearer\",\"expires_in\":300}",
                    "{\"access_token\":\"good\",\"token_type\":\"bearer\",\"expires_in\":99999999999999,\"x\":1}"
                })
        void whenItGivesAToken_thenThatOpensTheShare(String answer) {
            assertThat(read(HERE, json(200, answer)).happened()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "[]",
                    "<html>",
                    "{\"token_type\":\"Bearer\",\"expires_in\":300}",
                    "{\"access_token\":\"\",\"token_type\":\"Bearer\",\"expires_in\":300}",
                    "{\"access_token\":\"good\\r\\nX-Evil: 1\",\"token_type\":\"Bearer\",\"expires_in\":300}",
                    "{\"access_token\":7,\"token_type\":\"Bearer\",\"expires_in\":300}",
                    "{\"access_token\":\"good\",\"token_type\":\"mac\",\"expires_in\":300}",
                    "{\"access_token\":\"good\",\"expires_in\":300}",
                    "{\"access_token\":\"good\",\"token_type\":\"Bearer\"}",
                    "{\"access_token\":\"good\",\"token_type\":\"Bearer\",\"expires_in\":0}",
                    "{\"access_token\":\"good\",\"token_type\":\"Bearer\",\"expires_in\":\"300\"}"
                })
        void whenItGivesNone_thenNothingIsRead(String answer) {
            var told = read(HERE, json(200, answer));
            assertThat(told.words()).startsWith("odd.example gave ").endsWith("the share opens to nothing else");
            assertThat(mesh.requests).noneMatch(r -> r.contains("/dav"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "400 | {\"error\":\"invalid_grant\"} | invalid_grant",
                    "400 | {\"error\":\"s3cr3t is wrong\"} | answered 400",
                    "500 | oops | answered 500",
                    "302 | {} | answered 302"
                })
        void whenItRefuses_thenTheWordsSayWhatIsSafeToSay(int status, String answer, String words) {
            assertThat(read(HERE, json(status, answer)).words()).contains(words).doesNotContain("s3cr3t");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "\"tokenEndPoint\":7,",
                    "\"tokenEndPoint\":\"nowhere\",",
                    "\"tokenEndPoint\":\"https://other.example/t\",",
                    "\"tokenEndPoint\":\"http://odd.example/t\","
                })
        void whenItIsNowhereOrElsewhere_thenTheSecretIsSentToNobody(String place) {
            var asked = new ArrayList<String>();
            mesh.stranger("other.example", r -> {
                asked.add(r.target());
                return json(200, "{}");
            });
            assertThat(read(place, json(200, "{}")).happened()).isFalse();
            assertThat(asked).isEmpty();
            assertThat(mesh.requests).noneMatch(r -> r.endsWith("/t"));
        }
    }
}
