package org.meshbed.nodes.signature;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/**
 * The asymmetric signature algorithms of JOSE that a node can use, with their counterparts in the registry of HTTP
 * signatures (RFC 9421, 3.3.7). {@code none} and MACs are none of them. ECDSA signatures are {@code r||s}.
 */
public enum Algorithm {
    ED25519("Ed25519", "ed25519", "Ed25519"),
    ES256("ES256", "ecdsa-p256-sha256", "SHA256withECDSAinP1363Format"),
    ES384("ES384", "ecdsa-p384-sha384", "SHA384withECDSAinP1363Format"),
    ES512("ES512", "", "SHA512withECDSAinP1363Format"),
    RS256("RS256", "rsa-v1_5-sha256", "SHA256withRSA"),
    RS384("RS384", "", "SHA384withRSA"),
    RS512("RS512", "", "SHA512withRSA"),
    PS256("PS256", "", "RSASSA-PSS"),
    PS384("PS384", "", "RSASSA-PSS"),
    PS512("PS512", "rsa-pss-sha512", "RSASSA-PSS");

    private final String jose;
    private final String http;
    private final String java;

    Algorithm(String jose, String http, String java) {
        this.jose = jose;
        this.http = http;
        this.java = java;
    }

    /** The algorithm of that JOSE name; {@code EdDSA}, which says less, means Ed25519 here (AMB-85). */
    public static Optional<Algorithm> named(String jose) {
        var name = jose.equals("EdDSA") ? ED25519.jose : jose;
        return Arrays.stream(values()).filter(a -> a.jose.equals(name)).findFirst();
    }

    /** {@code alg} of a JWK. */
    public String jose() {
        return jose;
    }

    /** {@code alg} of an HTTP signature; empty where the registry has no counterpart. */
    public Optional<String> http() {
        return http.isEmpty() ? Optional.empty() : Optional.of(http);
    }

    byte[] sign(PrivateKey key, byte[] base, SecureRandom random) {
        try {
            var signature = signature();
            signature.initSign(key, random);
            signature.update(base);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of this node cannot sign by " + jose, e);
        }
    }

    /** False for a signature or a key of another shape as for one that does not fit. */
    boolean verifies(PublicKey key, byte[] base, byte[] made) {
        try {
            var signature = signature();
            signature.initVerify(key);
            signature.update(base);
            return signature.verify(made);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private Signature signature() throws GeneralSecurityException {
        var signature = Signature.getInstance(java);
        switch (this) {
            case PS256 -> signature.setParameter(pss("SHA-256", MGF1ParameterSpec.SHA256, 32));
            case PS384 -> signature.setParameter(pss("SHA-384", MGF1ParameterSpec.SHA384, 48));
            case PS512 -> signature.setParameter(pss("SHA-512", MGF1ParameterSpec.SHA512, 64));
            case ED25519, ES256, ES384, ES512, RS256, RS384, RS512 -> {}
        }
        return signature;
    }

    /** JOSE has the salt as long as the hash (RFC 7518, 3.5). */
    private static PSSParameterSpec pss(String hash, MGF1ParameterSpec mask, int salt) {
        return new PSSParameterSpec(hash, "MGF1", mask, salt, 1);
    }
}
