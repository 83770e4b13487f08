package org.meshbed.nodes.signature;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.protocol.Json;

/**
 * A key of this node, both halves.
 *
 * @param number counted from 1; a rotation makes the next
 */
record SigningKey(ServerHost host, int number, Kind kind, PrivateKey privateKey, PublicKey publicKey) {
    static final int RAW_ED25519 = 32;
    private static final int RSA_BITS = 2048;

    /** What kind of key a node signs with. */
    enum Kind {
        ED25519("Ed25519", Algorithm.ED25519),
        P256("EC", Algorithm.ES256),
        RSA("RSA", Algorithm.PS512);

        private final String java;
        private final Algorithm algorithm;

        Kind(String java, Algorithm algorithm) {
            this.java = java;
            this.algorithm = algorithm;
        }

        static Kind named(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The name of its key factory. */
        String java() {
            return java;
        }
    }

    /** What was drawn lately: the same secret gives the same key, and an RSA key takes a tenth of a second. */
    private static final Map<Drawn, KeyPair> DRAWN = new ConcurrentHashMap<>();

    private static final int MOST_DRAWN = 256;

    private record Drawn(Kind kind, String secret) {}

    /** The key that follows from this secret. */
    static SigningKey drawn(ServerHost host, int number, Kind kind, String secret) {
        if (DRAWN.size() >= MOST_DRAWN) DRAWN.clear();
        var pair = DRAWN.computeIfAbsent(
                new Drawn(kind, secret),
                drawn -> pair(drawn.kind, new DrawnRandom(drawn.secret.getBytes(StandardCharsets.UTF_8))));
        return new SigningKey(host, number, kind, pair.getPrivate(), pair.getPublic());
    }

    private static KeyPair pair(Kind kind, SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance(kind.java);
            switch (kind) {
                case ED25519 -> generator.initialize(255, random);
                case P256 -> generator.initialize(new ECGenParameterSpec("secp256r1"), random);
                case RSA -> generator.initialize(RSA_BITS, random);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java makes " + kind + " keys", e);
        }
    }

    Algorithm algorithm() {
        return kind.algorithm;
    }

    /** Its name in the JWK Set. */
    String kid() {
        return host + "#key" + number;
    }

    /** Its name in the {@code publicKey} of 1.2: there is one key at a time, so one name. */
    String keyId() {
        return "https://" + host + "/ocm#signature";
    }

    byte[] sign(String base) {
        return sign(algorithm(), base);
    }

    byte[] sign(Algorithm by, String base) {
        var bytes = base.getBytes(StandardCharsets.UTF_8);
        return by.sign(privateKey, bytes, nonces(bytes));
    }

    /** Random bytes for one signature: they follow from the key and what is signed. */
    SecureRandom nonces(byte[] signed) {
        return new DrawnRandom(privateKey.getEncoded(), signed);
    }

    ObjectNode jwk() {
        var jwk = Json.object();
        switch (kind) {
            case ED25519 -> jwk.put("kty", "OKP").put("crv", "Ed25519");
            case P256 -> jwk.put("kty", "EC").put("crv", "P-256");
            case RSA -> jwk.put("kty", "RSA");
        }
        jwk.put("alg", algorithm().jose()).put("use", "sig").put("kid", kid());
        switch (kind) {
            case ED25519 -> jwk.put("x", raw());
            case P256 -> {
                var key = new ECKey.Builder(Curve.P_256, (ECPublicKey) publicKey).build();
                jwk.put("x", key.getX().toString()).put("y", key.getY().toString());
            }
            case RSA -> {
                var key = new RSAKey.Builder((RSAPublicKey) publicKey).build();
                jwk.put("n", key.getModulus().toString())
                        .put("e", key.getPublicExponent().toString());
            }
        }
        return jwk;
    }

    private String raw() {
        var encoded = publicKey.getEncoded();
        var raw = Arrays.copyOfRange(encoded, encoded.length - RAW_ED25519, encoded.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    }

    static byte[] jwks(List<SigningKey> keys) {
        var set = Json.object();
        var array = set.putArray("keys");
        keys.forEach(key -> array.add(key.jwk()));
        return Json.bytes(set);
    }

    @Override
    public String toString() {
        return kid() + " (" + kind.word() + ")";
    }
}
