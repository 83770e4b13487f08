package org.meshbed.nodes.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;

/** One version to the letter, with what others make of it, or a superset of all. */
class ModesTest {
    private static final String SHARE = "{\"shareWith\":\"bob@beta.example\",\"name\":\"report.txt\","
            + "\"providerId\":\"p1\",\"owner\":\"eve@foreign.example\",\"sender\":\"eve@foreign.example\","
            + "\"shareType\":\"user\",\"resourceType\":\"file\",\"protocol\":{\"name\":\"multi\",\"webdav\":"
            + "{\"uri\":\"p1\",\"sharedSecret\":\"s3cr3t\",\"permissions\":[\"read\"]}}}";

    private final TestMesh mesh = new TestMesh();

    private PartyDriver start(String column, String user) {
        var name = user.equals("alice") ? "alpha" : "beta";
        mesh.node(name, "reference/" + column, user);
        var party = mesh.party(user + "@" + name);
        party.write(Place.own("report.txt"), Content.of("figures".getBytes(StandardCharsets.UTF_8)));
        return party;
    }

    private String sent(String path) {
        for (var i = mesh.raw.size() - 1; i >= 0; i--)
            if (mesh.raw.get(i).target().startsWith(path) && mesh.raw.get(i).body() instanceof Body.Bytes bytes)
                return bytes.text();
        throw new AssertionError("nothing was sent to " + path + "; sent was " + mesh.requests);
    }

    private int post(String path, String json) {
        return mesh.postReply("beta", path, json).status();
    }

