package org.meshbed.nodes.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** Two servers whose operators trust each other: ownCloud and another. */
class TrustedServersTest {
    private static final String CALLS = "/ocs/v2.php/apps/federation/api/v1";
    private static final String BOOK = "/remote.php/dav/addressbooks/system/system/system";

    private final TestMesh mesh = new TestMesh();

    private OcmNode owncloud(String name, String... people) {
        return mesh.node(name, "owncloud/11.0", people);
    }

    private WireReply told(String node, String url, String token) {
        var form = "url=" + url.replace(":", "%3A").replace("/", "%2F") + "&token=" + token + "&format=json";
        return (WireReply) mesh.send(
                node,
                WireRequest.post(
                        CALLS + "/request-shared-secret",
                        Headers.of("Host", node + ".example", "Content-Type", "application/x-www-form-urlencoded"),
                        form.getBytes(StandardCharsets.UTF_8)));
    }

    private WireReply asked(String node, String url, String token) {
        return get(node, CALLS + "/shared-secret?url=" + url + "&token=" + token + "&format=json", "");
    }

    private WireReply get(String node, String target, String secret) {
        return shown(node, "GET", target, secret, "");
    }

    private WireReply shown(String node, String method, String target, String secret, String body) {
        var headers = Headers.of("Host", node + ".example");
        var basic = Base64.getEncoder().encodeToString(("system:" + secret).getBytes(StandardCharsets.UTF_8));
        if (!secret.isEmpty()) headers = headers.and("Authorization", "Basic " + basic);
        return (WireReply) mesh.send(node, new WireRequest(method, target, headers, Body.of(body), Framing.LENGTH));
    }

    private static String text(WireReply reply) {
        return new String(reply.bytes(), StandardCharsets.UTF_8);
    }

    @Nested
    class GivenAServerThatNobodyTrusts {
        @Test
        void whenItTellsATokenOrAsks_thenItIsRefused() {
            owncloud("alpha", "alice");
            assertThat(told("alpha", "https://beta.example", "T1").status()).isEqualTo(403);
            assertThat(asked("alpha", "https://beta.example", "T1").status()).isEqualTo(403);
            assertThat(asked("alpha", "https://beta.example", "").status()).isEqualTo(403);
        }

        @Test
        void whenItAsksForPeople_thenItIsChallenged() {
            owncloud("alpha", "alice");
            var unknown = get("alpha", BOOK, "");
            assertThat(unknown.status()).isEqualTo(401);
            assertThat(text(unknown)).contains("No public access to this resource., No 'Authorization: Basic'");
            assertThat(text(get("alpha", BOOK, "wrong"))).contains("Username or password was incorrect");
        }
    }

    @Nested
    class GivenAServerOnTheList {
        private static final String BETA = "https://beta.example";
        private final OcmNode alpha = owncloud("alpha", "alice", "bob");
        private int reports;

        /** Another server, which asks for nothing by itself; its list of people is read twice, then nobody trusts it. */
        private WireReply beta(WireRequest request) {
            var path = request.path();
            if (path.equals("/status.php")) return WireReply.text(200, "{}");
            if (path.endsWith("/request-shared-secret")) return WireReply.empty(403);
            if (path.endsWith("/shared-secret"))
                return WireReply.text(
                        200, "{\"ocs\":{\"meta\":{\"statuscode\":200},\"data\":{\"sharedSecret\":\"in common\"}}}");
            if (request.headers().first("Authorization").isEmpty()) return WireReply.empty(401);
            if (!request.method().equals("REPORT")) return WireReply.text(200, "BEGIN:VCARD");
            if (++reports == 2) alpha.operator().editProviderList(List.of());
            return WireReply.of(
                    207,
                    Headers.of("Content-Type", "application/xml"),
                    Body.of("<d:multistatus xmlns:d=\"DAV:\"><d:response><d:href>/people/carl.vcf</d:href><d:propstat/>"
                            + "</d:response><d:response><d:href>http://elsewhere/</d:href><d:propstat/></d:response>"
                            + "<d:sync-token>mark/7</d:sync-token></d:multistatus>"));
        }

        private void listed() {
            mesh.stranger("beta.example", this::beta);
            alpha.operator().trust(BETA, "ZXtDfbmv3HNNO8cz");
            mesh.settle();
        }

