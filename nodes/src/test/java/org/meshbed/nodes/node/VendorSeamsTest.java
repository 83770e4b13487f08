package org.meshbed.nodes.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Testimony;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Header;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.NoAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.Vendors;

/** Each place where a vendor may bend, bent by a profile from a file and seen on the wire. */
class VendorSeamsTest {
    private static final String SHARE = """
            {"shareWith":"bob@beta.example","name":"a.txt","providerId":"1","owner":"alice@alpha.example",\
            "sender":"alice@alpha.example","shareType":"user","resourceType":"file",\
            "protocol":{"name":"multi","webdav":{"uri":"x","sharedSecret":"s","permissions":["read"]}}}""";

    @TempDir
    Path folder;

    private final TestMesh mesh = new TestMesh();

    /** @param quirks {@code type = value} each, the value as YAML in one line */
    private Profile profile(String more, String... quirks) throws IOException {
        var text = new StringBuilder("vendor: acme\nline: \"1\"\ncovers: all\ndialect: \"1.5\"\n" + more + "quirks:\n");
        for (var quirk : quirks) {
            var at = quirk.indexOf(" = ");
            text.append("  - quirk: ")
                    .append(quirk, 0, at)
                    .append("\n    value: ")
                    .append(quirk.substring(at + 3));
            text.append("\n    evidence: {level: observed, in: acme-1/01, step: \"a test\"}\n");
        }
        var file = folder.resolve("acme.yaml");
        Files.writeString(file, text);
        return Vendors.column(file.toString());
    }

    private void beta(String... quirks) throws IOException {
        mesh.node("beta", profile("", quirks), "bob");
    }

    private static String text(Object answer) {
        return new String(((WireReply) answer).bytes(), StandardCharsets.UTF_8);
    }

    private static int status(Object answer) {
        return ((WireReply) answer).status();
    }

    @Nested
    class GivenItsOwnPaths {
        @Test
        void whenARowFits_thenItAnswersOrLeadsToAPlace() throws IOException {
            beta("http.routes = [{paths: [/old/shares], methods: [PUT], to: shares},"
                    + " {paths: [/hello*], when: {of: request.query, in: [x=1]}, answer: {status: 203, type: none, body:"
                    + " \"you asked for ${request.target|html}\", headers: {X-By: \"${own.host}\"}}}]");
            var answer = mesh.request("beta", "GET", "/hello/<you>?x=1");
            assertThat(answer.status()).isEqualTo(203);
            assertThat(text(answer)).isEqualTo("you asked for /hello/&lt;you&gt;?x=1");
            assertThat(answer.headers().lines()).containsExactly(new Header("X-By", "beta.example"));
            assertThat(mesh.request("beta", "GET", "/hello").status()).isEqualTo(404);
            var put = new WireRequest(
                    "PUT",
                    "/old/shares",
                    Headers.of("Content-Type", "application/json"),
                    org.meshbed.nodes.protocol.Body.of(SHARE),
                    org.meshbed.nodes.protocol.Framing.LENGTH);
            assertThat(status(mesh.send("beta", put))).isEqualTo(201);
        }

        @Test
        void whenNothingServesAPath_thenItsOwnNotFoundIsSaid() throws IOException {
            beta(
                    "http.not-found = [{paths: [/ocm/*], methods: [GET], answer: {status: 405, headers: {Allow: POST}, body: \"\"}},"
                            + " {answer: {status: 302, type: none, body: \"\", headers: {Location: /login}}}]",
                    "http.tidies = [trailing-slash]");
            assertThat(mesh.request("beta", "GET", "/ocm/shares").headers().first("Allow"))
                    .contains("POST");
            assertThat(mesh.request("beta", "GET", "/nowhere").headers().first("Location"))
                    .contains("/login");
            assertThat(mesh.request("beta", "GET", "//.well-known/ocm").status())
                    .isEqualTo(302);
            assertThat(mesh.request("beta", "GET", "/.well-known/ocm/").status())
                    .isEqualTo(200);
        }

