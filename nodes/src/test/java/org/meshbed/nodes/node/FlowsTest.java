package org.meshbed.nodes.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.AskedShare;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.NodeStopped;
import org.meshbed.nodes.protocol.Content;

/** What may happen to a share after it was made, and how one comes about that nobody offered. */
class FlowsTest {
    private final TestMesh mesh = new TestMesh();

    private void start(String alpha, String beta) {
        mesh.node("alpha", "reference/" + alpha, "alice", "anna");
        mesh.node("beta", "reference/" + beta, "bob", "ben");
        alice().write(Place.own("report.txt"), content("figures"));
    }

    private static Content content(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private PartyDriver alice() {
        return mesh.party("alice@alpha");
    }

    private PartyDriver bob() {
        return mesh.party("bob@beta");
    }

    private SentShare share(Permissions permissions) {
        var wish = new ShareWish("report.txt", "bob@beta.example", ShareType.USER, permissions, Optional.empty());
        return alice().share(wish).value().orElseThrow();
    }

    private static ReceivedShare only(PartyDriver party) {
        var received = party.received().value().orElseThrow();
        assertThat(received).hasSize(1);
        return received.getFirst();
    }

    private String accepted(Permissions permissions) {
        share(permissions);
        var received = only(bob());
        bob().accept(received.id());
        mesh.settle();
        return received.id();
    }

    private long posts(String start) {
        return mesh.requests.stream().filter(r -> r.startsWith("POST " + start)).count();
    }

    @Nested
    class GivenPermissionsThatChange {
        @ParameterizedTest
        @CsvSource({"1.5,1.5", "1.4,1.5", "1.5,1.4", "1.2,1.3", "1.3,1.2", "ocs,ocs"})
        void whenBothVersionsHaveAWordForIt_thenTheRecipientSeesThemAndTheyHold(String alpha, String beta) {
            start(alpha, beta);
            var sent = share(Permissions.READ);
            var received = only(bob());
            bob().accept(received.id());
            mesh.settle();
            assertThat(bob().write(Place.in(received.id(), ""), content("mine")).happened())
                    .isFalse();
            assertThat(alice().changePermissions(sent.id(), Permissions.READ_WRITE)
                            .words())
                    .isEqualTo("report.txt is shared for read+write");
            mesh.settle();
            assertThat(only(bob()).permissions()).isEqualTo(Permissions.READ_WRITE);
            assertThat(bob().write(Place.in(received.id(), ""), content("mine")).happened())
                    .isTrue();
            alice().changePermissions(sent.id(), Permissions.READ);
            mesh.settle();
            assertThat(only(bob()).permissions()).isEqualTo(Permissions.READ);
            assertThat(bob().write(Place.in(received.id(), ""), content("more")).happened())
                    .isFalse();
        }

        @ParameterizedTest
        @CsvSource({"1.1,1.1", "1.5,1.0", "1.0,1.3"})
        void whenAVersionHasNoWordForIt_thenTheyHoldAllTheSame(String alpha, String beta) {
            start(alpha, beta);
            var sent = share(Permissions.READ);
            mesh.settle();
            var before = mesh.requests.size();
            assertThat(alice().changePermissions(sent.id(), Permissions.READ_WRITE)
                            .happened())
                    .isTrue();
            mesh.settle();
            assertThat(mesh.requests.subList(before, mesh.requests.size())).noneMatch(r -> r.startsWith("POST"));
            assertThat(alice().shared().value().orElseThrow().getFirst().permissions())
                    .isEqualTo(Permissions.READ_WRITE);
            assertThat(mesh.nodes.get("alpha.example").state().notificationsWaiting())
                    .isZero();
        }

        @Test
        void whenTheShareIsNotOnesOwn_thenNothingChanges() {
            start("1.5", "1.5");
            var sent = share(Permissions.READ);
            assertThat(mesh.party("anna@alpha").changePermissions(sent.id(), Permissions.ALL))
                    .isInstanceOf(Told.Refused.class);
            assertThat(alice().changePermissions("none", Permissions.ALL)).isInstanceOf(Told.Refused.class);
        }
    }

    @Nested
    class GivenAReshare {
        @ParameterizedTest
        @ValueSource(strings = {"ocs", "1.0", "1.1", "1.2", "1.3", "1.4", "1.5"})
        void whenTheShareAllowsIt_thenTheSendingServerSharesStraightWithTheThirdParty(String dialect) throws Exception {
            start(dialect, dialect);
            mesh.node("gamma", "reference/" + dialect, "dora");
            var received = accepted(Permissions.ALL);
            var told = bob().reshare(received, "dora@gamma.example", Permissions.READ);
            assertThat(told.words()).isEqualTo("at alpha.example: is shared on with dora@gamma.example");
            var dora = mesh.party("dora@gamma");
            var doras = only(dora);
            assertThat(doras.sender()).isEqualTo("alice@alpha.example");
            dora.accept(doras.id());
            mesh.settle();
            var before = mesh.requests.size();
            assertThat(dora.read(Place.in(doras.id(), ""))
                            .value()
                            .orElseThrow()
                            .open()
                            .readAllBytes())
                    .asString()
                    .isEqualTo("figures");
            assertThat(mesh.requests.subList(before, mesh.requests.size())).noneMatch(r -> r.contains("beta"));
            assertThat(alice().shared().value().orElseThrow().stream().map(SentShare::sharedWith))
                    .containsExactlyInAnyOrder("bob@beta.example", "dora@gamma.example");
        }

        @ParameterizedTest
        @ValueSource(strings = {"ocs", "1.0", "1.2", "1.5"})
        void whenTheShareDoesNotAllowIt_thenTheSendingServerRefusesAndTheThirdPartyHearsNothing(String dialect) {
            start(dialect, dialect);
            mesh.node("gamma", "reference/" + dialect, "dora");
            var received = accepted(Permissions.READ_WRITE);
            var told = bob().reshare(received, "dora@gamma.example", Permissions.READ);
            assertThat(told).isInstanceOf(Told.Refused.class);
            assertThat(told.words()).isEqualTo("alpha.example refused with 403");
            assertThat(posts("gamma")).isZero();
            assertThat(mesh.party("dora@gamma").received().value().orElseThrow())
                    .isEmpty();
        }

        @Test
        void whenMoreIsWantedThanTheRecipientHas_thenItIsNotGiven() {
            start("1.5", "1.5");
            mesh.node("gamma", "reference/1.5", "dora");
            var received = accepted(new Permissions(true, false, true));
            bob().reshare(received, "dora@gamma.example", Permissions.ALL);
            assertThat(only(mesh.party("dora@gamma")).permissions()).isEqualTo(new Permissions(true, false, true));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "dora | is not <identifier>@<host>",
                    "zoe@gamma.example | refused with 403",
                    "anna@alpha.example | refused with 403",
                    "dora@nowhere.example | refused with 403"
                })
        void whenTheThirdPartyIsWrong_thenTheRecipientIsToldSo(String third, String words) {
            start("1.5", "1.5");
            mesh.node("gamma", "reference/1.5", "dora");
            var received = accepted(Permissions.ALL);
            assertThat(bob().reshare(received, third, Permissions.READ).words()).contains(words);
            assertThat(alice().shared().value().orElseThrow()).hasSize(1);
        }

        @Test
        void whenTheShareWasNotAcceptedOrIsNotOnesOwn_thenNothingIsAsked() {
            start("1.5", "1.5");
            share(Permissions.ALL);
            var received = only(bob());
            assertThat(bob().reshare(received.id(), "dora@gamma.example", Permissions.READ)
                            .words())
                    .isEqualTo("accept the share first");
            assertThat(mesh.party("ben@beta")
                            .reshare(received.id(), "dora@gamma.example", Permissions.READ)
                            .words())
                    .isEqualTo("there is no such share");
            assertThat(posts("alpha")).isZero();
        }

        @Test
        void whenTheReplyIsLost_thenItIsUnclear() {
            start("1.5", "1.5");
            mesh.node("gamma", "reference/1.5", "dora");
            var received = accepted(Permissions.ALL);
            mesh.fault(
                    "alpha.example",
                    e -> mesh.requests.getLast().startsWith("GET") ? e : new Exchange.TimedOut(true, "lost"));
            assertThat(bob().reshare(received, "dora@gamma.example", Permissions.READ))
                    .isInstanceOf(Told.Unclear.class);
            mesh.fault("alpha.example", _ -> new Exchange.Refused("down"));
            assertThat(bob().reshare(received, "dora@gamma.example", Permissions.READ))
                    .isInstanceOf(Told.Refused.class);
        }
    }

