package org.meshbed.nodes.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.vendor.Vendors;

/** Places where products are stricter than the texts, or keep more: bent by small profiles and seen on the wire. */
class StrictSeamsTest {
    private static final String SHARE = """
            {"shareWith":"bob@beta.example","name":"a.txt","providerId":"1","owner":"alice@alpha.example",\
            "sender":"alice@alpha.example","shareType":"user","resourceType":"file",\
            "protocol":{"name":"multi","webdav":{"uri":"x","sharedSecret":"s","permissions":["read"]}}}""";

    @TempDir
    Path folder;

    private final TestMesh mesh = new TestMesh();

    private void beta(String... quirks) throws IOException {
        var text = new StringBuilder("vendor: acme\nline: \"1\"\ncovers: all\ndialect: \"1.5\"\nquirks:\n");
        for (var quirk : quirks) {
            var at = quirk.indexOf(" = ");
            text.append("  - quirk: ").append(quirk, 0, at).append("\n    value: ");
            text.append(quirk.substring(at + 3));
            text.append("\n    evidence: {level: observed, in: acme-1/01-a, step: \"a test\"}\n");
        }
        var file = folder.resolve("acme.yaml");
        Files.writeString(file, text);
        mesh.node("beta", Vendors.column(file.toString()), "bob");
    }

    private Told<SentShare> shares(String party, ShareWish wish) {
        mesh.party(party).write(Place.own("a.txt"), Content.of("hello".getBytes(StandardCharsets.UTF_8)));
        return mesh.party(party).share(wish);
    }

    private Told<SentShare> shares(String party, String recipient) {
        return shares(party, ShareWish.of("a.txt", recipient));
    }

    private static String text(Object answer) {
        return TestMesh.text((WireReply) answer);
    }

    private static int status(Object answer) {
        return ((WireReply) answer).status();
    }

    private ReceivedShare received(String party) {
        return mesh.party(party).received().value().orElseThrow().getFirst();
    }

    private int posted() {
        return (int) mesh.requests.stream().filter(r -> r.startsWith("POST")).count();
    }

    private static String body(WireRequest request) {
        return request.body() instanceof Body.Bytes(var bytes) ? new String(bytes, StandardCharsets.UTF_8) : "";
    }

    private static String content(WireReply reply) throws IOException {
        if (!(reply.body() instanceof Body.Stream(var content))) return TestMesh.text(reply);
        try (var in = content.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static WireReply json(String text) {
        return WireReply.json(200, text.getBytes(StandardCharsets.UTF_8));
    }

    @Nested
    class GivenItLooksCloselyAtDocuments {
        private static final String RIGHT = "{\"enabled\":true,\"apiVersion\":\"1.5.0\","
                + "\"endPoint\":\"https://peer.example/ocm\",\"capabilities\":[\"exchange-token\"],"
                + "\"tokenEndPoint\":\"https://peer.example/t\",\"resourceTypes\":[{\"name\":\"file\","
                + "\"shareTypes\":[\"user\"],\"protocols\":{\"webdav\":\"/d/\",\"webdav-receive\":{\"uri\":\"relative\"}}}]}";

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "https://peer.example/ocm | https://other.example/ocm",
                    "https://peer.example/ocm | http://peer.example/ocm",
                    "\"https://peer.example/t\" | \"nowhere\"",
                    "\"tokenEndPoint\" | \"nothing\"",
                    "[\"exchange-token\"] | []",
                    "[\"exchange-token\"] | \"exchange-token\"",
                    "\"https://peer.example/t\" | 7",
                    "[{\"name\":\"file\" | [{\"name\":\"\"",
                    "\"/d/\" | 5",
                    "\"relative\" | \"sideways\"",
                    "{\"uri\":\"relative\"} | true"
                })
        void whenSomethingIsOdd_thenThereIsNoPeer(String right, String wrong) throws IOException {
            beta("discovery.looks-up = {refuses: [elsewhere, half-an-exchange, odd-members]}");
            mesh.stranger("peer.example", _ -> json(RIGHT.replace(right.strip(), wrong.strip())));
            shares("bob@beta", "carol@peer.example");
            assertThat(mesh.requests).allMatch(r -> r.startsWith("GET "));
        }

        @Test
        void whenAllIsRight_thenItShares() throws IOException {
            beta("discovery.looks-up = {refuses: [elsewhere, half-an-exchange, odd-members], schemes: own}");
            mesh.stranger("peer.example", _ -> json(RIGHT));
            assertThat(shares("bob@beta", "carol@peer.example").happened()).isTrue();
            assertThat(mesh.requests)
                    .containsExactly("GET peer.example/.well-known/ocm", "POST peer.example/ocm/shares");
        }

        @Test
        void whenTheEndpointHasAQuery_thenThatStaysBehind() throws IOException {
            beta("share.send.heeds = []");
            mesh.stranger("peer.example", _ -> json(RIGHT.replace("/ocm\"", "/ocm?x=1\"")));
            shares("bob@beta", "carol@peer.example");
            assertThat(mesh.requests).endsWith("POST peer.example/ocm/shares?x=1");
        }

        @Test
        void whenSomebodyIsLookedFor_thenTheirServerIsAsked() throws IOException {
            beta("party.finds = looks-up");
            mesh.stranger("peer.example", _ -> json(RIGHT));
            assertThat(mesh.party("bob@beta")
                            .findRecipient("carol@peer.example")
                            .happened())
                    .isTrue();
            assertThat(mesh.party("bob@beta")
                            .findRecipient("https://nobody.example/")
                            .happened())
                    .isFalse();
            assertThat(mesh.party("bob@beta").findRecipient("what?").happened()).isFalse();
            assertThat(mesh.requests)
                    .containsExactly("GET peer.example/.well-known/ocm", "GET nobody.example/.well-known/ocm");
        }
    }