        @Test
        void whenItsPathsAreOthers_thenTheDocumentAndTheSharesNameThem() throws IOException {
            beta("http.paths = {api: /api/ocm, data: /files/dav/}");
            mesh.node("alpha", "reference/1.5", "alice");
            var document = text(mesh.request("beta", "GET", "/.well-known/ocm"));
            assertThat(document).contains("\"https://beta.example/api/ocm\"", "\"/files/dav/\"");
            assertThat(status(mesh.post("beta", "/ocm/shares", SHARE))).isEqualTo(404);
            assertThat(status(mesh.post("beta", "/api/ocm/shares", SHARE))).isEqualTo(201);
            shares("bob@beta", "alice@alpha.example");
            accepted("alice@alpha");
            assertThat(mesh.requests).contains("GET beta.example/files/dav/" + id("alice@alpha"));
        }
    }

    private String id(String party) {
        var id = mesh.party(party).received().value().orElseThrow().getFirst().id();
        return id.substring(id.indexOf('/') + 1);
    }

    private Told<?> shares(String party, String recipient) {
        mesh.party(party).write(Place.own("a.txt"), Content.of("hello".getBytes(StandardCharsets.UTF_8)));
        return mesh.party(party).share(wish(recipient));
    }

    private static ShareWish wish(String recipient) {
        return new ShareWish("a.txt", recipient, ShareType.USER, Permissions.READ, Optional.empty(), false);
    }

    private void accepted(String party) {
        var driver = mesh.party(party);
        var share = driver.received().value().orElseThrow().getFirst();
        driver.accept(share.id());
        driver.read(Place.in(share.id(), ""));
    }

    @Nested
    class GivenItsOwnChecksOfShares {
        @Test
        void whenAnotherCheckComesFirst_thenItsAnswerIsGiven() throws IOException {
            beta(
                    "share.receive.checks = [{check: no-options, when: {of: message.protocol.options, is: [present]}},"
                            + " recipient-known, body-is-json, fields-present]",
                    "share.receive.answers = {no-options: {status: 501, json: {message: \"${refusal.code}\"}},"
                            + " recipient-known: {status: 404, type: text/plain, body: \"no ${message.shareWith|user}\"}}",
                    "share.receive.answers = {accepted: {status: 200, type: text/plain, body: \"{}\"},"
                            + " fields-present: {status: 400, body: \"missing: ${refusal.names}\\n${refusal.each}\","
                            + " each: \"Key: '${refusal.name|capital}'\"}}",
                    "share.receive.requires = [name, providerId]");
            var withOptions = SHARE.replace("\"name\":\"multi\"", "\"name\":\"multi\",\"options\":{}");
            assertThat(text(mesh.post("beta", "/ocm/shares", withOptions))).isEqualTo("{\"message\":\"NO_OPTIONS\"}");
            var unknown = mesh.postReply("beta", "/ocm/shares", SHARE.replace("bob@", "carol@"));
            assertThat(text(unknown)).isEqualTo("no carol");
            var bare = mesh.postReply("beta", "/ocm/shares", "{\"shareWith\":\"bob@beta.example\"}");
            assertThat(text(bare)).isEqualTo("missing: name, providerId\nKey: 'Name'\nKey: 'ProviderId'");
            assertThat(bare.headers().first("Content-Type")).isEmpty();
            var fine = mesh.postReply("beta", "/ocm/shares", SHARE);
            assertThat(fine.status()).isEqualTo(200);
            assertThat(text(fine)).isEqualTo("{}");
        }

        @Test
        void whenItKeepsSilence_thenTheShareMayBeThere() throws IOException {
            beta(
                    "share.receive.checks = [body-is-json, {check: odd, when: {of: header.Signature, is: [present]}, after: effect}]",
                    "share.receive.answers = {odd: {silence: after-effect}, body-is-json: {closes: before-effect}}");
            var signed = WireRequest.post(
                    "/ocm/shares", Headers.of("Signature", "?"), SHARE.getBytes(StandardCharsets.UTF_8));
            assertThat(mesh.send("beta", signed)).isEqualTo(NoAnswer.silence(true));
            assertThat(mesh.party("bob@beta").received().value().orElseThrow()).hasSize(1);
            assertThat(mesh.post("beta", "/ocm/shares", "no")).isEqualTo(new NoAnswer(false));
        }