    @Nested
    class GivenARequestForAShare {
        @ParameterizedTest
        @CsvSource({"1.5,1.5", "1.4,1.4", "1.4,1.5", "1.5[mode=compat],1.4"})
        void whenTheOwnerApproves_thenTheShareComes(String alpha, String beta) {
            start(alpha, beta);
            assertThat(bob().requestShare("alice@alpha.example", "report.txt").words())
                    .isEqualTo("at alpha.example: was asked for report.txt");
            assertThat(bob().received().value().orElseThrow()).isEmpty();
            assertThat(bob().asked().value().orElseThrow())
                    .containsExactly(new AskedShare("alice@alpha.example", "report.txt", AskedShare.State.OPEN));
            var request = alice().requests().value().orElseThrow().getFirst();
            assertThat(request.requester()).isEqualTo("bob@beta.example");
            assertThat(request.permissions()).isEqualTo(Permissions.READ);
            assertThat(alice().approve(request.id()).happened()).isTrue();
            assertThat(only(bob()).name()).isEqualTo("report.txt");
            assertThat(alice().requests().value().orElseThrow()).isEmpty();
            assertThat(alice().approve(request.id())).isInstanceOf(Told.Refused.class);
        }

        @ParameterizedTest
        @CsvSource({"1.5,1.5", "1.4,1.4", "1.5[mode=compat],1.4"})
        void whenTheOwnerRefuses_thenTheRequesterHearsOfIt(String alpha, String beta) {
            start(alpha, beta);
            var url = "https://alpha.example/report.txt";
            bob().requestShare("alice@alpha.example", url);
            var request = alice().requests().value().orElseThrow().getFirst();
            assertThat(request.path()).isEqualTo("report.txt");
            assertThat(alice().refuse(request.id()).words()).isEqualTo("bob@beta.example does not get report.txt");
            mesh.settle();
            assertThat(bob().asked().value().orElseThrow())
                    .containsExactly(new AskedShare("alice@alpha.example", url, AskedShare.State.DECLINED));
            assertThat(bob().received().value().orElseThrow()).isEmpty();
            assertThat(alice().refuse(request.id())).isInstanceOf(Told.Refused.class);
        }