    @Nested
    class GivenItSharesInItsOwnWay {
        @Test
        void whenTheServerIsNamedApart_thenTheAddressIsSentAsTyped() throws IOException {
            beta("message.send.share = [{set: {shareWith: \"${share.recipient}\"}}]", "share.send.keeps = all");
            mesh.node("alpha", "reference/1.5", "alice");
            var wish = ShareWish.of("a.txt", "just alice").at("https://alpha.example");
            assertThat(shares("bob@beta", wish).happened()).isFalse();
            assertThat(body(mesh.raw.getLast())).contains("\"shareWith\":\"just alice\"");
            shares("bob@beta", ShareWish.of("a.txt", "alice").at("nobody.example"));
            mesh.gone("alpha.example");
            shares("bob@beta", "alice@alpha.example");
            assertThat(mesh.party("bob@beta").shared().value().orElseThrow()).hasSize(2);
            assertThat(shares("bob@beta", ShareWish.of("a.txt", "alice").at("no host"))
                            .words())
                    .contains("is not");
        }

        @Test
        void whenItSharesFilesToBeReadOnly_thenNothingElse() throws IOException {
            beta("share.sends = {types: [file], permissions: [read]}");
            mesh.node("alpha", "reference/1.5", "alice");
            mesh.party("bob@beta").makeFolder(Place.own("all"));
            assertThat(shares("bob@beta", ShareWish.of("all", "alice@alpha.example"))
                            .words())
                    .isEqualTo("no folder can be shared here");
            var write =
                    new ShareWish("a.txt", "alice@alpha.example", ShareType.USER, Permissions.ALL, Optional.empty());
            assertThat(shares("bob@beta", write).words()).isEqualTo("shares are for read here");
            assertThat(shares("bob@beta", "alice@alpha.example").happened()).isTrue();
        }

        @Test
        void whenItHeedsTheExchangeAlone_thenAnInviteIsNotNeededAndAnExchangeIs() throws IOException {
            beta("share.send.heeds = [exchange]", "token.exchange = [offers, asks]");
            mesh.node("alpha", "reference/1.5[invite=must]", "alice");
            shares("bob@beta", "alice@alpha.example");
            assertThat(posted()).isEqualTo(1);
            beta("share.send.heeds = [exchange]", "token.demands = [receivers]", "token.exchange = [offers, asks]");
            shares("bob@beta", "alice@alpha.example");
            assertThat(posted()).isEqualTo(1);
        }

        @Test
        void whenNewsIsOnlyForThoseWhoTakeIt_thenOthersHearNothing() throws IOException {
            beta("notification.send.heeds = [capabilities]");
            mesh.stranger(
                    "alpha.example",
                    _ -> json("{\"enabled\":true,\"apiVersion\":\"1.5.0\",\"endPoint\":\"https://alpha.example/ocm\","
                            + "\"resourceTypes\":[]}"));
            mesh.post("beta", "/ocm/shares", SHARE);
            mesh.party("bob@beta").accept(received("bob@beta").id());
            mesh.settle();
            assertThat(mesh.requests).contains("GET alpha.example/.well-known/ocm");
            assertThat(posted()).isZero();
        }
    }

    @Nested
    class GivenItKeepsWhatItReceived {
        @Test
        void whenAShareIsTakenBack_thenItIsListedAndClosed() throws IOException {
            beta("share.unshared.keeps = listed");
            mesh.node("alpha", "reference/1.5", "alice");
            var sent = shares("alice@alpha", "bob@beta.example").value().orElseThrow();
            mesh.party("alice@alpha").unshare(sent.id());
            mesh.settle();
            assertThat(received("bob@beta").state()).isEqualTo(ReceivedShare.State.UNSHARED);
            assertThat(mesh.party("bob@beta").accept(received("bob@beta").id()).words())
                    .isEqualTo("the share was already unshared");
        }

