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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.Entry;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

class SharingTest {
    private static final String SHARE = """
            {"shareWith":"bob@beta.example","name":"report.txt","providerId":"p1","owner":"eve@foreign.example",
            "sender":"eve@foreign.example","shareType":"user","resourceType":"file",
            "protocol":{"name":"multi","webdav":{"uri":"p1","sharedSecret":"s3cr3t","permissions":["read"]}}}""";

    private final TestMesh mesh = new TestMesh();

    @BeforeEach
    void start() {
        mesh.node("alpha", "reference/1.5", "alice", "anna");
        mesh.node("beta", "reference/1.5", "bob", "ben");
    }

    private PartyDriver alice() {
        return mesh.party("alice@alpha");
    }

    private PartyDriver bob() {
        return mesh.party("bob@beta");
    }

    private static Content content(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(Told<Content> told) throws Exception {
        return new String(told.value().orElseThrow().open().readAllBytes(), StandardCharsets.UTF_8);
    }

    private SentShare share(Permissions permissions) {
        alice().write(Place.own("report.txt"), content("figures"));
        var wish = new ShareWish("report.txt", "bob@beta.example", ShareType.USER, permissions, Optional.empty());
        return alice().share(wish).value().orElseThrow();
    }

    private ReceivedShare only(PartyDriver party) {
        var received = party.received().value().orElseThrow();
        assertThat(received).hasSize(1);
        return received.getFirst();
    }

    @Nested
    class GivenAFileSharedWithOnePerson {
        @Test
        void whenItIsAccepted_thenItCanBeReadAndTheSenderLearnsOfIt() throws Exception {
            var sent = share(Permissions.READ);
            assertThat(sent.state()).isEqualTo(SentShare.State.PENDING);
            var received = only(bob());
            assertThat(received.state()).isEqualTo(ReceivedShare.State.PENDING);
            assertThat(bob().accept(received.id()).happened()).isTrue();
            mesh.settle();
            assertThat(alice().shared().value().orElseThrow().getFirst().state())
                    .isEqualTo(SentShare.State.ACCEPTED);
            assertThat(read(bob().read(Place.in(received.id(), "")))).isEqualTo("figures");
            assertThat(mesh.party("ben@beta").received().value().orElseThrow()).isEmpty();
            assertThat(mesh.party("ben@beta").read(Place.in(received.id(), "")).happened())
                    .isFalse();
        }

        @Test
        void whenItIsDeclined_thenNothingCanBeReadAndTheSenderLearnsOfIt() {
            share(Permissions.READ);
            var received = only(bob());
            bob().decline(received.id());
            mesh.settle();
            assertThat(alice().shared().value().orElseThrow().getFirst().state())
                    .isEqualTo(SentShare.State.DECLINED);
            assertThat(bob().read(Place.in(received.id(), "")).happened()).isFalse();
            assertThat(bob().accept(received.id())).isInstanceOf(Told.Refused.class);
        }

        @Test
        void whenItIsUnshared_thenItIsGoneAtBothEnds() {
            var sent = share(Permissions.READ);
            var received = only(bob());
            bob().accept(received.id());
            assertThat(alice().unshare(sent.id()).happened()).isTrue();
            assertThat(bob().read(Place.in(received.id(), "")).happened()).isFalse();
            mesh.settle();
            assertThat(bob().received().value().orElseThrow()).isEmpty();
            assertThat(alice().unshare(sent.id())).isInstanceOf(Told.Refused.class);
        }

        @Test
        void whenTheRecipientLeaves_thenTheSenderSeesItDeclined() {
            share(Permissions.READ);
            var received = only(bob());
            bob().accept(received.id());
            assertThat(bob().leave(received.id()).happened()).isTrue();
            mesh.settle();
            assertThat(alice().shared().value().orElseThrow().getFirst().state())
                    .isEqualTo(SentShare.State.DECLINED);
        }

        @Test
        void whenItExpires_thenItIsGoneAtBothEnds() {
            alice().write(Place.own("report.txt"), content("figures"));
            var end = Instant.parse("2026-01-02T00:00:00Z");
            alice().share(new ShareWish(
                    "report.txt", "bob@beta.example", ShareType.USER, Permissions.READ, Optional.of(end)));
            var received = only(bob());
            assertThat(received.expiry()).contains(end);
            mesh.pass(Duration.ofDays(2));
            assertThat(bob().received().value().orElseThrow()).isEmpty();
            assertThat(alice().shared().value().orElseThrow()).isEmpty();
        }

        @Test
        void whenTheSenderSetsAnEnd_thenReadingEndsThen() throws Exception {
            var sent = share(Permissions.READ);
            var received = only(bob());
            bob().accept(received.id());
            alice().setExpiry(sent.id(), Optional.of(Instant.parse("2026-01-01T01:00:00Z")));
            assertThat(read(bob().read(Place.in(received.id(), "")))).isEqualTo("figures");
            mesh.pass(Duration.ofHours(2));
            assertThat(bob().read(Place.in(received.id(), "")).happened()).isFalse();
        }

        @Test
        void whenThereIsNoPermissionToWrite_thenWritingIsRefused() {
            share(Permissions.READ);
            var received = only(bob());
            bob().accept(received.id());
            assertThat(bob().write(Place.in(received.id(), ""), content("mine")))
                    .isInstanceOf(Told.Refused.class);
        }

        @Test
        void whenThereIsPermissionToWrite_thenTheSendersFileChanges() throws Exception {
            share(Permissions.READ_WRITE);
            var received = only(bob());
            bob().accept(received.id());
            assertThat(bob().write(Place.in(received.id(), ""), content("mine")).happened())
                    .isTrue();
            assertThat(read(alice().read(Place.own("report.txt")))).isEqualTo("mine");
        }
    }

    @Nested
    class GivenAFolderSharedWithAGroup {
        @Test
        void whenMembersAnswer_thenEachAnswersForThemselves() throws Exception {
            alice().makeFolder(Place.own("lab"));
            alice().write(Place.own("lab/a.txt"), content("a"));
            var wish = new ShareWish(
                    "lab", "team@beta.example", ShareType.GROUP, Permissions.READ_WRITE, Optional.empty());
            assertThat(alice().share(wish).happened()).isTrue();
            var bobs = only(bob());
            var bens = only(mesh.party("ben@beta"));
            assertThat(bobs.viaGroup()).contains("team");
            mesh.party("ben@beta").decline(bens.id());
            mesh.settle();
            assertThat(alice().shared().value().orElseThrow().getFirst().state())
                    .isEqualTo(SentShare.State.PENDING);
            bob().accept(bobs.id());
            mesh.settle();
            assertThat(alice().shared().value().orElseThrow().getFirst().state())
                    .isEqualTo(SentShare.State.ACCEPTED);
            assertThat(bob().list(Place.in(bobs.id(), "")).value().orElseThrow())
                    .containsExactly(new Entry("a.txt", false, 1));
            assertThat(bob().makeFolder(Place.in(bobs.id(), "sub")).happened()).isTrue();
            assertThat(bob().write(Place.in(bobs.id(), "sub/b c.txt"), content("b"))
                            .happened())
                    .isTrue();
            assertThat(bob().move(Place.in(bobs.id(), "sub/b c.txt"), Place.in(bobs.id(), "d.txt"))
                            .happened())
                    .isTrue();
            assertThat(bob().delete(Place.in(bobs.id(), "a.txt")).happened()).isTrue();
            assertThat(alice().list(Place.own("lab")).value().orElseThrow())
                    .containsExactly(new Entry("d.txt", false, 1), new Entry("sub", true, 0));
            assertThat(read(bob().read(Place.in(bobs.id(), "d.txt")))).isEqualTo("b");
            assertThat(bob().read(Place.in(bobs.id(), "../report.txt")).happened())
                    .isFalse();
            assertThat(bob().move(Place.own("x"), Place.in(bobs.id(), "x"))).isInstanceOf(Told.Refused.class);
        }
    }

    @Nested
    class GivenAShareThatCannotBeMade {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "bob | is not <identifier>@<host>[:port]",
                    "anna@alpha.example | is at this very server",
                    "bob@nowhere.example | nobody there",
                    "dora@beta.example | refused the share with 400"
                })
        void whenTheRecipientIsWrong_thenThePersonIsToldWhy(String recipient, String words) {
            alice().write(Place.own("report.txt"), content("figures"));
            var told = alice().share(ShareWish.of("report.txt", recipient));
            assertThat(told).isInstanceOf(Told.Refused.class);
            assertThat(told.words()).contains(words);
            assertThat(alice().shared().value().orElseThrow()).isEmpty();
        }