        /** A refusal of 1.4 names no sender and has no secret to show; 1.5 does not believe it. */
        @Test
        void whenA14OwnerRefusesA15Requester_thenTheRequestSeemsOpen() {
            start("1.4", "1.5");
            bob().requestShare("alice@alpha.example", "report.txt");
            alice().refuse(alice().requests().value().orElseThrow().getFirst().id());
            mesh.settle();
            assertThat(bob().asked().value().orElseThrow().getFirst().state()).isEqualTo(AskedShare.State.OPEN);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "1.3 | 1.5 | alice@alpha.example | report.txt | OCM 1.3 has no word for it",
                    "1.5 | 1.3 | alice@alpha.example | report.txt | OCM 1.3 has no word for it",
                    "1.5 | 1.4 | alice@alpha.example | report.txt | alpha.example refused with 404",
                    "1.5 | 1.5 | alice@alpha.example | none.txt | alpha.example refused with 404",
                    "1.5 | 1.5 | zoe@alpha.example | report.txt | alpha.example refused with 404",
                    "1.5 | 1.5 | alice@alpha.example | https://alpha.example/a%2Fb | alpha.example refused with 404",
                    "1.5 | 1.5 | alice@alpha.example | https://omega.example/x | alpha.example refused with 404",
                    "1.5 | 1.5 | alice | report.txt | is not <identifier>@<host>",
                    "1.5 | 1.5 | ben@beta.example | report.txt | is at this very server",
                    "1.5 | 1.5 | alice@nowhere.example | report.txt | nobody there"
                })
        void whenItCannotBeAsked_thenTheRequesterIsToldWhy(
                String alpha, String beta, String owner, String resource, String words) {
            start(alpha, beta);
            var told = bob().requestShare(owner, resource);
            assertThat(told).isInstanceOf(Told.Refused.class);
            assertThat(told.words()).contains(words);
            assertThat(bob().asked().value().orElseThrow()).isEmpty();
            assertThat(alice().requests().value().orElseThrow()).isEmpty();
        }

