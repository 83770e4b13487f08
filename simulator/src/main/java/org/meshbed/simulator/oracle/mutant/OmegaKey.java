package org.meshbed.simulator.oracle.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;

/** The key with which servers of these flows sign: that of the first test of RFC 8032, which everybody knows. */
final class OmegaKey {
    private static final String SECRET = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    private static final String PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    private static final Pattern MEMBER = Pattern.compile("(sig[0-9])=(\\([^)]*\\)[^,]*)");
    private static final Pattern NAME = Pattern.compile("\"([^\"]*)\"");

    private OmegaKey() {}

    /** The key as it is published. */
    static void put(ObjectNode jwk, String kid) {
        var x = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(HexFormat.of().parseHex(PUBLIC));
        jwk.put("kid", kid)
                .put("kty", "OKP")
                .put("crv", "Ed25519")
                .put("alg", "Ed25519")
                .put("x", x);
    }

    /**
     * Headers of a signed POST.
     *
     * @param url that is called
     * @param digest the value of {@code Content-Digest}
     * @param input the value of {@code Signature-Input}; each of its members is signed
     */
    static Headers signed(String url, byte[] body, String digest, String input) {
        var signatures = new StringBuilder();
        var members = MEMBER.matcher(input);
        while (members.find())
            signatures
                    .append(signatures.isEmpty() ? "" : ", ")
                    .append(members.group(1))
                    .append("=:")
                    .append(sign(base(url, body, digest, members.group(2))))
                    .append(":");
        return Headers.of("Content-Digest", digest, "Signature-Input", input, "Signature", signatures.toString());
    }

    private static String base(String url, byte[] body, String digest, String member) {
        var base = new StringBuilder();
        var names = NAME.matcher(member.substring(0, member.indexOf(')')));
        while (names.find()) {
            var value = switch (names.group(1)) {
                case "@method" -> "POST";
                case "@target-uri" -> url;
                case "content-digest" -> digest;
                case "content-length" -> String.valueOf(body.length);
                default -> "";
            };
            base.append('"').append(names.group(1)).append("\": ").append(value).append('\n');
        }
        return base + "\"@signature-params\": " + member;
    }

    private static String sign(String base) {
        try {
            var key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(
                            NamedParameterSpec.ED25519, HexFormat.of().parseHex(SECRET)));
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(base.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /** {@code sha-256=:...:} of a body. */
    static String digest(String name, byte[] body) {
        try {
            var algorithm = name.equals("sha-512") ? "SHA-512" : "SHA-256";
            var digest = MessageDigest.getInstance(algorithm).digest(body);
            return name + "=:" + Base64.getEncoder().encodeToString(digest) + ":";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-2", e);
        }
    }

    static byte[] bytes(ObjectNode message) {
        return Json.bytes(message);
    }
}
