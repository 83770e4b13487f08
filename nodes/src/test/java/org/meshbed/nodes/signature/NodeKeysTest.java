package org.meshbed.nodes.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.signature.JwkSet.Entry;
import org.meshbed.nodes.signature.SigningKey.Kind;

class NodeKeysTest {
    private static final ServerHost HOST = ServerHost.parse("alpha.example:9401");

    @Nested
    class GivenASecret {
        @ParameterizedTest
        @EnumSource(Kind.class)
        void whenKeysAreDrawnFromIt_thenTheyAndTheirSignaturesAreTheSame(Kind kind) {
            var one = SigningKey.drawn(HOST, 1, kind, "secret");
            var other = SigningKey.drawn(HOST, 1, kind, "secret");
            assertThat(one.privateKey().getEncoded())
                    .isEqualTo(other.privateKey().getEncoded());
            assertThat(one.sign("message")).isEqualTo(other.sign("message"));
            assertThat(one.sign("message")).isNotEqualTo(one.sign("another"));
            assertThat(SigningKey.drawn(HOST, 1, kind, "secret2").publicKey()).isNotEqualTo(one.publicKey());
        }

        @ParameterizedTest
        @EnumSource(Kind.class)
        void whenItIsPublished_thenOthersReadTheSameKey(Kind kind) throws Exception {
            var key = SigningKey.drawn(HOST, 2, kind, "secret");
            var read = JwkSet.read(SigningKey.jwks(List.of(key))).find("alpha.example:9401#key2");
            assertThat(read).contains(new Entry.Usable(new PeerKey(key.kid(), key.algorithm(), key.publicKey())));
            assertThat(Pem.read(Pem.of(key.publicKey()))).isEqualTo(key.publicKey());
        }

        @Test
        void whenASignatureIsMade_thenItsNonceServesNoOtherMessage() {
            var key = SigningKey.drawn(HOST, 1, Kind.P256, "secret");
            var r = Base64.getEncoder().encodeToString(key.sign("one")).substring(0, 40);
            assertThat(Base64.getEncoder().encodeToString(key.sign("two"))).doesNotStartWith(r);
        }
    }

    @Nested
    class GivenTheJwkSetOfAStranger {
        private static final String X = "PMmwx5_5FnNVUNHYdWfu0eSNRrJN_utGUUC7GDhM0No";

        private static String key(String members) {
            return "{\"keys\":[{\"kid\":\"k\"," + members + "}]}";
        }

        private static Entry read(String json) throws Exception {
            return JwkSet.read(Vectors.bytes(json)).find("k").orElseThrow();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"X\" | has no alg",
                    "\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"X\",\"alg\":7 | has no alg",
                    "\"kty\":\"oct\",\"k\":\"AAAA\",\"alg\":\"HS256\" | has the alg 'HS256'",
                    "\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"X\",\"alg\":\"none\" | has the alg 'none'",
                    "\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"X\",\"alg\":\"ES256\" | type OKP with the alg ES256",
                    "\"kty\":\"oct\",\"k\":\"AAAA\",\"alg\":\"RS256\" | type oct with the alg RS256",
                    "\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"X\",\"alg\":\"Ed25519\" | is no Ed25519 key",
                    "\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAA\",\"alg\":\"Ed25519\" | is no Ed25519 key",
                    "\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"X\",\"d\":\"X\",\"alg\":\"Ed25519\" | its private half",
                    "\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"X\",\"use\":\"enc\",\"alg\":\"Ed25519\" | not for signatures",
                    "\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"X\",\"y\":\"X\",\"alg\":\"ES256\" | no public key of its kind",
                    "\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\",\"alg\":\"RS256\" | has 17 bits, not 2048",
                    "\"kty\":\"weird\",\"alg\":\"RS256\" | no public key of its kind",
                    "\"alg\":\"RS256\" | no public key of its kind"
                })
        void whenAKeyCannotBeUsed_thenItIsKnownWhy(String members, String why) throws Exception {
            assertThat(read(key(members.replace("\"X\"", "\"" + X + "\""))))
                    .isInstanceOfSatisfying(
                            Entry.Unusable.class, e -> assertThat(e.why()).contains(why));
        }

        @Test
        void whenAnOldNameOfEd25519IsUsed_thenTheKeyIsTaken() throws Exception {
            assertThat(read(key("\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + X + "\",\"alg\":\"EdDSA\"")))
                    .isInstanceOfSatisfying(
                            Entry.Usable.class,
                            e -> assertThat(e.key().algorithm()).isEqualTo(Algorithm.ED25519));
        }

        @Test
        void whenTwoKeysHaveOneName_thenNeitherIsUsed() throws Exception {
            var one = "{\"kid\":\"k\",\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + X + "\",\"alg\":\"Ed25519\"}";
            assertThat(read("{\"keys\":[" + one + "," + one + "]}"))
                    .isEqualTo(new Entry.Unusable("has a kid that stands in the set twice"));
        }

        @Test
        void whenOneKeyIsBroken_thenTheOthersAreUsed() throws Exception {
            var set = JwkSet.read(Vectors.bytes("{\"keys\":[7,null,{},{\"kid\":5},{\"kid\":\"bad\",\"alg\":\"ES256\"},"
                    + "{\"kid\":\"k\",\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + X + "\",\"alg\":\"Ed25519\"}]}"));
            assertThat(set.find("k").orElseThrow()).isInstanceOf(Entry.Usable.class);
            assertThat(set.find("bad").orElseThrow()).isInstanceOf(Entry.Unusable.class);
            assertThat(set.find("K")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "[]", "{}", "{\"keys\":{}}", "{\"keys\":\"x\"}", "nonsense", "{\"keys\":[]} {}"})
        void whenItIsNoSet_thenThatIsSaid(String bytes) {
            assertThatThrownBy(() -> JwkSet.read(Vectors.bytes(bytes))).isInstanceOf(JwkSet.NotASet.class);
        }

        @Test
        void whenItIsTooLargeOrTooMany_thenItIsNotLookedAt() {
            var large = new byte[JwkSet.LARGEST + 1];
            assertThatThrownBy(() -> JwkSet.read(large)).hasMessageContaining("is larger than 65536 bytes");
            var many = "{\"keys\":[" + "{},".repeat(50) + "{}]}";
            assertThatThrownBy(() -> JwkSet.read(Vectors.bytes(many))).hasMessageContaining("more than 50 keys");
        }
    }

    @Nested
    class GivenAPem {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----",
                    "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
                    "-----BEGIN PUBLIC KEY-----\nA\n-----END PUBLIC KEY-----",
                    "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"
                })
        void whenItHoldsNoPublicKey_thenThatIsSaid(String pem) {
            assertThatThrownBy(() -> Pem.read(pem)).isInstanceOf(Malformed.class);
        }

        @Test
        void whenItHoldsAWeakKey_thenItIsNotTaken() throws Exception {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(1024);
            var pem = Pem.of(generator.generateKeyPair().getPublic());
            assertThatThrownBy(() -> Pem.read(pem)).hasMessageContaining("has 1024 bits, not 2048 to 8192");
        }
    }
}