        @Test
        void whenTheSameComesAgain_thenItMayBeOneMoreShareOrTheOnlyOne() throws IOException {
            beta("share.receive.keeps = again");
            mesh.post("beta", "/ocm/shares", SHARE);
            mesh.post("beta", "/ocm/shares", SHARE);
            assertThat(mesh.party("bob@beta").received().value().orElseThrow()).hasSize(2);
            mesh.node("beta", profile("", "share.receive.keeps = latest"), "bob");
            mesh.post("beta", "/ocm/shares", SHARE.replace("\"1\"", "\"2\""));
            assertThat(mesh.party("bob@beta").received().value().orElseThrow()).hasSize(1);
        }

        @Test
        void whenTheAddressStandsElsewhere_thenItIsReadThere() throws IOException {
            beta(
                    "share.receive.reads = {address: [protocol.webdav.url, protocol.webdav.uri], secret: [protocol.options.sharedSecret]}",
                    "share.receive.checks = [body-is-json]");
            mesh.node("alpha", "reference/1.5", "alice");
            mesh.post(
                    "beta",
                    "/ocm/shares",
                    SHARE.replace("\"uri\":\"x\"", "\"uri\":\"x\",\"url\":\"https://alpha.example/there\""));
            accepted("bob@beta");
            assertThat(mesh.requests).endsWith("GET alpha.example/there");
            assertThat(mesh.raw.getLast().headers().first("Authorization")).contains("Bearer ");
        }

        @Test
        void whenTheRecipientIsReadOtherwise_thenItIsFound() throws IOException {
            beta("share.receive.recipient = \"${message.shareWith|user|unbase64|user}\"");
            assertThat(status(mesh.post("beta", "/ocm/shares", SHARE.replace("bob@beta", "Ym9iQHg@beta"))))
                    .isEqualTo(201);
            assertThat(status(mesh.post("beta", "/ocm/shares", SHARE.replace("bob@beta", "Y2Fyb2w@beta"))))
                    .isEqualTo(400);
        }

        @Test
        void whenItAsksTheSendersDocument_thenAStrangersShareIsRefused() throws IOException {
            beta("share.receive.checks = [body-is-json, sender-discovered]");
            assertThat(status(mesh.post("beta", "/ocm/shares", SHARE))).isEqualTo(400);
            mesh.node("alpha", "reference/1.5", "alice");
            assertThat(status(mesh.post("beta", "/ocm/shares", SHARE))).isEqualTo(201);
        }

        @Test
        void whenItReadsMoreThanOthers_thenThatIsTaken() throws IOException {
            beta(
                    "message.reads = {shares: [any-case, doubled-keys, text-behind], invite-accepted: [form], notifications: [any-value]}",
                    "notification.receive.checks = [body-is-json]");
            var odd = SHARE.replace("\"name\":\"a.txt\"", "\"NAME\":\"a.txt\",\"NAME\":\"b.txt\"") + " {\"and\": 1}";
            assertThat(status(mesh.post("beta", "/ocm/shares", odd))).isEqualTo(201);
            assertThat(mesh.party("bob@beta")
                            .received()
                            .value()
                            .orElseThrow()
                            .getFirst()
                            .name())
                    .isEqualTo("b.txt");
            assertThat(status(mesh.post("beta", "/ocm/notifications", "[]"))).isEqualTo(201);
        }
    }

    @Nested
    class GivenItsOwnNews {
        @Test
        void whenItHeedsNothing_thenAllIsTakenAndNothingHappens() throws IOException {
            beta(
                    "notification.receive.checks = []",
                    "notification.heeds = []",
                    "notification.receive.answers = {accepted: {status: 202, body: \"\"}}");
            mesh.post("beta", "/ocm/shares", SHARE);
            var unshared = "{\"notificationType\":\"SHARE_UNSHARED\",\"notification\":{\"providerId\":\"1\","
                    + "\"sharedSecret\":\"s\"},\"resourceType\":\"file\",\"senderDomain\":\"alpha.example\"}";
            assertThat(status(mesh.post("beta", "/ocm/notifications", unshared)))
                    .isEqualTo(202);
            assertThat(status(mesh.post("beta", "/ocm/notifications", "no"))).isEqualTo(202);
            assertThat(mesh.party("bob@beta").received().value().orElseThrow()).hasSize(1);
        }

