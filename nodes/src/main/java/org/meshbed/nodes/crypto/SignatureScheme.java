package org.meshbed.nodes.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;

/**
 * A way to sign bytes. ECDSA signatures are {@code r||s}, RSA-PSS has a salt as long as its hash (RFC 7518, 3.4 and
 * 3.5). Nothing is left to chance while signing: the nonce of ECDSA follows from key and message (RFC 6979), the salt of PSS
 * comes from the caller, so it is the JDK that makes it, which lets it.
 */
public enum SignatureScheme {
    ED25519("Ed25519", "EdDSA"),
    ES256("SHA256withECDSAinP1363Format", "SHA256withECDSA"),
    ES384("SHA384withECDSAinP1363Format", "SHA384withECDSA"),
    ES512("SHA512withECDSAinP1363Format", "SHA512withECDSA"),
    RS256("SHA256withRSA", "SHA256withRSA"),
    RS384("SHA384withRSA", "SHA384withRSA"),
    RS512("SHA512withRSA", "SHA512withRSA"),
    PS256("RSASSA-PSS", ""),
    PS384("RSASSA-PSS", ""),
    PS512("RSASSA-PSS", "");

    private final String ofJdk;
    private final String ofNative;
    private final Verified verified = new Verified();

    SignatureScheme(String ofJdk, String ofNative) {
        this.ofJdk = ofJdk;
        this.ofNative = ofNative;
    }

    /** Throws {@link InvalidKeyException} for a key that is not of this scheme. */
    public byte[] sign(PrivateKey key, byte[] message, SecureRandom random) throws GeneralSecurityException {
        var elliptic = elliptic();
        if (elliptic.isPresent()) return elliptic.get().sign(key, message);
        var provider = drawsNothing() ? fast() : Optional.<Provider>empty();
        var signature = signature(provider);
        signature.initSign(provider.isPresent() ? (PrivateKey) translated(key, provider.get()) : key, random);
        signature.update(message);
        return signature.sign();
    }

    /** Throws {@link SignatureException} for what has not the form of a signature. */
    public boolean verifies(PublicKey key, byte[] message, byte[] made) throws GeneralSecurityException {
        return verified.ask(key, message, made, () -> fits(key, message, made));
    }

    private boolean fits(PublicKey key, byte[] message, byte[] made) throws GeneralSecurityException {
        var provider = fast();
        var signature = signature(provider);
        signature.initVerify(provider.isPresent() ? (PublicKey) translated(key, provider.get()) : key);
        signature.update(message);
        return signature.verify(provider.isPresent() && elliptic().isPresent() ? der(key, made) : made);
    }

    private Optional<Provider> fast() {
        return ofNative.isEmpty() ? Optional.empty() : NativeCrypto.provider();
    }

    private Signature signature(Optional<Provider> provider) throws GeneralSecurityException {
        if (provider.isPresent()) return Signature.getInstance(ofNative, provider.get());
        var signature = Signature.getInstance(ofJdk);
        switch (this) {
            case PS256 -> signature.setParameter(pss("SHA-256", MGF1ParameterSpec.SHA256, 32));
            case PS384 -> signature.setParameter(pss("SHA-384", MGF1ParameterSpec.SHA384, 48));
            case PS512 -> signature.setParameter(pss("SHA-512", MGF1ParameterSpec.SHA512, 64));
            case ED25519, ES256, ES384, ES512, RS256, RS384, RS512 -> {}
        }
        return signature;
    }

    private static PSSParameterSpec pss(String hash, MGF1ParameterSpec mask, int salt) {
        return new PSSParameterSpec(hash, "MGF1", mask, salt, 1);
    }

    private boolean drawsNothing() {
        return switch (this) {
            case ED25519, RS256, RS384, RS512 -> true;
            case ES256, ES384, ES512, PS256, PS384, PS512 -> false;
        };
    }

    private Optional<DeterministicEcdsa> elliptic() {
        return switch (this) {
            case ES256 -> Optional.of(DeterministicEcdsa.P256);
            case ES384 -> Optional.of(DeterministicEcdsa.P384);
            case ES512 -> Optional.of(DeterministicEcdsa.P521);
            case ED25519, RS256, RS384, RS512, PS256, PS384, PS512 -> Optional.empty();
        };
    }

    private java.security.Key translated(java.security.Key key, Provider provider) throws GeneralSecurityException {
        if (this != ED25519) return key;
        if (!key.getAlgorithm().equals("EdDSA")) throw new InvalidKeyException("a key of another kind");
        return KeyFactory.getInstance(ofNative, provider).translateKey(key);
    }

    private static byte[] der(PublicKey key, byte[] made) throws GeneralSecurityException {
        if (!(key instanceof ECPublicKey elliptic)) throw new InvalidKeyException("a key of another kind");
        var half = (elliptic.getParams().getOrder().bitLength() + 7) / 8;
        if (made.length != 2 * half) throw new SignatureException("not two numbers of " + half + " bytes");
        try {
            return ECDSA.transcodeSignatureToDER(made);
        } catch (JOSEException e) {
            throw new SignatureException(e);
        }
    }
}