        @Test
        void whenAShareHasEnded_thenItMayNotMatter() throws IOException {
            beta("share.receive.expiry = nothing");
            mesh.post("beta", "/ocm/shares", SHARE.replace("\"name\"", "\"expiration\":1,\"name\""));
            assertThat(received("bob@beta").expiry()).isEmpty();
        }

        @Test
        void whenOneMemberIsDifferent_thenItIsAnotherShare() throws IOException {
            beta("share.receive.compares = whole");
            assertThat(status(mesh.post("beta", "/ocm/shares", SHARE))).isEqualTo(201);
            assertThat(status(mesh.post("beta", "/ocm/shares", SHARE))).isEqualTo(201);
            var other = SHARE.replace("\"name\"", "\"description\":\"mine\",\"name\"");
            assertThat(status(mesh.post("beta", "/ocm/shares", other))).isEqualTo(409);
        }

        @Test
        void whenPeopleHaveFurtherNames_thenTheyAreFoundUntilARestart() throws IOException {
            String[] quirks = {"share.receive.names = [\"${user.seed|base64url-bare}\"]", "state.forgets = [people-ids]"
            };
            beta(quirks);
            var share = SHARE.replace("bob@beta", "Ym9iQGJldGEuZXhhbXBsZQ@beta");
            assertThat(status(mesh.post("beta", "/ocm/shares", share))).isEqualTo(201);
            assertThat(received("bob@beta").name()).isEqualTo("a.txt");
            beta(quirks);
            assertThat(status(mesh.post("beta", "/ocm/shares", share))).isEqualTo(400);
        }
    }

    @Nested
    class GivenItBelievesWhoSigned {
        private String news(String type, String id) {
            return "{\"notificationType\":\"" + type + "\",\"resourceType\":\"file\",\"providerId\":\"" + id
                    + "\",\"senderDomain\":\"alpha.example\"}";
        }

        @Test
        void whenNobodySigned_thenNobodyIsBelieved() throws IOException {
            beta(
                    "notification.receive.believes = {who: signer, unshared: senders}",
                    "notification.receive.checks = [body-is-json, signature-valid]");
            mesh.post("beta", "/ocm/shares", SHARE);
            assertThat(status(mesh.post("beta", "/ocm/notifications", news("SHARE_UNSHARED", "1"))))
                    .isEqualTo(404);
            assertThat(mesh.party("bob@beta").received().value().orElseThrow()).hasSize(1);
        }

        @Test
        void whenAnAnswerIsFinal_thenTheOtherOneIsRefused() throws IOException {
            beta(
                    "notification.receive.believes = {answers: final}",
                    "notification.receive.checks = [body-is-json]",
                    "notification.receive.answers = {answer-fits: {status: 418, json: {message: \"${refusal.code}\"}}}");
            mesh.node("alpha", "reference/1.5", "alice");
            var sent = shares("bob@beta", "alice@alpha.example").value().orElseThrow();
            var accepted = news("SHARE_ACCEPTED", sent.id());
            assertThat(text(mesh.post("beta", "/ocm/notifications", accepted))).isEmpty();
            var declined = accepted.replace("ACCEPTED", "DECLINED");
            assertThat(status(mesh.post("beta", "/ocm/notifications", declined)))
                    .isEqualTo(418);
            assertThat(status(mesh.post("beta", "/ocm/notifications", accepted)))
                    .isEqualTo(201);
        }

        @Test
        void whenADigestIsWrong_thenUnsignedMessagesAreRefusedToo() throws IOException {
            beta("signature.digests = always", "signature.sends = listed");
            var headers = Headers.of("Content-Digest", "sha-256=:AAAA:");
            var request = WireRequest.post("/ocm/shares", headers, SHARE.getBytes(StandardCharsets.UTF_8));
            assertThat(status(mesh.send("beta", request))).isEqualTo(401);
            assertThat(status(mesh.post("beta", "/ocm/shares", SHARE))).isEqualTo(201);
        }
    }

    @Nested
    class GivenItsOwnInvites {
        @Test
        void whenTheInviteIsItsOwn_thenItIsAcceptedOnce() throws IOException {
            beta(
                    "invite.send.to-itself = sent",
                    "invite.send.again = once",
                    "invite.receive.checks = [body-is-json, token-known, token-unused]");
            var invite = mesh.party("bob@beta").invite().value().orElseThrow().inviteString();
            assertThat(mesh.party("bob@beta").acceptInvite(invite).happened()).isTrue();
            assertThat(mesh.party("bob@beta").acceptInvite(invite).words())
                    .isEqualTo("this invite was accepted before");
            assertThat(posted()).isEqualTo(1);
        }
    }