        @Test
        void whenItTellsInWordsOfItsOwn_thenThoseAreSentOnce() throws IOException {
            beta(
                    "notification.sends = [SHARE_ACCEPTED]",
                    "notification.retries = {times: 2, first: 10s}",
                    "message.send.notification = [{type: text/plain, json: {type: \"${notice.type}\", id: \"${share.id}\"}}]",
                    "send.calls = {notification: news}");
            mesh.node("alpha", "reference/1.5", "alice");
            shares("alice@alpha", "bob@beta.example");
            accepted("bob@beta");
            mesh.fault("alpha.example", e -> new org.meshbed.nodes.port.Exchange.Replied(WireReply.text(503, "busy")));
            mesh.settle();
            assertThat(mesh.requests.stream().filter("POST alpha.example/ocm/news"::equals))
                    .hasSize(2);
            var sent = mesh.raw.stream()
                    .filter(r -> r.target().equals("/ocm/news"))
                    .toList();
            assertThat(sent.getFirst().headers().first("Content-Type")).contains("text/plain");
            assertThat(body(sent.getFirst())).startsWith("{\"type\":\"SHARE_ACCEPTED\",\"id\":\"");
            mesh.requests.clear();
            mesh.party("bob@beta").leave(id("bob@beta"));
            mesh.settle();
            assertThat(mesh.requests).isEmpty();
        }
    }

    private static String body(WireRequest request) {
        return request.body() instanceof org.meshbed.nodes.protocol.Body.Bytes(var bytes)
                ? new String(bytes, StandardCharsets.UTF_8)
                : "";
    }

    @Nested
    class GivenItsOwnInvites {
        @Test
        void whenATokenIsNotUsedUp_thenSecondsCanAcceptIt() throws IOException {
            beta(
                    "invite.tokens = {lives: 24h, uses: any}",
                    "invite.receive.checks = [body-is-json, fields-present, token-known, token-current, contact-new]",
                    "invite.receive.requires = [recipientProvider, token, userID]",
                    "invite.receive.answers = {accepted: {status: 200, json: {userID: \"${user.id|base64url-bare}\", name: \"${user.name}\"}},"
                            + " contact-new: {status: 409, json: {message: user already known}}, token-known: {status: 404, body: \"\"}}");
            var invite = mesh.party("bob@beta").invite().value().orElseThrow();
            var token = new String(
                            java.util.Base64.getUrlDecoder().decode(invite.inviteString()), StandardCharsets.UTF_8)
                    .replaceFirst("@.*", "");
            assertThat(Duration.between(java.time.Instant.parse("2026-01-01T00:00:00Z"), invite.expiry()))
                    .isEqualTo(Duration.ofHours(24));
            assertThat(text(mesh.post("beta", "/ocm/invite-accepted", acceptance(token, "alice"))))
                    .isEqualTo("{\"userID\":\"Ym9i\",\"name\":\"Bob\"}");
            assertThat(status(mesh.post("beta", "/ocm/invite-accepted", acceptance(token, "amy"))))
                    .isEqualTo(200);
            assertThat(status(mesh.post("beta", "/ocm/invite-accepted", acceptance(token, "amy"))))
                    .isEqualTo(409);
            assertThat(status(mesh.post("beta", "/ocm/invite-accepted", acceptance("nothing", "amy"))))
                    .isEqualTo(404);
        }

        private String acceptance(String token, String user) {
            return "{\"recipientProvider\":\"alpha.example\",\"token\":\"" + token + "\",\"userID\":\"" + user + "\"}";
        }
    }