        @Test
        void whenTheFileIsMissingOrTheWholeHome_thenNothingIsSent() {
            assertThat(alice().share(ShareWish.of("none.txt", "bob@beta.example")))
                    .isInstanceOf(Told.Refused.class);
            assertThat(alice().share(ShareWish.of("", "bob@beta.example"))).isInstanceOf(Told.Refused.class);
            assertThat(mesh.requests).isEmpty();
        }

        @Test
        void whenTheReplyIsLost_thenItIsUnclearAndRepeatedNewsSettlesIt() {
            alice().write(Place.own("report.txt"), content("figures"));
            mesh.fault(
                    "beta.example",
                    e -> e instanceof Exchange.Replied(var r) && r.status() == 201
                            ? new Exchange.TimedOut(true, "lost")
                            : e);
            assertThat(alice().share(ShareWish.of("report.txt", "bob@beta.example")))
                    .isInstanceOf(Told.Unclear.class);
            assertThat(alice().shared().value().orElseThrow().getFirst().state())
                    .isEqualTo(SentShare.State.UNCLEAR);
            bob().accept(only(bob()).id());
            mesh.settle();
            assertThat(alice().shared().value().orElseThrow().getFirst().state())
                    .isEqualTo(SentShare.State.ACCEPTED);
        }