    @Nested
    class GivenAStrictServer {
        @ParameterizedTest
        @CsvSource({"1.1,1.5", "1.2,1.5", "1.3,1.5", "1.4,1.5", "1.5,1.2", "1.5,1.3"})
        void whenItShares_thenItSpeaksItsOwnVersionWhateverThePeerIs(String own, String peer) {
            var alice = start(own + "[mode=strict]", "alice");
            var capabilities = peer.equals("1.2") || peer.equals("1.3") ? "\"webdav-uri\"" : "\"protocol-object\"";
            mesh.stranger(
                    "odd.example",
                    r -> r.method().equals("GET")
                            ? WireReply.json(
                                    200,
                                    ("{\"enabled\":true,\"apiVersion\":\"" + peer + ".0\",\"endPoint\":"
                                                    + "\"https://odd.example/api\",\"resourceTypes\":[],"
                                                    + "\"capabilities\":[" + capabilities + "]}")
                                            .getBytes(StandardCharsets.UTF_8))
                            : WireReply.json(201, "{}".getBytes(StandardCharsets.UTF_8)));
            assertThat(alice.share(ShareWish.of("report.txt", "o@odd.example")).happened())
                    .isTrue();
            assertThat(sent("/api/shares")).contains("\"name\":\"multi\"");
            assertThat(sent("/api/shares").contains("\"size\":7"))
                    .isEqualTo(List.of("1.3", "1.4", "1.5").contains(own));
            var absolute = own.equals("1.1") || (own.equals("1.2") || own.equals("1.3")) && peer.equals("1.5");
            assertThat(sent("/api/shares").contains("\"uri\":\"https://alpha.example/dav/ocm/"))
                    .isEqualTo(absolute);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1.4", "1.5"})
        void whenAPeerHasTheOldPathOnly_thenItIsNotFound(String dialect) {
            var alice = start(dialect + "[mode=strict]", "alice");
            start("1.1", "bob");
            assertThat(alice.share(ShareWish.of("report.txt", "bob@beta.example"))
                            .words())
                    .contains("beta.example answers 404 where its discovery document should be");
            assertThat(mesh.requests).containsExactly("GET beta.example/.well-known/ocm");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1.1", "1.2", "1.3", "1.4", "1.5"})
        void whenTwoMeet_thenEverythingWorksBetweenThem(String dialect) {
            var alice = start(dialect + "[mode=strict]", "alice");
            var bob = start(dialect + "[mode=strict]", "bob");
            var invite = alice.invite().value().orElseThrow().inviteString();
            assertThat(bob.acceptInvite(invite).happened()).isTrue();
            var sent = alice.share(ShareWish.of("report.txt", "bob@beta.example"))
                    .value()
                    .orElseThrow();
            var received = bob.received().value().orElseThrow().getFirst();
            bob.accept(received.id());
            mesh.settle();
            assertThat(bob.read(Place.in(received.id(), "")).happened()).isTrue();
            assertThat(alice.shared().value().orElseThrow().getFirst().state()).isEqualTo(SentShare.State.ACCEPTED);
            alice.unshare(sent.id());
            mesh.settle();
            assertThat(bob.received().value().orElseThrow()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "bob@beta.example | bob@https://beta.example | 400",
                    "bob@beta.example | bob@beta.example/ | 400",
                    "\"sender\":\"eve@foreign.example\" | \"sender\":\"eve@https://foreign.example\" | 400",
                    "\"x\" | \"x\" | 201"
                })
        void whenAnAddressHasAnotherForm_thenOnlyALenientServerTakesIt(String part, String instead, int status) {
            start("1.5[mode=strict]", "bob");
            assertThat(post("/ocm/shares", SHARE.replace(part, instead))).isEqualTo(status);
            start("1.5", "bob");
            assertThat(post("/ocm/shares", SHARE.replace("p1", "p2").replace(part, instead)))
                    .isEqualTo(201);
        }

        /** The text of 1.5 itself knows the form as deprecated (OCM-ACC-15). */
        @Test
        void whenTheShareHasTheFormOf10_thenItIsTaken() {
            start("1.5[mode=strict]", "bob");
            var old = SHARE.replaceFirst(
                    "\"protocol\".*", "\"protocol\":{\"name\":\"webdav\",\"options\":{\"sharedSecret\":\"x\"}}}");
            assertThat(post("/ocm/shares", old)).isEqualTo(201);
            assertThat(post("/ocm/shares", old.replace("\"sharedSecret\"", "\"permissions\"")))
                    .isEqualTo(400);
        }

        @Test
        void whenANotificationHasAnOlderForm_thenItIsRefused() {
            start("1.5[mode=strict]", "bob");
            post("/ocm/shares", SHARE);
            var news = "{\"notificationType\":\"SHARE_UNSHARED\",\"senderDomain\":\"foreign.example\","
                    + "\"resourceType\":\"file\",\"notification\":{\"file\":{\"providerId\":\"p1\"}}}";
            var flat = news.replace("\"notification\":{\"file\":{\"providerId\":\"p1\"}}", "\"providerId\":\"p1\"");
            var bySecret = news.replace("\"senderDomain\":\"foreign.example\",", "")
                    .replace("{\"file\"", "{\"sharedSecret\":\"s3cr3t\",\"file\"");
            assertThat(post("/ocm/notifications", flat)).isEqualTo(400);
            assertThat(post("/ocm/notifications", bySecret)).isEqualTo(400);
            assertThat(post("/ocm/notifications", news.replace("SHARE_UNSHARED", "RESHARE_UNDO")))
                    .isEqualTo(501);
            assertThat(post("/ocm/notifications", news)).isEqualTo(201);
        }

        @Test
        void whenAnInviteHasAnotherForm_thenItIsNotTaken() {
            var alice = start("1.5", "alice");
            var bob = start("1.5[mode=strict]", "bob");
            var invite = alice.invite().value().orElseThrow().inviteString();
            var plain = new String(java.util.Base64.getUrlDecoder().decode(invite), StandardCharsets.UTF_8);
            assertThat(bob.acceptInvite(plain)).isInstanceOf(Told.Refused.class);
            assertThat(bob.acceptInvite("https://alpha.example/wayf?token=x")).isInstanceOf(Told.Refused.class);
            assertThat(bob.acceptInvite(invite + "=".repeat((4 - invite.length() % 4) % 4))
                            .happened())
                    .isTrue();
        }

        @ParameterizedTest
        @CsvSource({"1.5,https://gamma.example,400", "1.5,gamma.example,200", "1.1,https://gamma.example,200"})
        void whenTheAcceptingServerNamesItself_thenItMustDoSoAsTheVersionDoes(
                String dialect, String provider, int status) {
            var bob = start(dialect + "[mode=strict]", "bob");
            bob.invite();
            var token = mesh.nodes
                    .get("beta.example")
                    .invites()
                    .of("bob")
                    .getFirst()
                    .inviteString();
            var plain = token.contains("@")
                    ? token
                    : new String(java.util.Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            var accepted = "{\"recipientProvider\":\"" + provider + "\",\"token\":\""
                    + plain.substring(0, plain.lastIndexOf('@'))
                    + "\",\"userID\":\"a@b.example\",\"email\":\"\",\"name\":\"A\"}";
            assertThat(post("/ocm/invite-accepted", accepted)).isEqualTo(status);
            if (status == 200)
                assertThat(bob.contacts().value().orElseThrow().getFirst().address())
                        .isEqualTo("a@b.example@gamma.example");
        }

        @ParameterizedTest
        @CsvSource({
            "/.well-known/ocm,GET,200",
            "/ocm-provider,GET,404",
            "/ocm/request-share,POST,404",
            "/ocs-provider/,GET,404"
        })
        void whenAPathIsOfAnotherVersion_thenItIsNotThere(String path, String method, int status) {
            start("1.5[mode=strict]", "bob");
            assertThat(mesh.request("beta", method, path).status()).isEqualTo(status);
        }
    }

    @Nested
    class GivenACompatibleServer {
        @ParameterizedTest
        @CsvSource({"/.well-known/ocm,GET,200", "/ocm-provider/,GET,200", "/ocm/request-share,POST,400"})
        void whenAPathIsOfAnotherVersion_thenItIsThere(String path, String method, int status) {
            start("1.5[mode=compat]", "bob");
            assertThat(mesh.request("beta", method, path).status()).isEqualTo(status);
        }

        @Test
        void whenItTellsNews_thenTheIdStandsInBothPlaces() {
            var alice = start("1.5", "alice");
            var bob = start("1.5[mode=compat]", "bob");
            alice.share(ShareWish.of("report.txt", "bob@beta.example"));
            bob.accept(bob.received().value().orElseThrow().getFirst().id());
            mesh.settle();
            var id = alice.shared().value().orElseThrow().getFirst();
            assertThat(id.state()).isEqualTo(SentShare.State.ACCEPTED);
            assertThat(sent("/ocm/notifications"))
                    .contains("\"providerId\":\"" + id.id() + "\",\"notification\":{\"sharedSecret\":")
                    .contains("\"file\":{\"providerId\":\"" + id.id() + "\"}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1.0", "1.1", "1.2", "1.3", "1.4", "1.5"})
        void whenAnyVersionMeetsIt_thenBothCanShareWithTheOther(String other) {
            var alice = start(other, "alice");
            var bob = start("1.5[mode=compat]", "bob");
            assertThat(alice.share(ShareWish.of("report.txt", "bob@beta.example"))
                            .happened())
                    .isTrue();
            assertThat(bob.share(ShareWish.of("report.txt", "alice@alpha.example"))
                            .happened())
                    .isTrue();
            for (var party : List.of(alice, bob)) {
                var received = party.received().value().orElseThrow().getFirst();
                party.accept(received.id());
                mesh.settle();
                assertThat(party.read(Place.in(received.id(), "")).happened()).isTrue();
            }
            for (var party : List.of(alice, bob))
                assertThat(party.shared().value().orElseThrow().getFirst().state())
                        .isEqualTo(SentShare.State.ACCEPTED);
        }
    }

    @Nested
    class GivenAPeerOfAnyVersion {
        private void serves(String apiVersion, String more) {
            mesh.stranger(
                    "odd.example",
                    r -> r.method().equals("GET")
                            ? WireReply.json(
                                    200,
                                    ("{\"enabled\":true,\"apiVersion\":\"" + apiVersion + "\",\"endPoint\":"
                                                    + "\"https://odd.example/api\",\"resourceTypes\":[{\"name\":\"file\","
                                                    + "\"shareTypes\":[\"user\"],\"protocols\":{\"webdav\":\"/dav\"}}]"
                                                    + more + "}")
                                            .getBytes(StandardCharsets.UTF_8))
                            : WireReply.of(201, Headers.NONE, Body.NONE));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "1.0 | '' | options",
                    "1.0-proposal1 | '' | options",
                    "1.1.0 | '' | absolute",
                    "1.2.0 | '' | options",
                    "1.2.0 | ,\"capabilities\":[\"protocol-object\"] | absolute",
                    "1.2.0 | ,\"capabilities\":[\"protocol-object\",\"webdav-uri\"] | relative",
                    "1.4.0 | ,\"capabilities\":[\"protocol-object\"] | relative",
                    "1.5.0 | '' | options",
                    "1.9.3 | ,\"capabilities\":[\"protocol-object\"] | relative",
                    "v2 | ,\"capabilities\":[\"protocol-object\"] | options"
                })
        void whenItSaysWhatItTakes_thenItGetsThat(String apiVersion, String more, String form) {
            serves(apiVersion, more);
            start("1.5", "alice").share(ShareWish.of("report.txt", "o@odd.example"));
            var expected = switch (form) {
                case "options" -> "\"options\":{\"sharedSecret\"";
                case "absolute" -> "\"uri\":\"https://alpha.example/dav/ocm/";
                default -> "\"webdav\":{\"uri\":\"x";
            };
            assertThat(sent("/api/shares")).contains(expected);
        }

        @ParameterizedTest
        @CsvSource({
            "1.2.0,code,demands token exchange",
            "1.3.0,token-exchange,demands token exchange",
            "1.4.0,must-exchange-token,demands token exchange",
            "1.2.0,http-request-signatures,demands signatures",
            "1.3.0,http-request-signatures,demands signatures",
            "1.2.2,invite,only after an invite",
            "1.5.0,must-invite,only after an invite"
        })
        void whenItDemandsWhatCannotBeGiven_thenNothingIsSent(String apiVersion, String word, String words) {
            serves(apiVersion, ",\"criteria\":[\"" + word + "\"]");
            assertThat(start("1.5", "alice")
                            .share(ShareWish.of("report.txt", "o@odd.example"))
                            .words())
                    .contains(words);
            assertThat(mesh.requests).noneMatch(r -> r.startsWith("POST"));
        }
    }

    @Nested
    class GivenAShareThatDemands {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "1.2 | \"sharedSecret\":\"s3cr3t\" | \"requirements\":[\"use-code\"],\"sharedSecret\":\"s\" | 501",
                    "1.2 | \"shareType\" | \"code\":\"c0de\",\"shareType\" | 201",
                    "1.3 | \"sharedSecret\":\"s3cr3t\" | \"requirements\":[\"must-use-mfa\"],\"sharedSecret\":\"s\" | 501",
                    "1.3 | \"sharedSecret\":\"s3cr3t\" | \"accessTypes\":[\"datatx\"],\"sharedSecret\":\"s\" | 501",
                    "1.3 | \"sharedSecret\":\"s3cr3t\" | \"accessTypes\":[\"datatx\",\"remote\"],\"sharedSecret\":\"s\" | 201",
                    "1.5 | \"sharedSecret\":\"s3cr3t\" | \"requirements\":[],\"sharedSecret\":\"s\" | 201"
                })
        void whenItCannotBeMet_thenItIsRefused(String dialect, String part, String instead, int status) {
            start(dialect, "bob");
            assertThat(post("/ocm/shares", SHARE.replace(part, instead))).isEqualTo(status);
        }

