package org.meshbed.simulator.oracle;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.meshbed.nodes.crypto.SignatureScheme;
import tools.jackson.databind.JsonNode;

/** Published keys, made into something signatures can be verified with. Each is made once. */
final class Keys {
    private final Map<String, Optional<PublicKey>> made = new LinkedHashMap<>();

    /** The key of a JWK; empty where it holds none that can be used. */
    Optional<PublicKey> of(JsonNode jwk) {
        return made.computeIfAbsent(jwk.toString(), _ -> {
            try {
                return make(jwk);
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    /** The RSA key of a PEM text. */
    Optional<PublicKey> ofPem(String pem) {
        return made.computeIfAbsent(pem, _ -> {
            try {
                var der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
                return Optional.of(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der)));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<PublicKey> make(JsonNode jwk) throws GeneralSecurityException {
        return switch (Texts.of(jwk.path("kty"))) {
            case "OKP" -> Texts.of(jwk.path("crv")).equals("Ed25519") ? Optional.of(edwards(jwk)) : Optional.empty();
            case "EC" -> Optional.of(elliptic(jwk));
            case "RSA" ->
                Optional.of(KeyFactory.getInstance("RSA")
                        .generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e"))));
            default -> Optional.empty();
        };
    }

    /** The bytes are little-endian, and their last bit is the sign of x (RFC 8032). */
    private static PublicKey edwards(JsonNode jwk) throws GeneralSecurityException {
        var bytes = Base64.getUrlDecoder().decode(Texts.of(jwk.path("x")));
        if (bytes.length != 32) throw new IllegalArgumentException("no key of Ed25519");
        var odd = (bytes[31] & 0x80) != 0;
        var turned = new byte[32];
        for (var i = 0; i < 32; i++) turned[i] = bytes[31 - i];
        turned[0] &= 0x7f;
        var point = new EdECPoint(odd, new BigInteger(1, turned));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }

    private static PublicKey elliptic(JsonNode jwk) throws GeneralSecurityException {
        var curve = Texts.of(jwk.path("crv")).equals("P-384") ? "secp384r1" : "secp256r1";
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(curve));
        var point = new ECPoint(number(jwk, "x"), number(jwk, "y"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger number(JsonNode jwk, String member) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(Texts.of(jwk.path(member))));
    }

    /** Whether it verifies by the algorithm that the key names; empty where that algorithm is unknown here. */
    static Optional<Boolean> verifies(PublicKey key, String algorithm, byte[] base, byte[] signature) {
        var scheme = switch (algorithm) {
            case "Ed25519", "EdDSA" -> Optional.of(SignatureScheme.ED25519);
            case "ES256" -> Optional.of(SignatureScheme.ES256);
            case "ES384" -> Optional.of(SignatureScheme.ES384);
            case "RS256", "rsa-sha256" -> Optional.of(SignatureScheme.RS256);
            case "RS512", "rsa-sha512" -> Optional.of(SignatureScheme.RS512);
            case "PS256" -> Optional.of(SignatureScheme.PS256);
            case "PS512" -> Optional.of(SignatureScheme.PS512);
            default -> Optional.<SignatureScheme>empty();
        };
        return scheme.map(known -> verifies(key, known, base, signature));
    }

    private static boolean verifies(PublicKey key, SignatureScheme scheme, byte[] base, byte[] signature) {
        try {
            return scheme.verifies(key, base, signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
