package org.meshbed.nodes.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.vendor.quirk.Facts;
import org.meshbed.nodes.vendor.quirk.Shaping;
import org.meshbed.nodes.vendor.quirk.Template;
import org.meshbed.nodes.vendor.quirk.TokenQuirk.TokenClaims;

/** An access token that says what it is for (RFC 7519), signed with a key that only this server knows (HS256). */
final class SaidToken {
    private static final String HEAD = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    private SaidToken() {}

    static String of(TokenClaims claims, Facts facts, String key, Duration lives) {
        var values = new LinkedHashMap<String, String>();
        values.put("seconds", Long.toString(lives.toSeconds()));
        values.put("until", until(facts, lives));
        for (var text : claims.texts().entrySet())
            values.put(text.getKey(), Template.text(text.getValue(), facts.and("token", values)));
        var body = Shaping.of(claims.claims(), Json.object(), facts.and("token", values))
                .bytes();
        var signed = encoded(HEAD.getBytes(StandardCharsets.UTF_8)) + "." + encoded(body);
        return signed + "." + encoded(signature(signed, key));
    }

    private static String until(Facts facts, Duration lives) {
        var now = facts.text("now.seconds");
        return now.isEmpty() ? "" : Long.toString(Long.parseLong(now) + lives.toSeconds());
    }

    private static byte[] signature(String text, String key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
