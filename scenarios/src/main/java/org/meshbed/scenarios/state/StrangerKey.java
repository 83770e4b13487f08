package org.meshbed.scenarios.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.meshbed.nodes.crypto.SignatureScheme;
import org.meshbed.nodes.protocol.Json;

/** An Ed25519 key of a foreign server, which follows from its name: a scenario has the same keys in every run. */
public record StrangerKey(String kid, KeyPair pair) {
    private static final int RAW = 32;

    /** Making one takes longer than most scenarios: the pairs made lately, by what they follow from. */
    private static final Map<String, KeyPair> MADE = new ConcurrentHashMap<>();

    private static final int MOST_MADE = 256;

    public static StrangerKey of(String kid, String seed) {
        if (MADE.size() >= MOST_MADE) MADE.clear();
        return new StrangerKey(kid, MADE.computeIfAbsent(seed, StrangerKey::pair));
    }

    private static KeyPair pair(String seed) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new Fixed(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java makes Ed25519 keys", e);
        }
    }

    /** This key under another name. */
    public StrangerKey named(String other) {
        return new StrangerKey(other, pair);
    }

    public String sign(String base) {
        try {
            var bytes = base.getBytes(StandardCharsets.UTF_8);
            var signature = SignatureScheme.ED25519.sign(pair.getPrivate(), bytes, new Fixed(""));
            return Base64.getEncoder().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs", e);
        }
    }

    public ObjectNode jwk() {
        var encoded = pair.getPublic().getEncoded();
        var raw = Arrays.copyOfRange(encoded, encoded.length - RAW, encoded.length);
        return Json.object()
                .put("kty", "OKP")
                .put("crv", "Ed25519")
                .put("alg", "Ed25519")
                .put("use", "sig")
                .put("kid", kid)
                .put("x", Base64.getUrlEncoder().withoutPadding().encodeToString(raw));
    }

    public String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
    }

    /** Bytes that follow from a text: enough for one key. */
    private static final class Fixed extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final String seed;

        Fixed(String seed) {
            super(null, null);
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            try {
                var hash = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
                System.arraycopy(hash, 0, bytes, 0, Math.min(bytes.length, hash.length));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