        @Test
        void whenItComesTwice_thenItIsListedOnce() {
            start("1.5", "1.5");
            bob().requestShare("alice@alpha.example", "report.txt");
            assertThat(bob().requestShare("alice@alpha.example", "/report.txt").happened())
                    .isTrue();
            assertThat(alice().requests().value().orElseThrow()).hasSize(1);
        }

        @Test
        void whenTheResourceIsGoneMeanwhile_thenItCannotBeApproved() {
            start("1.5", "1.5");
            bob().requestShare("alice@alpha.example", "report.txt");
            alice().delete(Place.own("report.txt"));
            var request = alice().requests().value().orElseThrow().getFirst();
            assertThat(alice().approve(request.id()).words()).isEqualTo("report.txt is not there any more");
        }

        @Test
        void whenTheRequestersServerIsAway_thenTheRequestStaysOpen() {
            start("1.5", "1.5");
            bob().requestShare("alice@alpha.example", "report.txt");
            mesh.fault("beta.example", _ -> new Exchange.Refused("down"));
            var request = alice().requests().value().orElseThrow().getFirst();
            assertThat(alice().approve(request.id())).isInstanceOf(Told.Refused.class);
            mesh.mend("beta.example");
            assertThat(alice().approve(request.id()).happened()).isTrue();
        }

        @Test
        void whenTheOwnerDecidesTwiceAtOnce_thenOneDecisionCounts() {
            start("1.5", "1.5");
            bob().requestShare("alice@alpha.example", "report.txt");
            var request = alice().requests().value().orElseThrow().getFirst().id();
            var second = new ArrayList<Told<?>>();
            mesh.fault("beta.example", e -> {
                if (second.isEmpty()) second.add(alice().approve(request));
                if (second.size() == 1) second.add(alice().refuse(request));
                return e;
            });
            assertThat(alice().approve(request).happened()).isTrue();
            assertThat(second).allMatch(told -> told.words().equals("there is no such request"));
            assertThat(alice().shared().value().orElseThrow()).hasSize(1);
        }

        @Test
        void whenTheServerStopsWhileItAnswers_thenTheOwnerCanDecideAgain() {
            start("1.5", "1.5");
            bob().requestShare("alice@alpha.example", "report.txt");
            var request = alice().requests().value().orElseThrow().getFirst().id();
            mesh.fault("beta.example", _ -> {
                throw new NodeStopped("alpha");
            });
            assertThatThrownBy(() -> alice().approve(request)).isInstanceOf(NodeStopped.class);
            mesh.mend("beta.example");
            mesh.node("alpha", "reference/1.5", "alice", "anna");
            assertThat(alice().approve(request).happened()).isTrue();
        }

        @Test
        void whenTheReplyIsLost_thenTheRequestMayHaveArrivedAndIsListed() {
            start("1.5", "1.5");
            mesh.fault(
                    "alpha.example",
                    e -> mesh.requests.getLast().startsWith("POST") ? new Exchange.TimedOut(true, "lost") : e);
            assertThat(bob().requestShare("alice@alpha.example", "report.txt")).isInstanceOf(Told.Unclear.class);
            assertThat(bob().asked().value().orElseThrow()).hasSize(1);
        }