        @Test
        void whenTheRequestNeverLeft_thenThereIsNoShare() {
            alice().write(Place.own("report.txt"), content("figures"));
            mesh.fault(
                    "beta.example",
                    e -> e instanceof Exchange.Replied(var r) && r.status() == 201
                            ? new Exchange.Reset(false, "cut")
                            : e);
            assertThat(alice().share(ShareWish.of("report.txt", "bob@beta.example")))
                    .isInstanceOf(Told.Refused.class);
            assertThat(alice().shared().value().orElseThrow()).isEmpty();
        }
    }

    @Nested
    class GivenAnAnnouncementByHand {
        @Test
        void whenItIsRight_thenTheAnswerNamesTheRecipient() {
            var reply = mesh.postReply("beta", "/ocm/shares", SHARE);
            assertThat(reply.status()).isEqualTo(201);
            assertThat(TestMesh.text(reply)).isEqualTo("{\"recipientDisplayName\":\"Bob\"}");
            assertThat(only(bob()).owner()).isEqualTo("eve@foreign.example");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"shareWith", "name", "providerId", "owner", "sender", "shareType", "resourceType", "protocol"
                })
        void whenAFieldIsLeftOut_thenItIsNamed(String field) {
            var reply =
                    mesh.postReply("beta", "/ocm/shares", SHARE.replace("\"" + field + "\":", "\"x-" + field + "\":"));
            assertThat(reply.status()).isEqualTo(400);
            assertThat(TestMesh.text(reply)).contains("{\"name\":\"" + field + "\",\"message\":\"MISSING\"}");
            assertThat(bob().received().value().orElseThrow()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "\"user\" | \"federation\" | 501 | SHARE_TYPE_NOT_SUPPORTED",
                    "\"file\" | \"ro-crate\" | 501 | RESOURCE_TYPE_NOT_SUPPORTED",
                    "bob@beta | bob@gamma | 400 | NOT_THIS_SERVER",
                    "bob@beta | dora@beta | 400 | NOT_FOUND",
                    "bob@beta.example | bob | 400 | INVALID",
                    "eve@foreign.example | eve@beta.example | 400 | IS_THIS_SERVER",
                    "eve@foreign.example | eve | 400 | INVALID",
                    "report.txt | a/b | 400 | INVALID",
                    "report.txt | .. | 400 | INVALID",
                    "\"webdav\":{ | \"gopher\":{ | 501 | PROTOCOL_NOT_SUPPORTED",
                    "\"sharedSecret\":\"s3cr3t\", | '' | 400 | protocol.webdav.sharedSecret",
                    "\"uri\":\"p1\", | '' | 400 | protocol.webdav.uri",
                    "[\"read\"] | \"read\" | 400 | protocol.webdav.permissions",
                    "[\"read\"] | [\"read\"],\"requirements\":[\"must-dance\"] | 501 | REQUIREMENT_NOT_SUPPORTED",
                    "[\"read\"] | [\"read\"],\"requirements\":7 | 400 | requirements",
                    "\"p1\",\"owner\" | 7,\"owner\" | 400 | INVALID",
                    "\"resourceType\" | \"expiration\":\"soon\",\"resourceType\" | 400 | expiration"
                })
        void whenSomethingIsWrong_thenStatusAndReasonFit(String part, String instead, int status, String word) {
            var reply = mesh.postReply(
                    "beta", "/ocm/shares", SHARE.replace("\n", "").replace(part, instead));
            assertThat(reply.status()).as(TestMesh.text(reply)).isEqualTo(status);
            assertThat(TestMesh.text(reply)).contains(word);
            assertThat(bob().received().value().orElseThrow()).isEmpty();
        }

        @Test
        void whenItComesTwice_thenItIsShownOnce_andOtherContentUnderItsIdIsAConflict() {
            assertThat(mesh.postReply("beta", "/ocm/shares", SHARE).status()).isEqualTo(201);
            assertThat(mesh.postReply("beta", "/ocm/shares", SHARE).status()).isEqualTo(201);
            assertThat(mesh.postReply("beta", "/ocm/shares", SHARE.replace("report", "other"))
                            .status())
                    .isEqualTo(409);
            assertThat(only(bob()).name()).isEqualTo("report.txt");
        }

        @Test
        void whenExpirationIsZero_thenItNeverEnds() {
            mesh.postReply("beta", "/ocm/shares", SHARE.replace("\"shareType\"", "\"expiration\":0,\"shareType\""));
            assertThat(only(bob()).expiry()).isEmpty();
        }

        @Test
        void whenItIsTheFormOf10_thenItIsTakenToo() {
            var old = SHARE.replaceFirst(
                    "(?s)\"protocol\".*", "\"protocol\":{\"name\":\"webdav\",\"options\":{\"sharedSecret\":\"x\"}}}");
            assertThat(mesh.postReply("beta", "/ocm/shares", old).status()).isEqualTo(201);
            assertThat(only(bob()).permissions()).isEqualTo(Permissions.ALL);
        }

        @Test
        void whenOptionsStandEmptyBesideMulti_thenTheyAreNotTheOldForm() {
            var both = SHARE.replace("\"name\":\"multi\"", "\"name\":\"multi\",\"options\":{}");
            assertThat(mesh.postReply("beta", "/ocm/shares", both).status()).isEqualTo(201);
            assertThat(only(bob()).permissions()).isEqualTo(Permissions.READ);
        }

        @Test
        void whenMultiOffersNothing_thenItIsRefused() {
            var empty = SHARE.replaceFirst("(?s)\"protocol\".*", "\"protocol\":{\"name\":\"multi\"}}");
            assertThat(mesh.postReply("beta", "/ocm/shares", empty).status()).isEqualTo(400);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{", "[]", "7", "{\"a\":1,\"a\":2}", "nonsense"})
        void whenTheBodyIsGarbage_thenItIsRefusedAndTheNodeKeepsServing(String body) {
            assertThat(mesh.postReply("beta", "/ocm/shares", body).status()).isEqualTo(400);
            assertThat(mesh.postReply("beta", "/ocm/notifications", body).status())
                    .isEqualTo(400);
            assertThat(mesh.postReply("beta", "/ocm/invite-accepted", body).status())
                    .isEqualTo(400);
            assertThat(mesh.postReply("beta", "/ocm/shares", SHARE).status()).isEqualTo(201);
        }
    }

    @Nested
    class GivenSmallLimits {
        @BeforeEach
        void limited() {
            mesh.node("beta2", TestMesh.small(2, 12, 600), "bob");
        }

        private int post(String json) {
            return mesh.postReply("beta2", "/ocm/shares", json.replace("beta.", "beta2."))
                    .status();
        }

        @Test
        void whenTooManyWait_thenMoreAreTurnedAwayUntilOneIsAnswered() {
            assertThat(post(SHARE)).isEqualTo(201);
            assertThat(post(SHARE.replace("p1", "p2"))).isEqualTo(201);
            assertThat(post(SHARE.replace("p1", "p3"))).isEqualTo(503);
            var bob2 = mesh.party("bob@beta2");
            bob2.decline(bob2.received().value().orElseThrow().getFirst().id());
            assertThat(post(SHARE.replace("p1", "p3"))).isEqualTo(201);
        }

        @Test
        void whenNameOrBodyOrHeadersAreTooLarge_thenEachIsRefusedInItsWay() {
            assertThat(post(SHARE.replace("report.txt", "a-long-report.txt"))).isEqualTo(400);
            assertThat(post(SHARE.replace("report.txt", "x".repeat(600)))).isEqualTo(413);
            assertThat(mesh.request("beta2", "GET", "/.well-known/ocm", "X-Long", "x".repeat(2000))
                            .status())
                    .isEqualTo(431);
            assertThat(mesh.request("beta2", "GET", "/.well-known/ocm").status())
                    .isEqualTo(200);
        }

        @Test
        void whenABodyBreaksOffOrIsTooLong_thenItIsRefused() {
            Content broken = new Content() {
                @Override
                public long length() {
                    return UNKNOWN_LENGTH;
                }

                @Override
                public java.io.InputStream open() throws java.io.IOException {
                    throw new java.io.IOException("cut");
                }
            };
            assertThat(stream(broken)).isEqualTo(400);
            assertThat(stream(content("x".repeat(601)))).isEqualTo(413);
            assertThat(stream(content(SHARE.replace("beta.", "beta2.")))).isEqualTo(201);
        }

        private int stream(Content content) {
            var request = new WireRequest(
                    "POST",
                    "/ocm/shares",
                    Headers.NONE,
                    new org.meshbed.nodes.protocol.Body.Stream(content),
                    org.meshbed.nodes.protocol.Framing.CHUNKED);
            return ((WireReply) mesh.send("beta2", request)).status();
        }
    }

    @Nested
    class GivenPathsAndMethods {
        @ParameterizedTest
        @CsvSource({
            "GET,/.well-known/ocm,200",
            "GET,//.well-known//ocm/,200",
            "GET,/ocm-provider,404",
            "GET,/ocm/shares,405",
            "DELETE,/ocm/notifications,405",
            "BREW,/ocm/shares,405",
            "GET,/,404",
            "GET,/dav/ocm,401",
            "PROPFIND,/dav/ocm/x,401",
            "GET,/dav/ocmx,404"
        })
        void whenAskedByHand_thenTheStatusFits(String method, String path, int status) {
            assertThat(mesh.request("alpha", method, path).status()).isEqualTo(status);
        }

        @Test
        void whenTheMethodIsWrong_thenTheRightOnesAreNamed() {
            assertThat(mesh.request("alpha", "GET", "/ocm/shares")
                            .headers()
                            .first("Allow")
                            .orElse(""))
                    .contains("POST");
        }

        @Test
        void whenUnderMaintenance_thenEverythingIsAnswered503() {
            mesh.nodes.get("alpha.example").operator().maintenance(true);
            assertThat(mesh.request("alpha", "GET", "/.well-known/ocm").status())
                    .isEqualTo(503);
            mesh.nodes.get("alpha.example").operator().maintenance(false);
            assertThat(mesh.request("alpha", "GET", "/.well-known/ocm").status())
                    .isEqualTo(200);
        }
    }

    @Nested
    class GivenAnOperator {
        @Test
        void whenAUserIsDeleted_thenSharesEndAndTheOtherServersHearOfIt() {
            share(Permissions.READ);
            bob().accept(only(bob()).id());
            var operator = mesh.nodes.get("beta.example").operator();
            assertThat(operator.deleteUser("bob").happened()).isTrue();
            mesh.settle();
            assertThat(alice().shared().value().orElseThrow().getFirst().state())
                    .isEqualTo(SentShare.State.DECLINED);
            assertThat(bob().received()).isInstanceOf(Told.Refused.class);
            assertThat(operator.deleteUser("bob")).isInstanceOf(Told.Refused.class);
        }

        @Test
        void whenTheMembersOfAGroupChange_thenTheNewOnesSeeItsShares() {
            alice().write(Place.own("report.txt"), content("figures"));
            alice().share(new ShareWish(
                    "report.txt", "team@beta.example", ShareType.GROUP, Permissions.READ, Optional.empty()));
            var operator = mesh.nodes.get("beta.example").operator();
            assertThat(operator.changeMembers("team", List.of("ben"))).isInstanceOf(Told.Done.class);
            assertThat(bob().received().value().orElseThrow()).isEmpty();
            assertThat(mesh.party("ben@beta").received().value().orElseThrow()).hasSize(1);
            assertThat(operator.changeMembers("team", List.of("zoe"))).isInstanceOf(Told.Refused.class);
            assertThat(operator.changeMembers("none", List.of("ben"))).isInstanceOf(Told.Refused.class);
        }

        @Test
        void whenASettingIsChanged_thenTheNodeBehavesSo() {
            var operator = mesh.nodes.get("alpha.example").operator();
            assertThat(operator.changeSetting("mode", "compat").happened()).isTrue();
            assertThat(mesh.request("alpha", "GET", "/ocm-provider/").status()).isEqualTo(200);
            assertThat(operator.changeSetting("mode", "loud"))
                    .isEqualTo(Told.<Nothing>refused(
                            "setting 'mode' of reference/1.5 has no value 'loud'; it has plain, compat, strict"));
        }
    }
}
