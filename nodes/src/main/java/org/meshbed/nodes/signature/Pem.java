package org.meshbed.nodes.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Public keys as the discovery document of 1.2 has them: {@code SubjectPublicKeyInfo} in PEM (RFC 7468). */
final class Pem {
    private static final int LONGEST = 16 << 10;
    private static final Pattern SHAPE =
            Pattern.compile("\\s*-----BEGIN PUBLIC KEY-----\\s+([A-Za-z0-9+/=\\s]+?)\\s*-----END PUBLIC KEY-----\\s*");

    private Pem() {}

    static String of(PublicKey key) {
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN PUBLIC KEY-----\n" + lines.encodeToString(key.getEncoded()) + "\n-----END PUBLIC KEY-----\n";
    }

    static PublicKey read(String pem) throws Malformed {
        var shape = SHAPE.matcher(pem);
        if (pem.length() > LONGEST || !shape.matches()) throw new Malformed("the key is no PEM of a public key");
        try {
            return read(Base64.getMimeDecoder().decode(shape.group(1)));
        } catch (IllegalArgumentException e) {
            throw new Malformed("the key is no base64");
        }
    }

    private static PublicKey read(byte[] encoded) throws Malformed {
        for (var kind : List.of("RSA", "EC", "Ed25519")) {
            try {
                var key = KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(encoded));
                Strength.check(key);
                return key;
            } catch (GeneralSecurityException e) {
                // a key of another kind, or of none
            }
        }
        throw new Malformed("the key is neither RSA nor P-256, P-384, P-521 nor Ed25519");
    }
}
