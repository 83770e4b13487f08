package org.meshbed.nodes.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.Contact;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.share.Arrived;

/** What becomes of a share at a product that tells nobody of anything. */
class OpenCloudTest {
    private static final String COLUMN = "opencloud/2025-02";
    /** Base64 of {@code bob@https://beta.example}. */
    private static final String BOB = "Ym9iQGh0dHBzOi8vYmV0YS5leGFtcGxl";

    private final TestMesh mesh = new TestMesh();

    @BeforeEach
    void twoServersThatMet() {
        mesh.node("alpha", COLUMN, "alice");
        mesh.node("beta", COLUMN, "bob", "betty");
        var invite = alice().invite().value().orElseThrow();
        assertThat(bob().acceptInvite(invite.inviteString()).happened()).isTrue();
    }

    private PartyDriver alice() {
        return mesh.party("alice@alpha");
    }

    private PartyDriver bob() {
        return mesh.party("bob@beta");
    }

    private static Content text(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private Told<SentShare> shares(String path, Permissions permissions, Optional<Instant> until) {
        return alice().share(new ShareWish(path, BOB, ShareType.USER, permissions, until, false));
    }

    private ReceivedShare received() {
        return bob().received().value().orElseThrow().getLast();
    }

    private List<String> calls() {
        var calls = List.copyOf(mesh.requests);
        mesh.requests.clear();
        return calls;
    }

    /** The last look at something, asked once more. */
    private String looked(String share, String path) {
        bob().look(Place.in(share, path));
        return TestMesh.text((WireReply) mesh.send("alpha", mesh.raw.getLast()));
    }

    @Nested
    class GivenAFileForReading {
        private String sent = "";
        private String share = "";

        @BeforeEach
        void shared() {
            alice().write(Place.own("a.txt"), text("hello"));
            alice().makeFolder(Place.own("deep"));
            sent = shares("a.txt", Permissions.READ, Optional.empty())
                    .value()
                    .orElseThrow()
                    .id();
            share = received().id();
        }

        @Test
        void whenItsOwnerMovesIt_thenItIsReadOnAndKeepsItsId() {
            var before = looked(share, "");
            assertThat(alice().move(Place.own("a.txt"), Place.own("deep/b.txt")).happened())
                    .isTrue();
            assertThat(bob().read(Place.in(share, "")).happened()).isTrue();
            assertThat(id(looked(share, ""))).isEqualTo(id(before));
            alice().move(Place.own("deep"), Place.own("deeper"));
            assertThat(id(looked(share, ""))).isEqualTo(id(before));
        }

        private static String id(String multistatus) {
            return multistatus.replaceAll("(?s).*<oc:id>(.*)</oc:id>.*", "$1");
        }

        @Test
        void whenRaisedToWriting_thenThatIsToldAndNotGiven() {
            assertThat(looked(share, "")).contains("<oc:permissions></oc:permissions>");
            alice().changePermissions(sent, Permissions.READ_WRITE);
            assertThat(looked(share, "")).contains("<oc:permissions>W</oc:permissions>");
            assertThat(bob().write(Place.in(share, ""), text("mine")).words()).contains("does not allow it");
            assertThat(TestMesh.text((WireReply) mesh.send("alpha", mesh.raw.getLast())))
                    .contains("permission denied");
        }

        @Test
        void whenSharedOn_thenAShareGoesOutThatOpensNothing() {
            mesh.node("gamma", COLUMN, "carol");
            mesh.nodes.get("beta.example").operator().acquaint("bob", new Contact("carol@gamma.example", "", ""));
            calls();
            assertThat(bob().reshare(share, "carol", Permissions.READ).happened())
                    .isTrue();
            assertThat(calls()).hasSize(3).first().asString().startsWith("PROPFIND alpha.example/dav/ocm/");
            assertThat(TestMesh.text(
                            WireReply.of(200, Headers.NONE, mesh.raw.getLast().body())))
                    .contains("\"owner\":\"WVd4cFkyVkFhSFIwY0hNNkx5OWhiSEJvWVM1bGVHRnRjR3hsQGFscGhhLmV4YW1wbGU=");
            var carol = mesh.party("carol@gamma");
            assertThat(carol.received().value().orElseThrow()).isEmpty();
            assertThat(bob().reshare(share, "carol", Permissions.READ).happened())
                    .isFalse();
        }

        @Test
        void whenSharedOnWithSomebodyElse_thenNothingGoesOut() {
            calls();
            assertThat(bob().reshare(share, "nobody", Permissions.READ).words()).contains("not a contact");
            assertThat(calls()).hasSize(1);
            assertThat(bob().reshare(share, "betty", Permissions.READ).words()).contains("this server");
            assertThat(calls()).hasSize(2);
            assertThat(bob().reshare("none", "betty", Permissions.READ).words()).contains("no such share");
        }

        @Test
        void whenTheContactIsRemoved_thenItIsSharedWithForAMinuteStill() {
            alice().removeContact(BOB + "@beta.example");
            alice().write(Place.own("b.txt"), text("b"));
            assertThat(shares("b.txt", Permissions.READ, Optional.empty()).happened())
                    .isTrue();
            mesh.pass(Duration.ofSeconds(61));
            alice().write(Place.own("c.txt"), text("c"));
            assertThat(shares("c.txt", Permissions.READ, Optional.empty()).words())
                    .contains("a contact");
        }
    }

    @Nested
    class GivenAFolderForWriting {
        private String share = "";

        @BeforeEach
        void shared() {
            alice().makeFolder(Place.own("docs"));
            alice().write(Place.own("docs/a.txt"), text("hello"));
            shares("docs", Permissions.READ_WRITE, Optional.empty());
            share = received().id();
            calls();
        }

        @Test
        void whenSomethingIsCopied_thenItIsReadAndWritten() {
            assertThat(bob().copy(Place.in(share, "a.txt"), Place.in(share, "b.txt"))
                            .happened())
                    .isTrue();
            assertThat(calls())
                    .extracting(call -> call.substring(0, call.indexOf(' ')))
                    .containsExactly("PROPFIND", "PROPFIND", "PROPFIND", "PROPFIND", "PROPFIND", "GET", "PUT");
            assertThat(alice().list(Place.own("docs")).value().orElseThrow()).hasSize(2);
            assertThat(bob().copy(Place.in(share, "x.txt"), Place.in(share, "y.txt"))
                            .happened())
                    .isFalse();
            assertThat(bob().copy(Place.in(share, "a.txt"), Place.own("a.txt")).words())
                    .contains("inside one share");
        }

        @Test
        void whenItsRootIsDeleted_thenItIsGoneAtItsOwner() {
            assertThat(bob().delete(Place.in(share, "")).happened()).isTrue();
            assertThat(alice().look(Place.own("docs")).happened()).isFalse();
        }
    }

    @Nested
    class GivenAShareThatEnds {
        @Test
        void whenItHasEnded_thenItIsAskedForStillAndNothingIsThere() {
            alice().write(Place.own("a.txt"), text("hello"));
            var end = Instant.parse("2026-01-01T00:00:10Z");
            shares("a.txt", Permissions.READ, Optional.of(end));
            var share = received().id();
            mesh.pass(Duration.ofSeconds(11));
            calls();
            assertThat(bob().read(Place.in(share, "")).words()).contains("does not have it");
            assertThat(bob().received().value().orElseThrow()).isEmpty();
            assertThat(calls()).hasSize(2).allMatch(call -> call.startsWith("PROPFIND"));
            assertThat(alice().shared().value().orElseThrow()).isEmpty();
        }
    }

    @Nested
    class GivenAShareOfLongAgo {
        @Test
        void whenItsNameIsAPath_thenItIsResolvedBehindTheAddress() {
            mesh.stranger("p.example", _ -> WireReply.empty(404));
            var operator = mesh.nodes.get("beta.example").operator();
            operator.restoreReceived(
                    "bob", new Arrived("../a/./b c.txt", "x@p.example", "1", "s", "https://p.example/dav/u", false));
            calls();
            bob().received();
            assertThat(calls()).containsExactly("PROPFIND p.example/dav/u/a/b%20c.txt");
            assertThat(mesh.raw.getLast().headers().first("Authorization")).contains("Bearer s");
        }
    }

    @Nested
    class GivenOwnFiles {
        @Test
        void whenCopied_thenBothAreThere() {
            alice().write(Place.own("a.txt"), text("hello"));
            assertThat(alice().copy(Place.own("a.txt"), Place.own("b.txt")).happened())
                    .isTrue();
            assertThat(alice().look(Place.own("b.txt")).happened()).isTrue();
        }

        @Test
        void whenTheReceiverIsUsual_thenACopyIsOneRequest() {
            mesh.node("gamma", "reference/1.5", "carol");
            mesh.node("delta", "reference/1.5", "dave");
            var carol = mesh.party("carol@gamma");
            carol.makeFolder(Place.own("docs"));
            carol.write(Place.own("docs/a.txt"), text("hello"));
            carol.share(new ShareWish(
                    "docs", "dave@delta.example", ShareType.USER, Permissions.READ_WRITE, Optional.empty(), false));
            var dave = mesh.party("dave@delta");
            var share = dave.received().value().orElseThrow().getFirst().id();
            dave.accept(share);
            calls();
            assertThat(dave.copy(Place.in(share, "a.txt"), Place.in(share, "b.txt"))
                            .happened())
                    .isTrue();
            assertThat(calls()).filteredOn(call -> call.startsWith("COPY ")).hasSize(1);
            assertThat(carol.look(Place.own("docs/b.txt")).happened()).isTrue();
        }
    }

    @Nested
    class GivenASharedFile {
        private WireRequest look = WireRequest.get("/", Headers.NONE);

        @BeforeEach
        void shared() {
            alice().write(Place.own("a.txt"), text("hello"));
            shares("a.txt", Permissions.READ_WRITE, Optional.empty());
            bob().look(Place.in(received().id(), ""));
            look = mesh.raw.getLast();
        }

        private Headers authorized() {
            return Headers.of(
                    "Authorization", look.headers().first("Authorization").orElseThrow());
        }

        @Test
        void whenAskedByName_thenTheDisplayNameIsMissingAndStrangeNamespacesAreDeclaredWhereTheyStand() {
            var question = new WireRequest(
                    "PROPFIND",
                    look.target(),
                    authorized(),
                    Body.of(
                            "<d:propfind xmlns:d='DAV:'><d:prop><d:displayname/>"
                                    + "<x:share-permissions xmlns:x='http://open-collaboration-services.org/ns'/></d:prop></d:propfind>"),
                    Framing.LENGTH);
            assertThat(TestMesh.text((WireReply) mesh.send("alpha", question)))
                    .startsWith("<d:multistatus")
                    .contains(
                            "<share-permissions xmlns=\"http://open-collaboration-services.org/ns\">3</share-permissions>")
                    .contains("<d:prop><d:displayname></d:displayname></d:prop><d:status>HTTP/1.1 404");
        }

        @Test
        void whenItIsNotSaidHowMuchIsWritten_thenItIsTooMuch() {
            var put = new WireRequest(
                    "PUT", look.target(), authorized().and("Upload-Length", "-1"), Body.of("x"), Framing.CHUNKED);
            assertThat(((WireReply) mesh.send("alpha", put)).status()).isEqualTo(507);
        }
    }

    @Test
    void whenWhatIsAskedForWasMovedAway_thenItsTagIsThatOfWhereItIs() {
        alice().makeFolder(Place.own("docs"));
        alice().write(Place.own("docs/a.txt"), text("hello"));
        shares("docs", Permissions.READ_WRITE, Optional.empty());
        var share = received().id();
        bob().look(Place.in(share, "a.txt"));
        var look = mesh.raw.getLast();
        var move = new WireRequest(
                "MOVE",
                look.target(),
                Headers.of(
                                "Authorization",
                                look.headers().first("Authorization").orElse(""))
                        .and("Destination", "https://alpha.example" + look.target() + "2"),
                Body.NONE,
                Framing.NONE);
        var moved = (WireReply) mesh.send("alpha", move);
        assertThat(moved.status()).isEqualTo(201);
        assertThat(moved.headers().first("ETag").orElse("")).matches("\"[0-9a-f]{32}\"");
        assertThat(looked(share, "a.txt2"))
                .contains(moved.headers().first("ETag").orElseThrow());
    }
}