    @Nested
    class GivenItsOwnWayToAsk {
        @Test
        void whenItLooksUpOtherwise_thenWhatOthersRefuseIsADocument() throws IOException {
            beta(
                    "discovery.looks-up = {keeps: 0s, statuses: any, needs: [endPoint], types: [shareTypes]}",
                    "discovery.asks = [/old]",
                    "send.lines = {discovery: {User-Agent: acme, Accept: none}, share: {User-Agent: \"acme for ${peer.host}\"}}",
                    "send.counts = {share: {statuses: [200], body: object}}",
                    "send.repeats = {share: {times: 2, after: [4]}}",
                    "share.send.keeps = refused",
                    "share.send.heeds = [types]",
                    "message.send.share = [{set: {owner: \"${user.id}@http://${own.host}\", extra.deep: [1, \"${share.id}\"], none: \"${share.nothing}\"},"
                            + " without: [protocol.webdav.permissions], rename: {protocol.webdav.uri: URI}, indent: 2}]");
            mesh.stranger(
                    "peer.example",
                    request -> request.target().equals("/old")
                            ? WireReply.json(
                                    404,
                                    "{\"apiVersion\":\"1.5.0\",\"capabilities\":[\"protocol-object\"],\"endPoint\":\"https://peer.example/x\",\"shareTypes\":[{\"name\":\"file\",\"protocols\":{\"webdav\":\"/d/\"},\"shareTypes\":[\"user\"]}]}"
                                            .getBytes(StandardCharsets.UTF_8))
                            : WireReply.text(400, "no"));
            assertThat(shares("bob@beta", "carol@peer.example").happened()).isFalse();
            assertThat(mesh.party("bob@beta").shared().value().orElseThrow()).hasSize(1);
            assertThat(mesh.requests)
                    .containsExactly(
                            "GET peer.example/old", "POST peer.example/x/shares", "POST peer.example/x/shares");
            assertThat(mesh.raw.getFirst().headers().lines()).containsExactly(new Header("User-Agent", "acme"));
            var sent = body(mesh.raw.getLast());
            assertThat(mesh.raw.getLast().headers().first("User-Agent")).contains("acme for peer.example");
            assertThat(sent).contains("\"owner\": \"bob@http://beta.example\"", "\"URI\": ", "\"deep\": [");
            assertThat(sent).doesNotContain("\"permissions\"", "\"none\"", "\"uri\"");
            shares("bob@beta", "carol@peer.example");
            assertThat(mesh.requests.stream().filter("GET peer.example/old"::equals))
                    .hasSize(2);
        }

        @Test
        void whenItFollowsRedirects_thenAsItsKindOfRequestDoes() throws IOException {
            beta(
                    "send.follows = {share: {at-most: 2, as-get: [302], as-is: [307], elsewhere: true, without: [Accept]}}");
            var document = "{\"enabled\":true,\"apiVersion\":\"1.5.0\",\"endPoint\":\"https://peer.example/ocm\","
                    + "\"capabilities\":[\"protocol-object\"],\"resourceTypes\":[{\"name\":\"file\",\"shareTypes\":[\"user\"],\"protocols\":{\"webdav\":\"/d/\"}}]}";
            mesh.stranger("peer.example", request -> switch (request.target()) {
                case "/.well-known/ocm" -> WireReply.json(200, document.getBytes(StandardCharsets.UTF_8));
                case "/ocm/shares" -> moved(307, "https://other.example/again");
                default -> WireReply.empty(500);
            });
            mesh.stranger(
                    "other.example",
                    request -> request.target().equals("/again")
                            ? moved(302, "/asked")
                            : WireReply.json(200, "{}".getBytes(StandardCharsets.UTF_8)));
            assertThat(shares("bob@beta", "carol@peer.example").happened()).isTrue();
            assertThat(mesh.requests)
                    .endsWith("POST peer.example/ocm/shares", "POST other.example/again", "GET other.example/asked");
            assertThat(mesh.raw.getLast().headers().first("Content-Type")).isEmpty();
        }

        private static WireReply moved(int status, String to) {
            return WireReply.of(status, Headers.of("Location", to), org.meshbed.nodes.protocol.Body.NONE);
        }

        @Test
        void whenTheDocumentIsAskedForBeforeSharesOnly_thenNotBeforeInvites() throws IOException {
            var federated = "federated: [{need: server-list, evidence: {level: source, in: x}}]\n";
            mesh.node(
                    "beta",
                    profile(
                            federated,
                            "discovery.finds = {from: list-and-document, api: /list, asks: [share]}",
                            "discovery.looks-up = {keeps: 0s}"),
                    "bob");
            mesh.node("alpha", "reference/1.5", "alice");
            var invite = mesh.party("alice@alpha").invite().value().orElseThrow();
            mesh.party("bob@beta").acceptInvite(invite.inviteString());
            assertThat(mesh.requests).containsExactly("POST alpha.example/list/invite-accepted");
            shares("bob@beta", "alice@alpha.example");
            assertThat(mesh.requests).endsWith("GET alpha.example/.well-known/ocm", "POST alpha.example/list/shares");
        }

