package org.meshbed.nodes.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshbed.nodes.party.Contact;
import org.meshbed.nodes.party.Invite;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.WireReply;

class InvitingTest {
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

    private Invite invite() {
        return alice().invite().value().orElseThrow();
    }

    private static String plain(Invite invite) {
        return new String(Base64.getUrlDecoder().decode(invite.inviteString()), StandardCharsets.UTF_8);
    }

    private static String token(Invite invite) {
        return plain(invite).replace("@alpha.example", "");
    }

    private static String accepting(String token) {
        return "{\"recipientProvider\":\"foreign.example\",\"token\":\"%s\",\"userID\":\"eve\",\"email\":\"e@x\",\"name\":\"Eve\"}"
                .formatted(token);
    }

    @Nested
    class GivenAnOpenInvite {
        @Test
        void whenItIsAccepted_thenEachIsTheOthersContact() {
            var invite = invite();
            assertThat(plain(invite)).endsWith("@alpha.example");
            assertThat(invite.inviteString()).doesNotContain("=");
            var told = bob().acceptInvite(invite.inviteString());
            assertThat(told.value()).contains(new Contact("alice@alpha.example", "Alice", "alice@mail.example"));
            assertThat(alice().contacts().value().orElseThrow())
                    .containsExactly(new Contact("bob@beta.example", "Bob", "bob@mail.example"));
            assertThat(bob().findRecipient("ALI").value().orElseThrow()).hasSize(1);
            assertThat(bob().findRecipient("zoe").value().orElseThrow()).isEmpty();
            assertThat(alice().invites().value().orElseThrow().getFirst().state())
                    .isEqualTo(Invite.State.ACCEPTED);
            assertThat(mesh.nodes.get("alpha.example").state().contacts()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"url", "padded", "classic", "plain", "path", "link", "spaced"})
        void whenItIsHandedOverInAnyForm_thenItIsUnderstood(String form) {
            var invite = invite();
            var plain = plain(invite).getBytes(StandardCharsets.UTF_8);
            var text = switch (form) {
                case "url" -> invite.inviteString();
                case "padded" -> Base64.getUrlEncoder().encodeToString(plain);
                case "classic" -> Base64.getEncoder().encodeToString(plain);
                case "plain" -> plain(invite);
                case "path" -> plain(invite) + "/x/y";
                case "link" -> "https://alpha.example/wayf?x=1&token=" + token(invite);
                default -> "  " + invite.inviteString() + "\n";
            };
            assertThat(bob().acceptInvite(text).happened()).isTrue();
        }

        @Test
        void whenItIsAcceptedAgain_thenItWasAlreadyAccepted() {
            var invite = invite();
            bob().acceptInvite(invite.inviteString());
            assertThat(mesh.party("ben@beta")
                            .acceptInvite(invite.inviteString())
                            .words())
                    .contains("already accepted");
            assertThat(mesh.party("ben@beta").contacts().value().orElseThrow()).isEmpty();
            assertThat(mesh.postReply("alpha", "/ocm/invite-accepted", accepting(token(invite)))
                            .status())
                    .isEqualTo(409);
        }

        @Test
        void whenItIsWithdrawn_thenNobodyCanAcceptIt() {
            var invite = invite();
            assertThat(alice().withdraw("no such id")).isInstanceOf(Told.Refused.class);
            assertThat(mesh.party("anna@alpha").withdraw(invite.id())).isInstanceOf(Told.Refused.class);
            assertThat(alice().withdraw(invite.id()).happened()).isTrue();
            assertThat(alice().withdraw(invite.id())).isInstanceOf(Told.Refused.class);
            assertThat(bob().acceptInvite(invite.inviteString())).isInstanceOf(Told.Refused.class);
            assertThat(alice().contacts().value().orElseThrow()).isEmpty();
        }

        @Test
        void whenAWeekHasPassed_thenItHasExpired() {
            var invite = invite();
            mesh.pass(Duration.ofDays(8));
            assertThat(bob().acceptInvite(invite.inviteString())).isInstanceOf(Told.Refused.class);
            assertThat(alice().invites().value().orElseThrow().getFirst().state())
                    .isEqualTo(Invite.State.EXPIRED);
        }

        @Test
        void whenAContactIsRemoved_thenItIsGoneHereOnly() {
            bob().acceptInvite(invite().inviteString());
            assertThat(bob().removeContact("alice@alpha.example").happened()).isTrue();
            assertThat(bob().removeContact("alice@alpha.example")).isInstanceOf(Told.Refused.class);
            assertThat(alice().contacts().value().orElseThrow()).hasSize(1);
        }
    }

    @Nested
    class GivenSomethingElse {
        @ParameterizedTest
        @ValueSource(strings = {"", "%%%", "bm90aGluZw", "https://alpha.example/wayf", "x@", "@alpha.example"})
        void whenItIsNoInvite_thenTheRightFormsAreNamed(String text) {
            assertThat(bob().acceptInvite(text).words()).contains("token@host").doesNotContain("bm90");
            assertThat(mesh.requests).isEmpty();
        }

