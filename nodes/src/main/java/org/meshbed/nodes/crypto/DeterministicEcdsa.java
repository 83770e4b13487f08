package org.meshbed.nodes.crypto;

import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

/**
 * ECDSA whose nonce follows from the key and the message as RFC 6979 has it: the same message has the same signature, and
 * nothing is drawn. The points of the curve are multiplied by a table made once for its base point.
 */
enum DeterministicEcdsa {
    P256("P-256", "SHA-256"),
    P384("P-384", "SHA-384"),
    P521("P-521", "SHA-512");

    private final ECDomainParameters curve;
    private final String hash;

    DeterministicEcdsa(String curve, String hash) {
        this.curve = new ECDomainParameters(CustomNamedCurves.getByName(curve));
        this.hash = hash;
    }

    /** The signature as {@code r||s}; throws {@link InvalidKeyException} for a key that is not of this curve. */
    byte[] sign(PrivateKey key, byte[] message) throws InvalidKeyException, NoSuchAlgorithmException {
        if (!(key instanceof ECPrivateKey elliptic)
                || !elliptic.getParams().getOrder().equals(curve.getN()))
            throw new InvalidKeyException("a key of another kind");
        var signer = new ECDSASigner(new HMacDSAKCalculator(digest()));
        signer.init(true, new ECPrivateKeyParameters(elliptic.getS(), curve));
        var made = signer.generateSignature(MessageDigest.getInstance(hash).digest(message));
        var half = (curve.getN().bitLength() + 7) / 8;
        var both = new byte[2 * half];
        put(made[0], both, half);
        put(made[1], both, 2 * half);
        return both;
    }

    private Digest digest() {
        return switch (this) {
            case P256 -> new SHA256Digest();
            case P384 -> new SHA384Digest();
            case P521 -> new SHA512Digest();
        };
    }

    private static void put(BigInteger number, byte[] into, int end) {
        var bytes = number.toByteArray();
        var from = bytes[0] == 0 ? 1 : 0;
        var length = bytes.length - from;
        System.arraycopy(bytes, from, into, end - length, length);
    }
}