        @Test
        void whenPeersComeFromAList_thenNobodyIsAsked() throws IOException {
            var federated = "federated: [{need: server-list, evidence: {level: source, in: x}}]\n";
            mesh.node("beta", profile(federated, "discovery.finds = {from: list, api: /ocm/, data: /dav/ocm}"), "bob");
            mesh.node("alpha", "reference/1.5", "alice");
            assertThat(shares("bob@beta", "alice@alpha.example").happened()).isTrue();
            assertThat(mesh.requests).containsExactly("POST alpha.example/ocm/shares");
        }
    }

    @Nested
    class GivenItsOwnWayToTheFiles {
        @Test
        void whenItOpensByOtherWays_thenOnlyByThose() throws IOException {
            beta(
                    "access.opens = {ways: [bearer-id, bearer, address], names: any, schemes: exact}",
                    "access.receive.answers = {secret-known: {status: 500, body: \"\"}, credentials-shown: {status: 500, type: none, body: none}}",
                    "access.replies = [{methods: [PUT], statuses: [403], answer: {status: 418, body: \"${share.id}\"}}]");
            mesh.node("alpha", "reference/1.5", "alice");
            shares("bob@beta", "alice@alpha.example");
            var sent = body(mesh.raw.getLast());
            var secret = sent.replaceFirst("(?s).*\"sharedSecret\":\"([^\"]*)\".*", "$1");
            var id = id("alice@alpha");
            assertThat(get("/dav/ocm/" + id + "/any.txt", "Bearer " + secret)).isEqualTo(200);
            assertThat(get("/dav/ocm/", "Bearer " + secret)).isEqualTo(200);
            assertThat(get("/dav/ocm/" + id, "bearer " + secret)).isEqualTo(500);
            assertThat(mesh.request("beta", "GET", "/dav/ocm/" + secret).status())
                    .isEqualTo(200);
            assertThat(text(mesh.request("beta", "GET", "/dav/ocm/" + id))).isEqualTo("none");
            var put = mesh.request("beta", "PUT", "/dav/ocm/" + id, "Authorization", "Bearer " + secret);
            assertThat(put.status()).isEqualTo(418);
            assertThat(text(put)).isEqualTo(id);
        }

        private int get(String path, String authorization) {
            return mesh.request("beta", "GET", path, "Authorization", authorization)
                    .status();
        }

        @Test
        void whenItAsksOtherwise_thenItLooksFirstAndFallsBack() throws IOException {
            beta(
                    "access.asks = {file: slash, schemes: [bearer, basic], falls: on-failure, before: [PROPFIND, PROPFIND], twice: [GET]}");
            mesh.node("alpha", "reference/1.5", "alice");
            shares("alice@alpha", "bob@beta.example");
            mesh.requests.clear();
            accepted("bob@beta");
            var id = id("bob@beta");
            var place = " alpha.example/dav/ocm/" + id + "/";
            assertThat(mesh.requests).endsWith("PROPFIND" + place, "PROPFIND" + place, "GET" + place, "GET" + place);
            mesh.raw.clear();
            mesh.fault("alpha.example", _ -> new org.meshbed.nodes.port.Exchange.Replied(WireReply.empty(500)));
            mesh.party("bob@beta")
                    .read(Place.in(
                            mesh.party("bob@beta")
                                    .received()
                                    .value()
                                    .orElseThrow()
                                    .getFirst()
                                    .id(),
                            ""));
            assertThat(mesh.raw.stream()
                            .map(r -> r.headers()
                                    .first("Authorization")
                                    .orElse("")
                                    .replaceFirst(" .*", "")))
                    .containsExactly("Bearer", "Basic");
        }
    }

