package org.meshbed.nodes.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.util.HexFormat;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeterministicEcdsaTest {
    private static final byte[] SAMPLE = "sample".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TEST = "test".getBytes(StandardCharsets.UTF_8);

    /** The keys and signatures of RFC 6979, A.2.5 and A.2.6. */
    @Nested
    class GivenTheKeysOfTheRfc {
        private final PrivateKey p256 =
                key("secp256r1", "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721");
        private final PrivateKey p384 = key(
                "secp384r1",
                "6B9D3DAD2E1B8C1C05B19875B6659F4DE23C3B667BF297BA9AA47740787137D8"
                        + "96D5724E4C70A825F872C9EA60D2EDF5");

        @Test
        void whenItSignsWithP256_thenTheSignatureIsThatOfTheRfc() throws GeneralSecurityException {
            assertThat(hex(DeterministicEcdsa.P256.sign(p256, SAMPLE)))
                    .isEqualTo("EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716"
                            + "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8");
            assertThat(hex(DeterministicEcdsa.P256.sign(p256, TEST)))
                    .isEqualTo("F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367"
                            + "019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083");
        }

        @Test
        void whenItSignsWithP384_thenTheSignatureIsThatOfTheRfc() throws GeneralSecurityException {
            assertThat(hex(DeterministicEcdsa.P384.sign(p384, SAMPLE)))
                    .isEqualTo("94EDBB92A5ECB8AAD4736E56C691916B3F88140666CE9FA73D64C4EA95AD133C"
                            + "81A648152E44ACF96E36DD1E80FABE46"
                            + "99EF4AEB15F178CEA1FE40DB2603138F130E740A19624526203B6351D0A3A94F"
                            + "A329C145786E679E7B82C71A38628AC8");
        }

        @Test
        void whenTheKeyIsOfAnotherCurve_thenThatIsAnError() {
            assertThatThrownBy(() -> DeterministicEcdsa.P256.sign(p384, SAMPLE))
                    .isInstanceOf(InvalidKeyException.class);
        }
    }

    @Nested
    class GivenAKeyOfP521 {
        @Test
        void whenItSigns_thenBothNumbersHaveTheirFullLength() throws GeneralSecurityException {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp521r1"));
            var pair = generator.generateKeyPair();

            var made = DeterministicEcdsa.P521.sign(pair.getPrivate(), SAMPLE);

            assertThat(made).hasSize(132).isEqualTo(DeterministicEcdsa.P521.sign(pair.getPrivate(), SAMPLE));
            assertThat(SignatureScheme.ES512.verifies(pair.getPublic(), SAMPLE, made))
                    .isTrue();
        }
    }

    private static PrivateKey key(String curve, String secret) {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(curve));
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new ECPrivateKeySpec(
                            new BigInteger(secret, 16), parameters.getParameterSpec(ECParameterSpec.class)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