        @Test
        void whenItIsOnesOwn_thenItIsRefusedHere() {
            assertThat(mesh.party("anna@alpha").acceptInvite(invite().inviteString()))
                    .isInstanceOf(Told.Refused.class);
        }

        @Test
        void whenItsServerIsGone_thenThePersonIsToldSo() {
            var invite = invite();
            mesh.gone("alpha.example");
            assertThat(bob().acceptInvite(invite.inviteString()).words())
                    .contains("alpha.example could not be reached");
        }

        @Test
        void whenTheReplyIsLost_thenItMayHaveHappened() {
            var invite = invite();
            UnaryOperator<Exchange> lost =
                    e -> mesh.requests.getLast().contains("invite-accepted") ? new Exchange.TimedOut(true, "lost") : e;
            mesh.fault("alpha.example", lost);
            assertThat(bob().acceptInvite(invite.inviteString())).isInstanceOf(Told.Unclear.class);
            assertThat(alice().contacts().value().orElseThrow()).hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({
            "403,does not trust",
            "404,does not know",
            "500,refused the invite with 500",
            "302,refused the invite with 302"
        })
        void whenTheInvitersServerAnswersOtherwise_thenThePersonIsTold(int status, String words) {
            var invite = invite();
            mesh.fault(
                    "alpha.example",
                    e -> mesh.requests.getLast().contains("invite-accepted")
                            ? new Exchange.Replied(WireReply.empty(status))
                            : e);
            assertThat(bob().acceptInvite(invite.inviteString()).words()).contains(words);
        }

        @Test
        void whenTheAnswerNamesNobody_thenItIsUnclear() {
            var invite = invite();
            mesh.fault(
                    "alpha.example",
                    e -> mesh.requests.getLast().contains("invite-accepted")
                            ? new Exchange.Replied(WireReply.text(200, "welcome"))
                            : e);
            assertThat(bob().acceptInvite(invite.inviteString())).isInstanceOf(Told.Unclear.class);
        }
    }

    @Nested
    class GivenAnAcceptanceByHand {
        @ParameterizedTest
        @ValueSource(strings = {"recipientProvider", "token", "userID", "email", "name"})
        void whenAFieldIsMissing_thenItIsNamedAndTheInviteStaysOpen(String field) {
            var invite = invite();
            var reply = mesh.postReply(
                    "alpha", "/ocm/invite-accepted", accepting(token(invite)).replace("\"" + field + "\"", "\"x\""));
            assertThat(reply.status()).isEqualTo(400);
            assertThat(TestMesh.text(reply)).contains("\"" + field + "\"");
            assertThat(alice().invites().value().orElseThrow().getFirst().state())
                    .isEqualTo(Invite.State.OPEN);
        }

        @ParameterizedTest
        @CsvSource({"foreign.example/x,400", "alpha.example,403", "https://foreign.example,200", "'',400"})
        void whenTheProviderIsOfSomeForm_thenItIsTakenOrNot(String provider, int status) {
            var body = accepting(token(invite())).replace("foreign.example", provider);
            assertThat(mesh.postReply("alpha", "/ocm/invite-accepted", body).status())
                    .isEqualTo(status);
        }

        @Test
        void whenTheUserIdIsAWholeAddress_thenItsIdentifierCounts() {
            var body = accepting(token(invite())).replace("\"eve\"", "\"eve@foreign.example\"");
            assertThat(TestMesh.text(mesh.postReply("alpha", "/ocm/invite-accepted", body)))
                    .isEqualTo("{\"userID\":\"alice\",\"email\":\"alice@mail.example\",\"name\":\"Alice\"}");
            assertThat(alice().contacts().value().orElseThrow().getFirst().address())
                    .isEqualTo("eve@foreign.example");
        }

        @Test
        void whenTheTokenIsUnknown_thenItIsInvalid() {
            var reply = mesh.postReply("alpha", "/ocm/invite-accepted", accepting("nonsense"));
            assertThat(reply.status()).isEqualTo(400);
            assertThat(TestMesh.text(reply)).contains("TOKEN_INVALID");
        }
    }

    @Nested
    class GivenAServerOf10 {
        @Test
        void whenInvitesAreWanted_thenTheyAreUnsupportedThere() {
            mesh.node("old", "reference/1.0", "olga");
            assertThat(mesh.party("olga@old").invite()).isInstanceOf(Told.Unsupported.class);
            assertThat(mesh.party("olga@old").acceptInvite(invite().inviteString()))
                    .isInstanceOf(Told.Unsupported.class);
            assertThat(mesh.postReply("old", "/ocm/invite-accepted", accepting("x"))
                            .status())
                    .isEqualTo(404);
            assertThat(bob().acceptInvite("token@old.example").words()).contains("knows no invites");
        }
    }
}
