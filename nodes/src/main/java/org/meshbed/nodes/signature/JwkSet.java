package org.meshbed.nodes.signature;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.protocol.Json;

/**
 * The JWK Set of another server (RFC 7517): bytes from a stranger, bounded in size and number, each key looked at by
 * itself. A key that cannot be used stays in the set with the reason, so that a signature by it is refused for that.
 */
public final class JwkSet {
    /** Bytes. */
    public static final int LARGEST = 64 << 10;

    private static final int MOST_KEYS = 50;
    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Map<String, Entry> keys;

    private JwkSet(Map<String, Entry> keys) {
        this.keys = keys;
    }

    /** One key of the set. */
    public sealed interface Entry {
        record Usable(PeerKey key) implements Entry {}

        record Unusable(String why) implements Entry {}
    }

    /** These bytes are no JWK Set; the message says why. */
    public static final class NotASet extends Exception {
        NotASet(String message) {
            super(message, null, false, false);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    public static JwkSet read(byte[] bytes) throws NotASet {
        if (bytes.length > LARGEST) throw new NotASet("it is larger than " + LARGEST + " bytes");
        try {
            var array = Json.read(bytes).path("keys");
            if (!array.isArray()) throw new NotASet("it has no list of keys");
            if (array.size() > MOST_KEYS) throw new NotASet("it has more than " + MOST_KEYS + " keys");
            var keys = new LinkedHashMap<String, Entry>();
            for (var item : array) add(keys, item);
            return new JwkSet(keys);
        } catch (Json.NotJson e) {
            throw new NotASet("it is no JSON: " + e.getMessage());
        }
    }

    private static void add(Map<String, Entry> keys, JsonNode item) {
        var kid = item.path("kid").asText("");
        if (kid.isEmpty()) return; // nobody can name it
        keys.merge(kid, entry(kid, item), (_, _) -> new Entry.Unusable("has a kid that stands in the set twice"));
    }

    private static Entry entry(String kid, JsonNode item) {
        try {
            return new Entry.Usable(key(kid, item));
        } catch (Malformed e) {
            return new Entry.Unusable(e.getMessage());
        } catch (ParseException | JOSEException | GeneralSecurityException | IllegalArgumentException e) {
            return new Entry.Unusable("is no public key of its kind");
        }
    }

    private static PeerKey key(String kid, JsonNode item)
            throws Malformed, ParseException, JOSEException, GeneralSecurityException {
        if (!item.path("alg").isTextual()) throw new Malformed("has no alg");
        var alg = item.path("alg").textValue();
        var algorithm = Algorithm.named(alg)
                .orElseThrow(() -> new Malformed("has the alg '" + NotWellFormed.quote(alg)
                        + "', which is no asymmetric signature algorithm that is known here"));
        if (item.has("d")) throw new Malformed("shows its private half");
        if (!item.path("use").asText("sig").equals("sig")) throw new Malformed("is not for signatures");
        var jwk = JWK.parse(item.toString());
        var key = publicKey(jwk, algorithm);
        Strength.check(key);
        return new PeerKey(kid, algorithm, key);
    }

    private static PublicKey publicKey(JWK jwk, Algorithm algorithm)
            throws Malformed, JOSEException, GeneralSecurityException {
        return switch (algorithm) {
            case ED25519 -> jwk instanceof OctetKeyPair pair ? ed25519(pair) : misfit(jwk, algorithm);
            case ES256 -> ec(jwk, algorithm, Curve.P_256);
            case ES384 -> ec(jwk, algorithm, Curve.P_384);
            case ES512 -> ec(jwk, algorithm, Curve.P_521);
            case RS256, RS384, RS512, PS256, PS384, PS512 ->
                jwk instanceof RSAKey rsa ? rsa(rsa) : misfit(jwk, algorithm);
        };
    }

    private static PublicKey ec(JWK jwk, Algorithm algorithm, Curve curve) throws Malformed, JOSEException {
        return jwk instanceof ECKey ec && ec.getCurve().equals(curve) ? ec.toECPublicKey() : misfit(jwk, algorithm);
    }

    private static PublicKey rsa(RSAKey key) throws Malformed, JOSEException {
        Strength.checkModulus(key.getModulus().decodeToBigInteger());
        return key.toRSAPublicKey();
    }

    private static PublicKey misfit(JWK jwk, Algorithm algorithm) throws Malformed {
        throw new Malformed("is a key of type " + jwk.getKeyType() + " with the alg " + algorithm.jose());
    }

    /** The library hands Ed25519 keys on as raw bytes only. */
    private static PublicKey ed25519(OctetKeyPair pair) throws Malformed, GeneralSecurityException {
        var raw = pair.getDecodedX();
        if (!pair.getCurve().equals(Curve.Ed25519) || raw.length != SigningKey.RAW_ED25519)
            throw new Malformed("is no Ed25519 key");
        var encoded = new byte[ED25519_PREFIX.length + raw.length];
        System.arraycopy(ED25519_PREFIX, 0, encoded, 0, ED25519_PREFIX.length);
        System.arraycopy(raw, 0, encoded, ED25519_PREFIX.length, raw.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** The key of that name, compared as text. */
    public Optional<Entry> find(String kid) {
        return Optional.ofNullable(keys.get(kid));
    }
}
