package org.meshbed.nodes.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshbed.nodes.discovery.Peers;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;

/** Servers that find, notify and understand each other, or do not. */
class MeetingTest {
    private final TestMesh mesh = new TestMesh();

    @BeforeEach
    void start() {
        mesh.node("alpha", "reference/1.5", "alice");
        mesh.party("alice@alpha").write(Place.own("report.txt"), bytes("figures"));
    }

    private static Content bytes(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private Told<SentShare> aliceSharesWith(String address) {
        return mesh.party("alice@alpha").share(ShareWish.of("report.txt", address));
    }

    private SentShare.State stateAtAlpha() {
        return mesh.party("alice@alpha")
                .shared()
                .value()
                .orElseThrow()
                .getFirst()
                .state();
    }

    @Nested
    class GivenAStrangersDocument {
        private static final String GOOD = "{\"enabled\":true,\"apiVersion\":\"1.5.0\","
                + "\"endPoint\":\"https://odd.example/api\",\"resourceTypes\":[{\"name\":\"file\","
                + "\"shareTypes\":[\"user\"],\"protocols\":{\"webdav\":\"/dav\"}}]}";

        private void serves(int status, String document, String... headers) {
            mesh.stranger(
                    "odd.example",
                    request -> request.method().equals("POST")
                            ? WireReply.json(201, "{}".getBytes(StandardCharsets.UTF_8))
                            : WireReply.of(status, Headers.of(headers), org.meshbed.nodes.protocol.Body.of(document)));
        }

        @Test
        void whenItIsRight_thenTheShareGoesToItsEndPoint() {
            serves(200, GOOD);
            assertThat(aliceSharesWith("a@b@odd.example").happened()).isTrue();
            assertThat(mesh.requests).containsExactly("GET odd.example/.well-known/ocm", "POST odd.example/api/shares");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "\"enabled\":true | \"enabled\":false | switched off",
                    "\"enabled\":true | \"enabled\":\"yes\" | has a string as enabled instead of true or false",
                    "\"enabled\":true, | '' | has no enabled",
                    "\"apiVersion\":\"1.5.0\", | '' | has no apiVersion",
                    "\"1.5.0\" | 1.5 | has a number as apiVersion",
                    "\"endPoint\" | \"endpoint\" | has no endPoint",
                    "https://odd.example/api | /api | no absolute URL",
                    "\"https://odd.example/api\" | null | has null as endPoint",
                    "\"resourceTypes\" | \"shareTypes\" | has no resourceTypes",
                    "[{\"name\" | [7,{\"name\" | array of number",
                    "{\"enabled\" | [{\"enabled\" | is no JSON"
                })
        void whenItIsWrong_thenThePersonIsToldWhatWasWrong(String part, String instead, String words) {
            serves(200, GOOD.replace(part, instead));
            assertThat(aliceSharesWith("bob@odd.example").words())
                    .contains(words)
                    .contains("odd.example");
            assertThat(mesh.requests).noneMatch(r -> r.startsWith("POST"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"<html>login</html>", "", "[]", "\"x\""})
        void whenItIsNoObject_thenItIsRefused(String document) {
            serves(200, document);
            assertThat(aliceSharesWith("bob@odd.example")).isInstanceOf(Told.Refused.class);
        }

        @Test
        void whenItIsHuge_thenItIsNotRead() {
            serves(200, "[\"" + "x".repeat(1 << 20) + "\"]");
            assertThat(aliceSharesWith("bob@odd.example").words()).contains("larger than");
        }

        @Test
        void whenItRedirectsElsewhere_thenThatIsNotFollowed() {
            serves(302, "", "Location", "https://evil.example/ocm");
            assertThat(aliceSharesWith("bob@odd.example").words()).contains("answers 302");
            assertThat(mesh.requests).noneMatch(r -> r.contains("evil"));
        }

        @Test
        void whenItRedirectsOnTheSameServer_thenThatIsFollowedAFewTimes() {
            mesh.stranger(
                    "odd.example",
                    request -> WireReply.of(302, Headers.of("Location", request.target() + "/on"), Body.NONE));
            aliceSharesWith("bob@odd.example");
            assertThat(mesh.requests.stream().filter(r -> r.endsWith("/on"))).hasSize(6);
        }

        @Test
        void whenItRedirectsToWhereItCameFrom_thenThatIsTheEnd() {
            serves(302, "", "Location", "/loop");
            aliceSharesWith("bob@odd.example");
            assertThat(mesh.requests.stream().filter(r -> r.endsWith("/loop"))).hasSize(2);
        }

        @ParameterizedTest
        @CsvSource({
            "must-exchange-token,demands token exchange",
            "must-use-http-sig,demands signatures",
            "must-invite,only after an invite"
        })
        void whenItDemandsWhatCannotBeGiven_thenNothingIsSent(String criterion, String words) {
            serves(200, GOOD.replace("\"resourceTypes\"", "\"criteria\":[\"" + criterion + "\"],\"resourceTypes\""));
            assertThat(aliceSharesWith("bob@odd.example").words()).contains(words);
            assertThat(mesh.requests).noneMatch(r -> r.startsWith("POST"));
        }

        @Test
        void whenItDoesNotTakeFolders_thenNoFolderIsSent() {
            serves(200, GOOD);
            mesh.party("alice@alpha").makeFolder(Place.own("lab"));
            var told = mesh.party("alice@alpha").share(ShareWish.of("lab", "bob@odd.example"));
            assertThat(told.words()).contains("takes no folder for a user");
        }

        @Test
        void whenItIsKept_thenItIsAskedAgainOnlyAfterAnHour() {
            serves(200, GOOD);
            aliceSharesWith("bob@odd.example");
            aliceSharesWith("eve@odd.example");
            assertThat(mesh.requests.stream().filter(r -> r.startsWith("GET"))).hasSize(1);
            mesh.pass(Peers.KEPT.plusSeconds(1));
            aliceSharesWith("kim@odd.example");
            assertThat(mesh.requests.stream().filter(r -> r.startsWith("GET"))).hasSize(2);
        }
    }

    @Nested
    class GivenNewsThatCannotArrive {
        private PartyDriver bob;

        @BeforeEach
        void shared() {
            mesh.node("beta", "reference/1.5", "bob");
            bob = mesh.party("bob@beta");
            aliceSharesWith("bob@beta.example");
        }

        private void accept() {
            bob.accept(bob.received().value().orElseThrow().getFirst().id());
        }

        @Test
        void whenTheServerComesBackInTime_thenTheyArriveThen() {
            var failures = new int[] {5};
            mesh.fault("alpha.example", e -> failures[0]-- > 0 ? new Exchange.Refused("down") : e);
            accept();
            assertThat(mesh.nodes.get("beta.example").state().notificationsWaiting())
                    .isEqualTo(1);
            mesh.settle();
            assertThat(stateAtAlpha()).isEqualTo(SentShare.State.ACCEPTED);
            assertThat(mesh.nodes.get("beta.example").state().notificationsWaiting())
                    .isZero();
        }

        @Test
        void whenTheServerStaysAway_thenTheyAreGivenUpAfterThirtyDays() {
            mesh.fault("alpha.example", _ -> new Exchange.TimedOut(false, "away"));
            accept();
            mesh.settle();
            assertThat(mesh.nodes.get("beta.example").state().notificationsWaiting())
                    .isZero();
            assertThat(stateAtAlpha()).isEqualTo(SentShare.State.PENDING);
            var asked = mesh.requests.stream()
                    .filter(r -> r.startsWith("GET alpha"))
                    .count();
            assertThat(asked).isBetween(100L, 200L);
        }

        @ParameterizedTest
        @CsvSource({"404,1", "400,1", "501,1", "503,3", "429,3", "500,3"})
        void whenTheAnswerIsFinalOrNot_thenItIsTriedOnceOrAgain(int status, int attempts) {
            var left = new int[] {2};
            mesh.fault(
                    "alpha.example",
                    e -> mesh.requests.getLast().startsWith("POST") && left[0]-- > 0
                            ? new Exchange.Replied(WireReply.empty(status))
                            : e);
            accept();
            mesh.settle();
            assertThat(mesh.requests.stream().filter(r -> r.contains("alpha.example/ocm/notifications")))
                    .hasSize(attempts);
        }

        @Test
        void whenTheNodeStartsAgain_thenWhatWasUnderwayGoesOn() {
            accept();
            mesh.node("beta", "reference/1.5", "bob");
            mesh.settle();
            assertThat(stateAtAlpha()).isEqualTo(SentShare.State.ACCEPTED);
        }
    }

    @Nested
    class GivenANotificationByHand {
        private String id;

        @BeforeEach
        void shared() {
            mesh.node("beta", "reference/1.5", "bob");
            aliceSharesWith("bob@beta.example");
            id = mesh.party("alice@alpha")
                    .shared()
                    .value()
                    .orElseThrow()
                    .getFirst()
                    .id();
        }

        private String notice(String type, String domain) {
            return "{\"notificationType\":\"%s\",\"senderDomain\":\"%s\",\"resourceType\":\"file\",\"notification\":{\"file\":{\"providerId\":\"%s\"}}}"
                    .formatted(type, domain, id);
        }

        private int post(String json) {
            return mesh.postReply("alpha", "/ocm/notifications", json).status();
        }

        @ParameterizedTest
        @CsvSource({
            "SHARE_ACCEPTED,beta.example,201,ACCEPTED",
            "SHARE_DECLINED,beta.example,201,DECLINED",
            "SHARE_UNSHARED,beta.example,201,DECLINED",
            "SHARE_ACCEPTED,evil.example,403,PENDING",
            "SHARE_ACCEPTED,not a host,400,PENDING",
            "SHARE_EATEN,beta.example,501,PENDING",
            "REQUEST_SHARE,beta.example,400,PENDING",
            "'',beta.example,400,PENDING"
        })
        void whenItComes_thenStatusAndEffectFit(String type, String domain, int status, SentShare.State state) {
            assertThat(post(notice(type, domain))).isEqualTo(status);
            assertThat(stateAtAlpha()).isEqualTo(state);
            if (status == 201) assertThat(post(notice(type, domain))).isEqualTo(201);
        }

        @Test
        void whenThePartsAreMissing_thenItIsRefused() {
            assertThat(post(notice("SHARE_ACCEPTED", "beta.example").replace("senderDomain", "x")))
                    .isEqualTo(400);
            assertThat(post(notice("SHARE_ACCEPTED", "beta.example").replace("resourceType", "x")))
                    .isEqualTo(400);
            assertThat(post(notice("SHARE_ACCEPTED", "beta.example").replace("providerId", "x")))
                    .isEqualTo(400);
            assertThat(post(notice("SHARE_ACCEPTED", "beta.example").replace(id, "none")))
                    .isEqualTo(404);
            assertThat(post(notice("SHARE_ACCEPTED", "beta.example").replace("\"SHARE_ACCEPTED\"", "7")))
                    .isEqualTo(400);
            assertThat(stateAtAlpha()).isEqualTo(SentShare.State.PENDING);
        }

        @Test
        void whenASecretIsShownButWrong_thenItIsRefused() {
            var wrong =
                    notice("SHARE_ACCEPTED", "beta.example").replace("{\"file\"", "{\"sharedSecret\":\"x\",\"file\"");
            assertThat(post(wrong)).isEqualTo(403);
        }

        @Test
        void whenAnotherServerTakesTheShareBack_thenItStays() {
            var beta = notice("SHARE_UNSHARED", "evil.example");
            assertThat(mesh.postReply("beta", "/ocm/notifications", beta).status())
                    .isEqualTo(404);
            assertThat(mesh.party("bob@beta").received().value().orElseThrow()).hasSize(1);
        }
    }

    @Nested
    class GivenServersOfTwoVersions {
        @Test
        void whenThe15ServerKeepsTheOldPathToo_thenSharingWorksBothWays() throws Exception {
            mesh.node("new", "reference/1.5[mode=compat]", "nina");
            mesh.node("old", "reference/1.0", "olga");
            exchange("nina@new", "olga@old.example", "olga@old");
            exchange("olga@old", "nina@new.example", "nina@new");
            assertThat(mesh.requests).contains("GET old.example/ocm-provider/", "GET new.example/ocm-provider/");
        }

        private void exchange(String sender, String address, String recipient) throws Exception {
            var from = mesh.party(sender);
            from.write(Place.own("paper.txt"), bytes("by " + sender));
            var sent = from.share(ShareWish.of("paper.txt", address)).value().orElseThrow();
            var to = mesh.party(recipient);
            var received = to.received().value().orElseThrow().getLast();
            assertThat(to.accept(received.id()).happened()).isTrue();
            mesh.settle();
            assertThat(from.shared().value().orElseThrow().getLast().state()).isEqualTo(SentShare.State.ACCEPTED);
            var read = to.read(Place.in(received.id(), "")).value().orElseThrow();
            assertThat(new String(read.open().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("by " + sender);
            from.unshare(sent.id());
            mesh.settle();
            assertThat(to.received().value().orElseThrow()).isEmpty();
        }

        @Test
        void whenThe15ServerIsPlain_thenTheOldOneCannotFindIt() {
            mesh.node("old", "reference/1.0", "olga");
            mesh.party("olga@old").write(Place.own("paper.txt"), bytes("x"));
            var told = mesh.party("olga@old").share(ShareWish.of("paper.txt", "alice@alpha.example"));
            assertThat(told.words()).contains("alpha.example answers 404 where its discovery document should be");
        }

        @Test
        void whenA10ServerGetsTheNewForm_thenItDoesNotSupportIt() {
            mesh.node("old", "reference/1.0", "olga");
            var multi =
                    "{\"shareWith\":\"olga@old.example\",\"name\":\"x\",\"providerId\":\"1\",\"owner\":\"e@x.example\","
                            + "\"shareType\":\"user\",\"resourceType\":\"file\",\"protocol\":{\"name\":\"multi\",\"webdav\":"
                            + "{\"uri\":\"1\",\"sharedSecret\":\"s\"}}}";
            assertThat(mesh.postReply("old", "/ocm/shares", multi).status()).isEqualTo(501);
            assertThat(mesh.request("old", "GET", "/.well-known/ocm").status()).isEqualTo(404);
            assertThat(TestMesh.text(mesh.request("old", "GET", "/ocm-provider/")))
                    .contains("1.0-proposal1");
        }
    }
}
