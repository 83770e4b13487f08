package org.meshbed.nodes.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.Contact;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** Products that find their peers in a list, and name people by base64 of an address. */
class ListedPeersTest {
    private static final String COLUMN = "opencloud/2025-02";

    /** Base64 of {@code bob@https://beta.example}. */
    private static final String BOB = "Ym9iQGh0dHBzOi8vYmV0YS5leGFtcGxl";

    private final TestMesh mesh = new TestMesh();

    @BeforeEach
    void twoServers() {
        mesh.node("alpha", COLUMN, "alice");
        mesh.node("beta", COLUMN, "bob");
    }

    private int made;

    private Told<SentShare> shares(String recipient) {
        var name = "a" + made++ + ".txt";
        mesh.party("alice@alpha").write(Place.own(name), Content.of("hello".getBytes(StandardCharsets.UTF_8)));
        return mesh.party("alice@alpha")
                .share(new ShareWish(name, recipient, ShareType.USER, Permissions.READ, Optional.empty(), false));
    }

    private String lastBody() {
        return new String(
                mesh.raw.getLast().body() instanceof org.meshbed.nodes.protocol.Body.Bytes(var bytes)
                        ? bytes
                        : new byte[0],
                StandardCharsets.UTF_8);
    }

    private static WireRequest shareFrom(String sender, String more) {
        var body =
                "{\"shareWith\":\"bob@https://beta.example\",\"name\":\"a\",\"providerId\":\"1\",\"owner\":\"x@y\",\"sender\":\""
                        + sender + "\",\"shareType\":\"user\",\"resourceType\":\"file\",\"protocol\":{" + more + "}}";
        return WireRequest.post(
                "/ocm/shares", Headers.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }

    private WireReply answer(WireRequest request) {
        return (WireReply) mesh.send("beta", request);
    }

    @Nested
    class GivenAnAcceptedInvite {
        @BeforeEach
        void met() {
            var invite = mesh.party("alice@alpha").invite().value().orElseThrow();
            assertThat(mesh.party("bob@beta")
                            .acceptInvite(invite.inviteString())
                            .happened())
                    .isTrue();
        }

        @Test
        void whenLookedAt_thenContactsAreNamedByTheirBase64() {
            assertThat(mesh.party("alice@alpha").contacts().value().orElseThrow())
                    .extracting(Contact::address)
                    .containsExactly(BOB + "@beta.example");
        }

        @Test
        void whenAcceptedAgain_thenItIsGoodStill() {
            var invite = mesh.party("alice@alpha").invite().value().orElseThrow();
            mesh.party("bob@beta").acceptInvite(invite.inviteString());
            assertThat(mesh.party("bob@beta")
                            .acceptInvite(invite.inviteString())
                            .happened())
                    .isTrue();
        }

        @Test
        void whenSharedWithAContactByAnyName_thenItsAddressIsUnwrapped() {
            assertThat(shares("bob@beta.example").happened()).isTrue();
            assertThat(lastBody())
                    .contains("\"shareWith\":\"bob@https://beta.example\"", "\"url\":\"https://alpha.example/dav/ocm/");
            assertThat(shares(BOB).happened()).isTrue();
            assertThat(shares(BOB + "@beta.example").happened()).isFalse();
            assertThat(shares("bob@https://beta.example").happened()).isFalse();
            assertThat(mesh.party("bob@beta").received().value().orElseThrow()).hasSize(2);
            assertThat(mesh.requests).noneMatch(r -> r.contains(".well-known"));
        }

        @Test
        void whenSharedWithAStranger_thenNothingIsSent() {
            assertThat(shares("carol@beta.example").words()).contains("carol@beta.example", "a contact");
        }
    }

    @Nested
    class GivenAList {
        @BeforeEach
        void list() {
            mesh.nodes.get("beta.example").operator().editProviderList(java.util.List.of("alpha.example", "p.example"));
        }

        @Test
        void whenASenderHoldsAPatternOfIt_thenItIsTaken() {
            assertThat(answer(shareFrom("a@alpha.example", "")).status()).isEqualTo(200);
            assertThat(answer(shareFrom("a@evil-p.example", "")).status()).isEqualTo(200);
            assertThat(answer(shareFrom("a@pXexample", "")).status()).isEqualTo(200);
            assertThat(answer(shareFrom("a@", "")).status()).isEqualTo(200);
            assertThat(answer(shareFrom("a@https://p.example/x", "")).status()).isEqualTo(200);
            assertThat(answer(shareFrom("a@P.EXAMPLE", "")).status()).isEqualTo(401);
            assertThat(answer(shareFrom("a@p.exa mple", "")).status()).isEqualTo(401);
            assertThat(answer(shareFrom("a@other.test", "")).status()).isEqualTo(401);
        }

        @Test
        void whenAnInviteNamesPartOfAnEntry_thenThatServerIsCalled() {
            mesh.party("bob@beta").acceptInvite("token@alpha");
            assertThat(mesh.requests.getLast()).isEqualTo("POST alpha.example/ocm/invite-accepted");
            mesh.party("bob@beta").acceptInvite("token@https://alpha.example/some/path");
            assertThat(mesh.requests.getLast()).isEqualTo("POST alpha.example/ocm/invite-accepted");
        }

        @Test
        void whenAnEntryIsAPatternOfWhoIsCalled_thenItIsRenamed() {
            mesh.party("bob@beta").acceptInvite("token@evil-p.example");
            assertThat(mesh.requests.getLast()).isEqualTo("POST evil-p.example/ocm/invite-accepted");
            mesh.party("bob@beta").acceptInvite("token@p.example");
            assertThat(mesh.requests.getLast()).isEqualTo("POST evil-p.example/ocm/invite-accepted");
            assertThat(answer(shareFrom("a@p.example", "")).status()).isEqualTo(401);
        }
    }

    @Nested
    class GivenAMessageThatIsWrong {
        @Test
        void whenAMemberHasAnotherType_thenItIsNamedWithWhatItWas() {
            var reply = answer(shareFrom("a@alpha.example", "\"webdav\":{\"permissions\":\"read\"}"));
            assertThat(TestMesh.text(reply))
                    .contains("json: cannot unmarshal string into Go struct field"
                            + " createShareRequest.protocol.permissions of type []string");
        }

        @Test
        void whenAKeyIsUnknown_thenItIsNamed() {
            assertThat(TestMesh.text(answer(shareFrom("a@alpha.example", "\"name\":\"multi\",\"ssh\":{}"))))
                    .contains("protocol ssh not recognised");
        }

        @Test
        void whenOptionsAreThere_thenTheyComeBackToTheLetter() {
            assertThat(TestMesh.text(answer(shareFrom("a@alpha.example", "\"options\": {\"a\" :  \"b\"}"))))
                    .contains("protocol options not supported: {\\\"a\\\" :  \\\"b\\\"}");
        }

        @Test
        void whenSeveralAreMissing_thenAllAreSaid() {
            var reply = answer(WireRequest.post(
                    "/ocm/shares",
                    Headers.of("Content-Type", "application/json"),
                    "null".getBytes(StandardCharsets.UTF_8)));
            assertThat(reply.status()).isEqualTo(400);
            assertThat(TestMesh.text(reply).split("\\\\n")).hasSize(8);
        }
    }

    @Nested
    class GivenAFolderThatIsShared {
        private String share = "";

        @BeforeEach
        void shared() {
            var invite = mesh.party("alice@alpha").invite().value().orElseThrow();
            mesh.party("bob@beta").acceptInvite(invite.inviteString());
            mesh.party("alice@alpha").makeFolder(Place.own("docs"));
            mesh.party("alice@alpha")
                    .write(Place.own("docs/a.txt"), Content.of("hello".getBytes(StandardCharsets.UTF_8)));
            var wish = new ShareWish("docs", BOB, ShareType.USER, Permissions.READ_WRITE, Optional.empty(), false);
            assertThat(mesh.party("alice@alpha").share(wish).happened()).isTrue();
            assertThat(mesh.party("alice@alpha").share(wish).words()).contains("already");
            share = mesh.party("bob@beta")
                    .received()
                    .value()
                    .orElseThrow()
                    .getFirst()
                    .id();
            mesh.requests.clear();
        }

        private java.util.List<String> methods() {
            var methods = mesh.requests.stream()
                    .map(r -> r.substring(0, r.indexOf(' ')))
                    .toList();
            mesh.requests.clear();
            return methods;
        }

        @Test
        void whenUsed_thenEachVerbHasItsSteps() {
            var bob = mesh.party("bob@beta");
            assertThat(bob.received().value().orElseThrow()).hasSize(1);
            assertThat(methods()).containsExactly("PROPFIND");
            assertThat(bob.read(Place.in(share, "a.txt")).happened()).isTrue();
            assertThat(methods()).containsExactly("PROPFIND", "PROPFIND", "GET");
            assertThat(bob.list(Place.in(share, "")).value().orElseThrow()).hasSize(1);
            assertThat(methods()).containsExactly("PROPFIND", "PROPFIND");
            assertThat(bob.write(Place.in(share, "e.txt"), Content.of(new byte[0]))
                            .happened())
                    .isTrue();
            assertThat(methods()).containsExactly("PUT", "PROPFIND");
            assertThat(bob.write(Place.in(share, "n.txt"), Content.of(new byte[] {1}))
                            .happened())
                    .isTrue();
            assertThat(methods()).containsExactly("PROPFIND", "PUT");
            assertThat(bob.makeFolder(Place.in(share, "sub")).happened()).isTrue();
            assertThat(mesh.requests.getFirst()).endsWith("/sub/");
            mesh.requests.clear();
            assertThat(bob.move(Place.in(share, "n.txt"), Place.in(share, "sub/m.txt"))
                            .happened())
                    .isTrue();
            assertThat(methods()).containsExactly("PROPFIND", "PROPFIND", "PROPFIND", "MOVE", "PROPFIND");
            assertThat(bob.delete(Place.in(share, "sub/m.txt")).happened()).isTrue();
            assertThat(methods()).containsExactly("PROPFIND", "DELETE");
            assertThat(bob.look(Place.in(share, "gone.txt")).happened()).isFalse();
            assertThat(methods()).containsExactly("PROPFIND");
            assertThat(bob.accept(share).happened()).isTrue();
            assertThat(methods()).containsExactly("PROPFIND");
        }

        @Test
        void whenLookedAt_thenPropertiesAreToldInItsOwnWay() {
            mesh.party("bob@beta").look(Place.in(share, "a.txt"));
            var request = mesh.raw.getLast();
            var reply = (WireReply) mesh.send("alpha", request);
            assertThat(reply.headers().first("Dav")).contains("1, 3, extended-mkcol");
            assertThat(TestMesh.text(reply))
                    .contains(
                            "<oc:permissions>DNVW</oc:permissions>",
                            "SHA1:aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d MD5:5d41402abc4b2a76b9719d911017c592"
                                    + " ADLER32:062c0215",
                            "<oc:audio></oc:audio>",
                            "404 Not Found");
            var asked = new WireRequest(
                    "PROPFIND",
                    request.target(),
                    request.headers(),
                    org.meshbed.nodes.protocol.Body.of(
                            "<d:propfind xmlns:d='DAV:' xmlns:c='http://open-collaboration-services.org/ns' xmlns:x='urn:x'>"
                                    + "<d:prop><c:share-permissions/><d:quota/><x:y/></d:prop></d:propfind>"),
                    org.meshbed.nodes.protocol.Framing.LENGTH);
            assertThat(TestMesh.text((WireReply) mesh.send("alpha", asked)))
                    .contains(
                            "<share-permissions xmlns=\"http://open-collaboration-services.org/ns\">3</share-permissions>",
                            "<d:quota></d:quota>",
                            "urn:x");
        }

        @Test
        void whenPermissionsAreLowered_thenTheyCanBeRaisedToWhatTheyWere() {
            var alice = mesh.party("alice@alpha");
            var sent = alice.shared().value().orElseThrow().getFirst().id();
            var file = Place.in(share, "x.txt");
            alice.changePermissions(sent, Permissions.READ);
            assertThat(mesh.party("bob@beta")
                            .write(file, Content.of(new byte[] {1}))
                            .happened())
                    .isFalse();
            alice.changePermissions(sent, Permissions.READ_WRITE);
            assertThat(mesh.party("bob@beta")
                            .write(file, Content.of(new byte[] {1}))
                            .happened())
                    .isTrue();
        }

        @Test
        void whenTheOwnerForgetsTheContact_thenNothingOpens() {
            assertThat(mesh.party("alice@alpha").removeContact(BOB).happened()).isTrue();
            assertThat(mesh.party("bob@beta").received().value().orElseThrow()).isEmpty();
        }
    }

    @Nested
    class GivenASecret {
        @Test
        void whenItDoesNotOpenWhatIsAskedFor_thenThatIsAnsweredApart() {
            var invite = mesh.party("alice@alpha").invite().value().orElseThrow();
            mesh.party("bob@beta").acceptInvite(invite.inviteString());
            var share = shares(BOB).value().orElseThrow();
            var secret = lastBody().replaceFirst(".*\"sharedSecret\":\"([^\"]+)\".*", "$1");
            assertThat(secret).matches("[A-Za-z]{32}");
            assertThat(mesh.request("alpha", "GET", "/dav/ocm/" + share.id(), "Authorization", "Bearer " + secret)
                            .status())
                    .isEqualTo(200);
            assertThat(mesh.request("alpha", "GET", "/dav/ocm/other", "Authorization", "Bearer " + secret)
                            .status())
                    .isEqualTo(401);
            assertThat(mesh.request("alpha", "GET", "/dav/ocm/" + share.id(), "Authorization", "Bearer x")
                            .status())
                    .isEqualTo(500);
        }
    }
}
