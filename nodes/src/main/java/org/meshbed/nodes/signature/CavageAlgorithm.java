package org.meshbed.nodes.signature;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;

/**
 * What the algorithm names of draft-cavage-http-signatures-12 mean. {@code hs2019} leaves it to the key; here that is
 * SHA-512 with RSA as PSS or with ECDSA, and Ed25519. ECDSA signatures are DER, as everywhere outside of JOSE.
 */
enum CavageAlgorithm {
    RSA_SHA256("SHA256withRSA"),
    RSA_SHA512("SHA512withRSA"),
    RSA_PSS(""),
    ECDSA_SHA256("SHA256withECDSA"),
    ECDSA_SHA512("SHA512withECDSA"),
    ED25519("Ed25519");

    private final String java;

    CavageAlgorithm(String java) {
        this.java = java;
    }

    static CavageAlgorithm named(String name, PublicKey key) throws Malformed {
        return switch (name) {
            case "rsa-sha256" -> RSA_SHA256.fitting(name, key instanceof RSAPublicKey);
            case "rsa-sha512" -> RSA_SHA512.fitting(name, key instanceof RSAPublicKey);
            case "ecdsa-sha256" -> ECDSA_SHA256.fitting(name, key instanceof ECPublicKey);
            case "ed25519" -> ED25519.fitting(name, !(key instanceof ECPublicKey) && !(key instanceof RSAPublicKey));
            case "hs2019" ->
                key instanceof RSAPublicKey ? RSA_PSS : key instanceof ECPublicKey ? ECDSA_SHA512 : ED25519;
            default -> throw new Malformed("the algorithm of the signature is not known here, or too weak");
        };
    }

    /** What {@code hs2019} means for a key of that kind. */
    static CavageAlgorithm of(SigningKey.Kind kind) {
        return switch (kind) {
            case RSA -> RSA_PSS;
            case P256 -> ECDSA_SHA512;
            case ED25519 -> ED25519;
        };
    }

    private CavageAlgorithm fitting(String name, boolean fits) throws Malformed {
        if (!fits) throw new Malformed("the algorithm " + name + " is not that of the key");
        return this;
    }

    byte[] sign(PrivateKey key, byte[] base, SecureRandom random) {
        if (this == RSA_PSS) return Algorithm.PS512.sign(key, base, random);
        try {
            var signature = Signature.getInstance(java);
            signature.initSign(key, random);
            signature.update(base);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of this node cannot sign by " + this, e);
        }
    }

    boolean verifies(PublicKey key, byte[] base, byte[] made) {
        if (this == RSA_PSS) return Algorithm.PS512.verifies(key, base, made);
        try {
            var signature = Signature.getInstance(java);
            signature.initVerify(key);
            signature.update(base);
            return signature.verify(made);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
