package org.meshbed.nodes.signature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Public keys as the discovery document of 1.2 has them: {@code SubjectPublicKeyInfo} in PEM (RFC 7468); and RSA keys
 * alone, as PKCS#1 has them (RFC 8017, A.1.1).
 */
final class Pem {
    private static final int LONGEST = 16 << 10;
    private static final Pattern SHAPE =
            Pattern.compile("\\s*-----BEGIN PUBLIC KEY-----\\s+([A-Za-z0-9+/=\\s]+?)\\s*-----END PUBLIC KEY-----\\s*");

    private static final Pattern BARE = Pattern.compile(
            "\\s*-----BEGIN RSA PUBLIC KEY-----\\s+([A-Za-z0-9+/=\\s]+?)\\s*-----END RSA PUBLIC KEY-----\\s*");
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] RSA = HEX.parseHex("300d06092a864886f70d0101010500");
    private static final int SEQUENCE = 0x30;
    private static final int BITS = 0x03;
    private static final int INTEGER = 0x02;

    private Pem() {}

    /** An RSA key as PKCS#1. */
    static String bare(PublicKey key) {
        if (!(key instanceof RSAPublicKey rsa)) throw new IllegalStateException("PKCS#1 is for RSA keys only");
        var whole = der(
                SEQUENCE,
                der(INTEGER, rsa.getModulus().toByteArray()),
                der(INTEGER, rsa.getPublicExponent().toByteArray()));
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN RSA PUBLIC KEY-----\n" + lines.encodeToString(whole) + "\n-----END RSA PUBLIC KEY-----\n";
    }

    /** A key in either form. */
    static PublicKey readAny(String pem) throws Malformed {
        var bare = BARE.matcher(pem);
        if (pem.length() > LONGEST || !bare.matches()) return read(pem);
        try {
            var key = Base64.getMimeDecoder().decode(bare.group(1));
            return read(der(SEQUENCE, RSA, der(BITS, new byte[1], key)));
        } catch (IllegalArgumentException e) {
            throw new Malformed("the key is no base64");
        }
    }

    private static byte[] der(int tag, byte[]... parts) {
        var inside = new ByteArrayOutputStream();
        for (var part : parts) inside.writeBytes(part);
        var made = new ByteArrayOutputStream();
        made.write(tag);
        var length = inside.size();
        if (length < 0x80) made.write(length);
        else if (length < 0x100) made.writeBytes(new byte[] {(byte) 0x81, (byte) length});
        else made.writeBytes(new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length});
        made.writeBytes(inside.toByteArray());
        return made.toByteArray();
    }

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