    @Nested
    class GivenTwoOfOpenCloudMeshGo {
        private void meet() {
            mesh.node("alpha", "ocm-go/1", "alice");
            mesh.node("beta", "ocm-go/1", "bob");
            mesh.pass(Duration.ofMillis(7));
            var invite =
                    mesh.party("alice@alpha").invite().value().orElseThrow().inviteString();
            assertThat(mesh.party("bob@beta").acceptInvite(invite).words()).contains("is now a contact");
        }

        private int asked(String path) {
            return (int) mesh.requests.stream().filter(r -> r.endsWith(path)).count();
        }

        @Test
        void whenOneShares_thenTheOtherExchangesBeforeEachRead() throws IOException {
            meet();
            assertThat(shares(
                                    "alice@alpha",
                                    ShareWish.of("a.txt", "bob@beta.example").at("beta.example"))
                            .words())
                    .contains("is shared");
            var share = received("bob@beta");
            mesh.party("bob@beta").accept(share.id());
            mesh.settle();
            assertThat(mesh.party("bob@beta").read(Place.in(share.id(), "")).happened())
                    .isTrue();
            assertThat(mesh.party("bob@beta").read(Place.in(share.id(), "")).happened())
                    .isTrue();
            assertThat(asked("alpha.example/ocm/token")).isEqualTo(2);
            var get = mesh.raw.getLast();
            var token = get.headers().first("Authorization").orElseThrow();
            var posted = mesh.request("alpha", "POST", get.target(), "Authorization", token);
            assertThat(posted.headers().first("Content-Type")).contains("text/plain; charset=utf-8");
            assertThat(content(posted)).isEqualTo("hello");
            assertThat(mesh.request("alpha", "REPORT", get.target(), "Authorization", token)
                            .status())
                    .isEqualTo(405);
            var elsewhere = get.target().replaceFirst("/[^/]*$", "/00000000-0000-7000-8000-000000000000");
            assertThat(mesh.request("alpha", "GET", elsewhere, "Authorization", token)
                            .status())
                    .isEqualTo(404);
            assertThat(mesh.party("bob@beta").reach(share.id()).words())
                    .contains(" opens with 'Authorization: Bearer ");
        }

        @Test
        void whenATokenRequestIsOdd_thenItIsReadAsAForm() {
            meet();
            var headers = Headers.of("Content-Type", "application/json");
            var form = "client_id=bob@beta.example&code=a&code=b&grant_type=authorization_code";
            var answer =
                    mesh.send("alpha", WireRequest.post("/ocm/token", headers, form.getBytes(StandardCharsets.UTF_8)));
            assertThat(TestMesh.text((WireReply) answer)).isEqualTo("signature required\n");
        }

        @Test
        void whenTheSenderDemandsSignaturesItDoesNotVerify_thenNothingIsExchanged() {
            mesh.node("beta", "ocm-go/1[preset=relaxed]", "bob");
            var document = "{\"enabled\":true,\"apiVersion\":\"1.4.0\",\"endPoint\":\"https://alpha.example/ocm\","
                    + "\"capabilities\":[\"exchange-token\"],\"criteria\":[\"must-use-http-sig\"],"
                    + "\"tokenEndPoint\":\"https://alpha.example/ocm/token\",\"resourceTypes\":[{\"name\":\"file\","
                    + "\"shareTypes\":[\"user\"],\"protocols\":{\"webdav\":\"/d\"}}]}";
            mesh.stranger(
                    "alpha.example", r -> r.target().startsWith("/d/") ? WireReply.text(200, "it") : json(document));
            mesh.post("beta", "/ocm/shares", SHARE.replace("\"x\"", "\"../d//a b\""));
            var share = received("bob@beta");
            mesh.party("bob@beta").accept(share.id());
            assertThat(mesh.party("bob@beta").read(Place.in(share.id(), "")).happened())
                    .isTrue();
            assertThat(mesh.requests).endsWith("GET alpha.example/d/a%20b");
            assertThat(mesh.raw.getLast().headers().first("Authorization")).contains("Bearer s");
            mesh.post(
                    "beta",
                    "/ocm/shares",
                    SHARE.replace("\"x\"", "\"https://q.example/y\"").replace("\"1\"", "\"2\""));
            var other = mesh.party("bob@beta").received().value().orElseThrow().getLast();
            mesh.party("bob@beta").accept(other.id());
            mesh.party("bob@beta").read(Place.in(other.id(), ""));
            assertThat(mesh.requests).endsWith("GET alpha.example/d/https:/q.example/y");
            assertThat(List.copyOf(mesh.requests)).noneMatch(r -> r.startsWith("POST"));
        }
    }
}