        @Test
        void whenItRefusesTheTokenAndTellsItsOwn_thenItIsAskedForTheSecretAndItsPeople() {
            listed();
            assertThat(mesh.requests)
                    .containsExactly(
                            "GET beta.example/status.php", "POST beta.example" + CALLS + "/request-shared-secret");
            mesh.requests.clear();
            assertThat(told("alpha", BETA, "EnGik22qJD6jc01Q").status()).isEqualTo(200);
            mesh.settle();
            assertThat(mesh.requests)
                    .startsWith(
                            "GET beta.example" + CALLS
                                    + "/shared-secret?url=https%3A%2F%2Falpha.example&token=EnGik22qJD6jc01Q&format=json",
                            "REPORT beta.example" + BOOK,
                            "REPORT beta.example" + BOOK,
                            "GET beta.example/people/carl.vcf",
                            "GET beta.example/people/carl.vcf",
                            "REPORT beta.example" + BOOK);
            assertThat(mesh.raw.stream()
                            .map(r -> new String(
                                    ((WireReply) WireReply.of(200, Headers.NONE, r.body())).bytes(),
                                    StandardCharsets.UTF_8)))
                    .anyMatch(body -> body.contains("<d:sync-token>mark/7</d:sync-token>"));
        }

        @Test
        void whenItAsksWithTheTokenItWasTold_thenItHasTheSecretAndReadsPeopleWithIt() {
            mesh.stranger(
                    "beta.example",
                    request -> request.path().endsWith("secret") ? WireReply.empty(200) : beta(request));
            alpha.operator().trust(BETA, "T1");
            mesh.settle();
            assertThat(asked("alpha", BETA, "T2").status()).isEqualTo(403);
            var secret = text(asked("alpha", BETA, "T1")).replaceFirst(".*\"sharedSecret\":\"([^\"]*)\".*", "$1");
            assertThat(secret).startsWith("xxxxxxxx");
            assertThat(asked("alpha", BETA, "T1").status()).isEqualTo(403);
            var list = shown(
                    "alpha",
                    "REPORT",
                    BOOK,
                    secret,
                    "<d:sync-collection xmlns:d=\"DAV:\"><d:sync-token/></d:sync-collection>");
            assertThat(text(list))
                    .contains(BOOK + "/Database:alice.vcf", BOOK + "/Database:bob.vcf", "http://sabre.io/ns/sync/5");
            var again = shown(
                    "alpha",
                    "REPORT",
                    BOOK,
                    secret,
                    "<d:sync-collection xmlns:d=\"DAV:\"><d:sync-token>http://sabre.io/ns/sync/5</d:sync-token></d:sync-collection>");
            assertThat(text(again)).doesNotContain("vcf");
            assertThat(text(get("alpha", BOOK + "/Database:alice.vcf", secret)))
                    .contains("CLOUD:alice@alpha.example\r\nFN:Alice\r\nN:Alice;;;;\r\n");
            assertThat(get("alpha", BOOK + "/Database:nobody.vcf", secret).status())
                    .isEqualTo(404);
        }

        @Test
        void whenItsTokenIsTheLesser_thenItIsRefused() {
            mesh.stranger(
                    "beta.example",
                    request -> request.path().endsWith("secret") ? WireReply.empty(200) : beta(request));
            alpha.operator().trust(BETA, "EnGik22qJD6jc01Q");
            mesh.settle();
            assertThat(told("alpha", BETA, "ZXtDfbmv3HNNO8cz").status()).isEqualTo(403);
        }

        @Test
        void whenItShowsNoStatus_thenItIsNotPutOnTheList() {
            mesh.stranger("beta.example", _ -> WireReply.empty(404));
            assertThat(alpha.operator()
                            .editProviderList(List.of("beta.example"))
                            .happened())
                    .isTrue();
            mesh.settle();
            assertThat(told("alpha", BETA, "T1").status()).isEqualTo(403);
            assertThat(alpha.operator().editProviderList(List.of("no host/")).happened())
                    .isFalse();
        }

        @Test
        void whenItSharesAndPeopleAcceptByThemselves_thenItIsNotTold() {
            alpha.operator().changeSetting("auto-accept", "on");
            listed();
            mesh.requests.clear();
            var share =
                    "{\"shareWith\":\"alice@alpha.example\",\"name\":\"a.txt\",\"providerId\":\"1\",\"owner\":\"carl@beta.example\","
                            + "\"shareType\":\"user\",\"resourceType\":\"file\",\"protocol\":{\"name\":\"webdav\",\"options\":{\"sharedSecret\":\"s\"}}}";
            var post = WireRequest.post(
                    "/index.php/apps/federatedfilesharing/shares",
                    Headers.of("Host", "alpha.example", "Content-Type", "application/json"),
                    share.getBytes(StandardCharsets.UTF_8));
            assertThat(((WireReply) mesh.send("alpha", post)).status()).isEqualTo(201);
            mesh.settle();
            assertThat(mesh.requests).isEmpty();
            assertThat(alpha.state().received().getFirst().state()).isEqualTo(ReceivedShare.State.ACCEPTED);
        }
    }
}
