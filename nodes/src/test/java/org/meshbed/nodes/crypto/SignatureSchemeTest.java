package org.meshbed.nodes.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignatureSchemeTest {
    private static final byte[] MESSAGE = "what is signed".getBytes(StandardCharsets.UTF_8);
    private static final KeyPair RSA = pair("RSA", "");
    private static final KeyPair EDWARDS = pair("Ed25519", "");
    private static final KeyPair P256 = pair("EC", "secp256r1");

    private static KeyPair pair(String kind, String curve) {
        try {
            var generator = KeyPairGenerator.getInstance(kind);
            if (!curve.isEmpty()) generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair pair(SignatureScheme scheme) {
        return switch (scheme) {
            case ED25519 -> EDWARDS;
            case ES256 -> P256;
            case ES384 -> pair("EC", "secp384r1");
            case ES512 -> pair("EC", "secp521r1");
            case RS256, RS384, RS512, PS256, PS384, PS512 -> RSA;
        };
    }

    @Nested
    class GivenASignature {
        @ParameterizedTest
        @EnumSource
        void whenNothingWasChanged_thenItVerifies_andNotWithOneBitChanged(SignatureScheme scheme) throws Exception {
            var pair = pair(scheme);
            var made = scheme.sign(pair.getPrivate(), MESSAGE, new SecureRandom());
            assertThat(scheme.verifies(pair.getPublic(), MESSAGE, made)).isTrue();
            var other = MESSAGE.clone();
            other[3] ^= 1;
            assertThat(scheme.verifies(pair.getPublic(), other, made)).isFalse();
            made[made.length / 2] ^= 1;
            assertThat(verifiesOrThrows(scheme, pair, made)).isFalse();
        }

        private static boolean verifiesOrThrows(SignatureScheme scheme, KeyPair pair, byte[] made) {
            try {
                return scheme.verifies(pair.getPublic(), MESSAGE, made);
            } catch (GeneralSecurityException e) {
                return false;
            }
        }

        @Test
        void whenNothingIsDrawn_thenTheJdkMakesTheSameBytes() throws Exception {
            assertThat(SignatureScheme.ED25519.sign(EDWARDS.getPrivate(), MESSAGE, new SecureRandom()))
                    .isEqualTo(byJdk("Ed25519", EDWARDS));
            assertThat(SignatureScheme.RS256.sign(RSA.getPrivate(), MESSAGE, new SecureRandom()))
                    .isEqualTo(byJdk("SHA256withRSA", RSA));
        }

        @Test
        void whenTheJdkMadeIt_thenItVerifies() throws Exception {
            var made = byJdk("SHA256withECDSAinP1363Format", P256);
            assertThat(SignatureScheme.ES256.verifies(P256.getPublic(), MESSAGE, made))
                    .isTrue();
        }

        private static byte[] byJdk(String name, KeyPair pair) throws GeneralSecurityException {
            var signature = Signature.getInstance(name);
            signature.initSign(pair.getPrivate());
            signature.update(MESSAGE);
            return signature.sign();
        }
    }

    @Nested
    class GivenWhatDoesNotFit {
        @Test
        void whenTheKeyIsOfAnotherKind_thenThatIsAnError() {
            assertThatThrownBy(() -> SignatureScheme.ED25519.verifies(P256.getPublic(), MESSAGE, new byte[64]))
                    .isInstanceOf(GeneralSecurityException.class);
            assertThatThrownBy(() -> SignatureScheme.ES256.verifies(RSA.getPublic(), MESSAGE, new byte[64]))
                    .isInstanceOf(GeneralSecurityException.class);
            assertThatThrownBy(() -> SignatureScheme.RS256.verifies(EDWARDS.getPublic(), MESSAGE, new byte[256]))
                    .isInstanceOf(GeneralSecurityException.class);
        }

        @Test
        void whenAnEcdsaSignatureIsTooLongOrTooShort_thenThatIsAnError() {
            for (var length : new int[] {0, 63, 65, 72})
                assertThatThrownBy(() -> SignatureScheme.ES256.verifies(P256.getPublic(), MESSAGE, new byte[length]))
                        .isInstanceOf(GeneralSecurityException.class);
        }
    }
}
