package org.meshbed.nodes.signature;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.meshbed.nodes.crypto.SignatureScheme;

/**
 * The asymmetric signature algorithms of JOSE that a node can use, with their counterparts in the registry of HTTP
 * signatures (RFC 9421, 3.3.7). {@code none} and MACs are none of them. ECDSA signatures are {@code r||s}.
 */
public enum Algorithm {
    ED25519("Ed25519", "ed25519", SignatureScheme.ED25519),
    ES256("ES256", "ecdsa-p256-sha256", SignatureScheme.ES256),
    ES384("ES384", "ecdsa-p384-sha384", SignatureScheme.ES384),
    ES512("ES512", "", SignatureScheme.ES512),
    RS256("RS256", "rsa-v1_5-sha256", SignatureScheme.RS256),
    RS384("RS384", "", SignatureScheme.RS384),
    RS512("RS512", "", SignatureScheme.RS512),
    PS256("PS256", "", SignatureScheme.PS256),
    PS384("PS384", "", SignatureScheme.PS384),
    PS512("PS512", "rsa-pss-sha512", SignatureScheme.PS512);

    private final String jose;
    private final String http;
    private final SignatureScheme scheme;

    Algorithm(String jose, String http, SignatureScheme scheme) {
        this.jose = jose;
        this.http = http;
        this.scheme = scheme;
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
            return scheme.sign(key, base, random);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of this node cannot sign by " + jose, e);
        }
    }

    /** False for a signature or a key of another shape as for one that does not fit. */
    boolean verifies(PublicKey key, byte[] base, byte[] made) {
        try {
            return scheme.verifies(key, base, made);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