        @Test
        void whenTheOwnersAccountIsDeleted_thenTheRequesterHearsANo() {
            start("1.5", "1.5");
            bob().requestShare("alice@alpha.example", "report.txt");
            mesh.nodes.get("alpha.example").operator().deleteUser("alice");
            mesh.settle();
            assertThat(bob().asked().value().orElseThrow().getFirst().state()).isEqualTo(AskedShare.State.DECLINED);
        }
    }

    @Nested
    class GivenARecipientWhoIsRemoved {
        private long open() {
            return alice().shared().value().orElseThrow().stream()
                    .filter(s -> s.state() != SentShare.State.DECLINED)
                    .count();
        }

        private void meet() {
            var invite = alice().invite().value().orElseThrow();
            assertThat(bob().acceptInvite(invite.inviteString()).happened()).isTrue();
        }

        @Test
        void whenAUserIsDeleted_thenEveryServerThatKnewThemForgetsThem() {
            start("1.5", "1.5");
            meet();
            accepted(Permissions.READ);
            bob().write(Place.own("back.txt"), content("x"));
            bob().share(ShareWish.of("back.txt", "alice@alpha.example"));
            assertThat(alice().received().value().orElseThrow()).hasSize(1);
            mesh.nodes.get("beta.example").operator().deleteUser("bob");
            mesh.settle();
            assertThat(open()).isZero();
            assertThat(alice().received().value().orElseThrow()).isEmpty();
            assertThat(alice().contacts().value().orElseThrow()).isEmpty();
        }

        @Test
        void whenTheOtherServerHasNoWordForIt_thenTheSharesEndAllTheSame() {
            start("1.1", "1.5[mode=compat]");
            accepted(Permissions.READ);
            mesh.nodes.get("beta.example").operator().deleteUser("bob");
            mesh.settle();
            assertThat(alice().shared().value().orElseThrow().getFirst().state())
                    .isEqualTo(SentShare.State.DECLINED);
        }

        @Test
        void whenNobodyCanTellWhoSaysSo_thenA14ServerKeepsWhatItHas() {
            start("1.4", "1.4");
            accepted(Permissions.READ);
            mesh.nodes.get("beta.example").operator().deleteUser("bob");
            mesh.settle();
            assertThat(alice().shared().value().orElseThrow().getFirst().state())
                    .isEqualTo(SentShare.State.DECLINED);
            assertThat(mesh.testimonies.toString()).contains("refused by sender-known");
        }

        @Test
        void whenAGroupIsDeleted_thenItsSharesGoAtBothEnds() {
            start("1.5", "1.5");
            alice().share(new ShareWish(
                    "report.txt", "team@beta.example", ShareType.GROUP, Permissions.READ, Optional.empty()));
            var operator = mesh.nodes.get("beta.example").operator();
            assertThat(operator.deleteGroup("team").happened()).isTrue();
            assertThat(bob().received().value().orElseThrow()).isEmpty();
            mesh.settle();
            assertThat(open()).isZero();
            assertThat(operator.deleteGroup("team")).isInstanceOf(Told.Refused.class);
            assertThat(alice().share(new ShareWish(
                            "report.txt", "team@beta.example", ShareType.GROUP, Permissions.READ, Optional.empty())))
                    .isInstanceOf(Told.Refused.class);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "USER_REMOVED | beta.example | \"user\":{\"userId\":\"bob@beta.example\"} | 201 | 0",
                    "USER_REMOVED | beta.example | \"user\":{\"userId\":\"bob\"} | 201 | 0",
                    "USER_REMOVED | beta.example | \"user\":{\"userId\":\"ben@beta.example\"} | 201 | 1",
                    "USER_REMOVED | evil.example | \"user\":{\"userId\":\"bob@beta.example\"} | 403 | 1",
                    "USER_REMOVED | beta.example | \"user\":{\"userId\":7} | 400 | 1",
                    "USER_REMOVED | beta.example | \"user\":{\"userId\":\"@x.y\"} | 201 | 1",
                    "USER_REMOVED | beta.example | \"group\":{\"groupId\":\"bob\"} | 400 | 1",
                    "GROUP_REMOVED | beta.example | \"group\":{\"groupId\":\"bob\"} | 201 | 1",
                    "GROUP_REMOVED | beta.example | \"user\":{\"userId\":\"bob\"} | 400 | 1"
                })
        void whenItIsSaidByHand_thenOnlyItsOwnServerIsBelieved(
                String type, String domain, String inner, int status, int left) {
            start("1.5", "1.5");
            share(Permissions.READ);
            var json =
                    "{\"notificationType\":\"%s\",\"senderDomain\":\"%s\",\"shareType\":\"user\",\"notification\":{%s}}"
                            .formatted(type, domain, inner);
            assertThat(mesh.postReply("alpha", "/ocm/notifications", json).status())
                    .isEqualTo(status);
            assertThat(open()).isEqualTo(left);
        }
    }

    @Nested
    class GivenNotificationsOfOtherVersionsAndProducts {
        private String id;

        private String post(String node, String json) {
            var reply = mesh.postReply(node, "/ocm/notifications", json.replace("ID", id));
            return reply.status() + " " + TestMesh.text(reply);
        }

        private String secret() {
            return mesh.raw.stream()
                    .map(r -> r.body() instanceof org.meshbed.nodes.protocol.Body.Bytes b ? b.text() : "")
                    .filter(text -> text.contains("sharedSecret"))
                    .map(text -> text.replaceAll(".*\"sharedSecret\":\"([^\"]+)\".*", "$1"))
                    .findFirst()
                    .orElseThrow();
        }

        @ParameterizedTest
        @ValueSource(strings = {"1.2", "1.3", "1.4", "1.5"})
        void whenOcisChangesPermissions_thenTheyAreFoundInTheRepeatedProtocol(String beta) {
            start("1.5", beta);
            id = share(Permissions.ALL).id();
            assertThat(post(
                            "beta",
                            "{\"notificationType\":\"SHARE_CHANGE_PERMISSION\",\"resourceType\":\"file\","
                                    + "\"providerId\":\"ID\",\"notification\":{\"grantee\":\"b0b\",\"sharedSecret\":\""
                                    + secret() + "\",\"protocol\":{\"name\":\"multi\",\"webdav\":{\"uri\":\"ID\","
                                    + "\"permissions\":[\"read\"]}}}}"))
                    .startsWith("201");
            assertThat(only(bob()).permissions()).isEqualTo(Permissions.READ);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1.0", "1.1", "1.2", "1.5"})
        void whenOwncloudChangesPermissions_thenTheyAreFoundInPermission(String beta) {
            start(beta.equals("1.5") ? "1.5" : beta, beta);
            id = share(Permissions.ALL).id();
            assertThat(post(
                            "beta",
                            "{\"notificationType\":\"RESHARE_CHANGE_PERMISSION\",\"resourceType\":\"file\","
                                    + "\"providerId\":\"ID\",\"notification\":{\"sharedSecret\":\"" + secret()
                                    + "\",\"permission\":[\"read\",\"write\"]}}"))
                    .startsWith("201");
            assertThat(only(bob()).permissions()).isEqualTo(Permissions.READ_WRITE);
            assertThat(post(
                            "beta",
                            "{\"notificationType\":\"RESHARE_CHANGE_PERMISSION\",\"resourceType\":\"file\","
                                    + "\"providerId\":\"ID\",\"notification\":{\"sharedSecret\":\"" + secret()
                                    + "\",\"permission\":\"all\"}}"))
                    .startsWith("400");
            assertThat(post(
                            "beta",
                            "{\"notificationType\":\"RESHARE_CHANGE_PERMISSION\",\"resourceType\":\"file\","
                                    + "\"providerId\":\"ID\",\"notification\":{\"sharedSecret\":\"wrong\","
                                    + "\"permission\":[\"read\"]}}"))
                    .matches("40[34] .*");
            assertThat(post(
                            "beta",
                            "{\"notificationType\":\"RESHARE_CHANGE_PERMISSION\",\"resourceType\":\"file\","
                                    + "\"providerId\":\"ID\",\"notification\":{\"sharedSecret\":\"" + secret()
                                    + "\"}}"))
                    .startsWith("201");
            assertThat(only(bob()).permissions()).isEqualTo(Permissions.READ_WRITE);
        }

        @Test
        void whenAReshareIsUndone_thenItsSecretIsNeeded() {
            start("1.2", "1.2");
            id = share(Permissions.ALL).id();
            var undo = "{\"notificationType\":\"RESHARE_UNDO\",\"resourceType\":\"file\",\"providerId\":\"ID\","
                    + "\"notification\":{\"sharedSecret\":\"SECRET\"}}";
            assertThat(post("alpha", undo.replace("\"sharedSecret\":\"SECRET\"", "")))
                    .startsWith("403");
            assertThat(post("alpha", undo)).startsWith("403");
            assertThat(post("alpha", undo.replace("SECRET", secret()))).startsWith("201");
            assertThat(alice().shared().value().orElseThrow()).isEmpty();
            assertThat(post("alpha", undo)).startsWith("404");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1.1", "1.2", "1.3", "1.4"})
        void whenNothingButTheIdIsShown_thenServersBefore15BelieveIt(String dialect) {
            start(dialect, dialect);
            id = share(Permissions.READ).id();
            assertThat(post(
                            "alpha",
                            "{\"notificationType\":\"SHARE_ACCEPTED\",\"resourceType\":\"file\","
                                    + "\"providerId\":\"ID\"}"))
                    .startsWith("201");
            assertThat(alice().shared().value().orElseThrow().getFirst().state())
                    .isEqualTo(SentShare.State.ACCEPTED);
            assertThat(post(
                            "beta",
                            "{\"notificationType\":\"SHARE_UNSHARED\",\"resourceType\":\"file\","
                                    + "\"providerId\":\"ID\"}"))
                    .startsWith("201");
            assertThat(bob().received().value().orElseThrow()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "1.5,MLS_COMMIT",
            "1.5,SHARE_REMOVED",
            "1.5,SYNC_CALENDAR",
            "1.4,REQUEST_SHARE",
            "1.4,GROUP_REMOVED",
            "1.0,MESSAGE_POSTED",
            "1.1,ROOM_MODIFIED",
            "1.2,PARTICIPANT_MODIFIED",
            "1.3,OD\\u0007D"
        })
        void whenTheTypeIsNotKnown_thenItIsNamedInTheAnswer(String dialect, String type) {
            start(dialect, dialect);
            id = "x";
            assertThat(post(
                            "alpha",
                            "{\"notificationType\":\"" + type + "\",\"notification\":{\"mlsGroupId\":\"Zz==\"}}"))
                    .startsWith("501 {\"message\":\"NOTIFICATION_TYPE_NOT_SUPPORTED\",\"validationErrors\":["
                            + "{\"name\":\"notificationType\",\"message\":\"NOT_SUPPORTED: "
                            + type.replace("\\", "\\\\"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"1.0", "1.4", "1.5"})
        void whenItIsAboutATalkRoom_thenThatIsNotSupported(String dialect) {
            start(dialect, dialect);
            id = share(Permissions.READ).id();
            assertThat(post(
                            "alpha",
                            "{\"notificationType\":\"SHARE_ACCEPTED\",\"resourceType\":\"talk-room\","
                                    + "\"senderDomain\":\"beta.example\",\"providerId\":\"ID\"}"))
                    .startsWith("501 {\"message\":\"RESOURCE_TYPE_NOT_SUPPORTED\"");
        }

        @Test
        void whenARequestOrReshareLacksAField_thenItIsNamed() {
            start("1.5", "1.5");
            id = share(Permissions.ALL).id();
            var reshare = "{\"notificationType\":\"REQUEST_RESHARE\",\"senderDomain\":\"beta.example\","
                    + "\"resourceType\":\"file\",\"notification\":{\"file\":{\"providerId\":\"ID\","
                    + "\"shareWith\":\"dora@gamma.example\"}}}";
            assertThat(post("alpha", reshare.replace("shareWith", "x")))
                    .contains("400", "{\"name\":\"shareWith\",\"message\":\"MISSING\"}");
            assertThat(post("alpha", reshare.replace("dora@gamma.example", "dora")))
                    .contains("400", "{\"name\":\"shareWith\",\"message\":\"INVALID\"}");
            assertThat(post("alpha", reshare.replace("beta.example", "evil.example")))
                    .startsWith("403");
            assertThat(post("alpha", reshare.replace("ID", "none"))).startsWith("404");
            assertThat(post("alpha", reshare.replace("}}}", ",\"permissions\":[]}}}")))
                    .contains("400", "permissions");
            var request = "{\"notificationType\":\"REQUEST_SHARE\",\"senderDomain\":\"beta.example\","
                    + "\"resourceType\":\"file\",\"notification\":{\"file\":{\"owner\":\"alice@alpha.example\","
                    + "\"shareWith\":\"bob@beta.example\",\"shareId\":\"report.txt\",\"permissions\":[\"read\"]}}}";
            for (var field : List.of("owner", "shareWith", "shareId", "permissions"))
                assertThat(post("alpha", request.replace("\"" + field + "\"", "\"x\"")))
                        .contains("400", "{\"name\":\"" + field + "\",\"message\":\"MISSING\"}");
            assertThat(post("alpha", request.replace("bob@beta.example", "bob@evil.example")))
                    .startsWith("403");
            assertThat(post("alpha", request.replace("beta.example", "alpha.example")))
                    .startsWith("403");
            assertThat(post("alpha", request)).startsWith("201");
        }
    }
}
