package org.meshbed.nodes.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Testimony;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.WireReply;

class SigningTest {
    private static final String STRICT = "[sign=yes;demand-signatures=yes]";
    private final TestMesh mesh = new TestMesh();

    private Told<SentShare> share(String file) {
        var alice = mesh.party("alice@alpha");
        alice.write(Place.own(file), Content.of(new byte[] {1}));
        return alice.share(ShareWish.of(file, "bob@beta.example"));
    }

    private List<String> signatures() {
        return mesh.testimonies.stream()
                .filter(t -> t instanceof Testimony.Decision d && d.what().equals("signature"))
                .map(t -> ((Testimony.Decision) t).outcome())
                .toList();
    }

    private long signed() {
        return mesh.raw.stream()
                .filter(r -> r.headers().first("Signature").isPresent())
                .count();
    }

    @Nested
    class GivenTwoNodesThatSign {
        @ParameterizedTest
        @ValueSource(strings = {"1.5", "1.4", "1.3", "1.2"})
        void whenTheyShareAndTellEachOther_thenEveryMessageIsSignedAndVerified(String version) {
            mesh.node("alpha", "reference/" + version + STRICT.replace("]", ";key=ed25519]"), "alice");
            mesh.node("beta", "reference/" + version + STRICT.replace("]", ";key=ed25519]"), "bob");
            assertThat(share("a.txt").happened()).isTrue();
            var bob = mesh.party("bob@beta");
            bob.accept(bob.received().value().orElseThrow().getFirst().id());
            mesh.settle();
            assertThat(mesh.party("alice@alpha")
                            .shared()
                            .value()
                            .orElseThrow()
                            .getFirst()
                            .state())
                    .isEqualTo(SentShare.State.ACCEPTED);
            assertThat(signed()).isEqualTo(2);
            assertThat(signatures()).filteredOn("verified"::equals).hasSize(2);
            assertThat(signatures()).filteredOn(s -> s.startsWith("made as")).hasSize(2);
        }

        @Test
        void whenOneRotatesItsKey_thenBothKeysAreShownForAWhile() {
            var alpha = mesh.node("alpha", "reference/1.5[sign=yes]", "alice");
            assertThat(keys()).contains("#key1").doesNotContain("#key2");
            assertThat(alpha.operator().rotateKey().words()).isEqualTo("signs with alpha.example#key2");
            assertThat(keys()).contains("#key1", "#key2");
            mesh.pass(Duration.ofMinutes(11));
            assertThat(keys()).contains("#key2").doesNotContain("#key1");
        }

        @Test
        void whenAnotherKindOfKeyIsWanted_thenOneIsMade() {
            var alpha = mesh.node("alpha", "reference/1.5[sign=yes]", "alice");
            assertThat(keys()).contains("Ed25519");
            alpha.operator().changeSetting("key", "p256");
            assertThat(keys()).contains("\"kid\":\"alpha.example#key2\"", "P-256");
        }

        private String keys() {
            return TestMesh.text(mesh.request("alpha", "GET", "/.well-known/jwks.json"));
        }

        @Test
        void whenOneStartsAgain_thenItHasTheSameKey() {
            mesh.node("alpha", "reference/1.5[sign=yes]", "alice");
            var before = keys();
            mesh.node("alpha", "reference/1.5[sign=yes]", "alice");
            assertThat(keys()).isEqualTo(before);
        }
    }

    @Nested
    class GivenNodesThatDiffer {
        @ParameterizedTest
        @CsvSource({
            "1.5, 1.5[sign=yes], 0, true",
            "1.5[sign=yes], 1.5, 0, true",
            "1.5[sign=yes], 1.5[demand-signatures=yes], 1, true",
            "1.5, 1.5[demand-signatures=yes], 0, false",
            "1.5[sign=yes], 1.4[sign=yes;demand-signatures=yes], 1, true",
            "1.4[sign=yes], 1.5[sign=yes;demand-signatures=yes], 0, false",
            "1.5[sign=yes], 1.2[demand-signatures=yes], 0, false",
            "1.2[sign=yes;key=ed25519], 1.5[sign=yes], 1, true",
            "1.2[sign=yes;key=ed25519], 1.5[demand-signatures=yes], 0, false"
        })
        void whenOneShares_thenItSignsWhereTheOtherUnderstandsIt(
                String sender, String receiver, int signed, boolean shared) {
            mesh.node("alpha", "reference/" + sender, "alice");
            mesh.node("beta", "reference/" + receiver, "bob");
            var told = share("a.txt");
            assertThat(told.happened()).as(told.words()).isEqualTo(shared);
            assertThat(signed()).isEqualTo(signed);
        }

        @Test
        void whenItDoesNotSign_thenItHasNoKeyAndNothingToRotate() {
            var alpha = mesh.node("alpha", "reference/1.5", "alice");
            assertThat(mesh.request("alpha", "GET", "/.well-known/jwks.json").status())
                    .isEqualTo(404);
            assertThat(alpha.operator().rotateKey()).isInstanceOf(Told.Unsupported.class);
        }

        @Test
        void whenTheInviteOfOneThatDemandsIsAccepted_thenItIsNotSentUnsigned() {
            mesh.node("alpha", "reference/1.5" + STRICT, "alice");
            mesh.node("beta", "reference/1.5", "bob");
            var invite = mesh.party("alice@alpha").invite().value().orElseThrow();
            var told = mesh.party("bob@beta").acceptInvite(invite.inviteString());
            assertThat(told.words()).contains("demands signatures");
        }
    }

    @Nested
    class GivenKeysThatCannotBeHad {
        private final AtomicInteger asked = new AtomicInteger();

        @Test
        void whenTheDocumentIsGone_thenTheMessageIsRefusedForNow() {
            mesh.node("alpha", "reference/1.5[sign=yes]", "alice");
            mesh.node("beta", "reference/1.5" + STRICT, "bob");
            mesh.fault("alpha.example", e -> {
                asked.incrementAndGet();
                return new Exchange.Refused("down");
            });
            var told = share("a.txt");
            assertThat(told.words()).contains("503");
            assertThat(asked.get()).isPositive();
        }

        @Test
        void whenTheSetIsAnErrorOrNoSet_thenItIsRefused() {
            mesh.node("alpha", "reference/1.5[sign=yes]", "alice");
            mesh.node("beta", "reference/1.5" + STRICT, "bob");
            mesh.fault("alpha.example", e -> changed(e, WireReply.text(404, "not here")));
            assertThat(share("a.txt").words()).contains("401");
            mesh.fault("alpha.example", e -> changed(e, WireReply.text(200, "nothing")));
            assertThat(share("b.txt").words()).contains("401");
            mesh.mend("alpha.example");
            assertThat(share("c.txt").happened()).isTrue();
        }

        private static Exchange changed(Exchange exchange, WireReply instead) {
            return exchange instanceof Exchange.Replied(var reply)
                            && TestMesh.text(reply).contains("\"keys\"")
                    ? new Exchange.Replied(instead)
                    : exchange;
        }
    }
}