        @Test
        void whenThereIsACodeInsteadOfASecret_thenItCannotBeExchanged() {
            start("1.2", "bob");
            var byCode = SHARE.replace("\"sharedSecret\":\"s3cr3t\",", "")
                    .replace("\"shareType\"", "\"code\":\"c0de\",\"shareType\"");
            var reply = mesh.postReply("beta", "/ocm/shares", byCode);
            assertThat(reply.status()).isEqualTo(501);
            assertThat(TestMesh.text(reply)).contains("REQUIREMENT_NOT_SUPPORTED");
        }
    }

    @Nested
    class GivenATokenThatNobodyGaveOut {
        @ParameterizedTest
        @CsvSource({"1.1,404", "1.2,400", "1.3,400", "1.4,400", "1.5,400"})
        void whenItIsAccepted_thenTheStatusIsThatOfTheVersion(String dialect, int status) {
            start(dialect, "bob");
            var accepted = "{\"recipientProvider\":\"gamma.example\",\"token\":\"none\",\"userID\":\"a\","
                    + "\"email\":\"\",\"name\":\"A\"}";
            assertThat(post("/ocm/invite-accepted", accepted)).isEqualTo(status);
            assertThat(post("/ocm/invite-accepted", accepted.replace("\"email\":\"\",", "")))
                    .isEqualTo(dialect.equals("1.1") ? 404 : 400);
            assertThat(post("/ocm/invite-accepted", accepted.replace("\"token\":\"none\",", "")))
                    .isEqualTo(400);
        }
    }
}