    @Nested
    class GivenTheRest {
        @Test
        void whenItsDocumentIsItsOwn_thenByWhoAsks() throws IOException {
            beta("discovery.document = [{set: {provider: Acme}, without: [criteria]},"
                    + " {when: {of: header.User-Agent, in: [Crawler]}, set: {apiVersion: \"1.1\"}}]");
            assertThat(text(mesh.request("beta", "GET", "/.well-known/ocm")))
                    .contains("\"provider\":\"Acme\"", "\"1.5.0\"")
                    .doesNotContain("criteria");
            assertThat(text(mesh.request("beta", "GET", "/.well-known/ocm", "User-Agent", "Crawler")))
                    .contains("\"apiVersion\":\"1.1\"");
        }

        @Test
        void whenPeopleCannotDoSomething_thenItIsUnsupported() throws IOException {
            beta("party.cannot = [unshare, list]");
            assertThat(mesh.party("bob@beta").unshare("x")).isInstanceOf(Told.Unsupported.class);
            assertThat(mesh.party("bob@beta").received().happened()).isTrue();
        }

        @Test
        void whenItForgets_thenARestartLosesThat() throws IOException {
            beta("state.forgets = [received-shares]");
            mesh.post("beta", "/ocm/shares", SHARE);
            assertThat(mesh.party("bob@beta").received().value().orElseThrow()).hasSize(1);
            beta("state.forgets = [received-shares]");
            assertThat(mesh.party("bob@beta").received().value().orElseThrow()).isEmpty();
        }

        @Test
        void whenSomethingIsUnknown_thenTheWitnessHearsThatItWasAsked() throws IOException {
            var unknown = "unknown: [{quirk: share.receive.keeps, why: nobody tried}]\n";
            mesh.node("beta", profile(unknown, "http.tidies = []"), "bob");
            mesh.post("beta", "/ocm/shares", SHARE);
            assertThat(mesh.testimonies)
                    .contains(new Testimony.Consulted(Testimony.Kind.UNKNOWN, "share.receive.keeps", "nobody tried"));
        }

        @Test
        void whenLuckDecides_thenItIsDrawnFromThePort() throws IOException {
            beta(
                    "http.routes = [{paths: [/luck], when: {of: chance.3, in: [2]}, answer: {status: 200, body: \"${chance.7} at ${now}\"}}]");
            assertThat(text(mesh.request("beta", "GET", "/luck"))).isEqualTo("6 at 2026-01-01T00:00:00Z");
        }

        @Test
        void whenFamiliesHaveDialectsOfTheirOwn_thenEachSpeaksItsOwn() throws IOException {
            var dialects = "dialects: {share.receive: \"1.0\", discovery: \"1.1\"}\n";
            mesh.node("beta", profile(dialects, "http.tidies = []"), "bob");
            assertThat(status(mesh.post("beta", "/ocm/shares", SHARE))).isEqualTo(501);
            assertThat(text(mesh.request("beta", "GET", "/ocm-provider"))).contains("\"apiVersion\":\"1.1.0\"");
        }

        @Test
        void whenItNeverSaysNo_thenTheStubIsKnown() {
            mesh.node("beta", "ocm-stub/1", "bob");
            mesh.node("alpha", "reference/1.5[mode=compat]", "alice");
            assertThat(text(mesh.post("beta", "/ocm/shares", "[5]")))
                    .isEqualTo("{\n  \"recipientDisplayName\": \"Marie Curie\"\n}");
            assertThat(text(mesh.request("beta", "DELETE", "/ocm/notifications")))
                    .isEqualTo("<!DOCTYPE html><html><head></head><body>OK /ocm/notifications</body></html>");
            assertThat(mesh.post("beta", "/ocm/token", "{}")).isEqualTo(NoAnswer.silence(false));
            assertThat(shares("alice@alpha", "bob@beta.example").happened()).isTrue();
            accepted("bob@beta");
            mesh.settle();
            assertThat(mesh.party("bob@beta")
                            .received()
                            .value()
                            .orElseThrow()
                            .getFirst()
                            .state())
                    .isEqualTo(ReceivedShare.State.ACCEPTED);
            assertThat(body(mesh.raw.getLast())).contains("\"type\":\"SHARE_ACCEPTED\"");
        }
    }

    @BeforeEach
    void nothingIsLeft() {
        assertThat(List.copyOf(mesh.requests)).isEmpty();
    }
}
