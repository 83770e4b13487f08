package org.meshbed.nodes.signature;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.WireRequest;

/**
 * A signature as ocm-stub makes it: the header of draft-cavage, but {@code request-target} is a header line of its own,
 * names are separated by commas, and what is signed are the values alone, one a line. Nothing but the date is taken from
 * the header lines by who verifies: all else is what it should be.
 */
record ValuesSignature(ServerHost signer, byte[] signature) {
    private static final Pattern SHAPE =
            Pattern.compile("keyId=\"(.*)\",algorithm=\"(.*)\",headers=\"(.*)\",signature=\"(.*)\"");

    static Made sign(Endpoint to, WireRequest request, SigningKey key, Instant now) {
        var body = request.body() instanceof Body.Bytes(var bytes) ? bytes : new byte[0];
        var path = request.target().replaceFirst("[?].*", "");
        var lines = lines(request.method(), path, to.origin().authority(), HttpTime.of(now), body);
        var base = String.join("\n", lines.values());
        var bytes = base.getBytes(StandardCharsets.UTF_8);
        var made = CavageAlgorithm.RSA_SHA256.sign(key.privateKey(), bytes, key.nonces(bytes));
        var headers = request.headers();
        for (var line : lines.entrySet())
            headers = headers.without(line.getKey()).and(line.getKey(), line.getValue());
        var signature = "keyId=\"%s\",algorithm=\"rsa-sha256\",headers=\"%s\",signature=\"%s\""
                .formatted(
                        key.host(),
                        String.join(",", lines.keySet()),
                        Base64.getEncoder().encodeToString(made));
        return new Made(request.withHeaders(headers.and("signature", signature)), base);
    }

    private static Map<String, String> lines(String method, String path, String host, String date, byte[] body) {
        var lines = new LinkedHashMap<String, String>();
        lines.put("request-target", method.toLowerCase(Locale.ROOT) + " " + path);
        // in characters, not bytes
        lines.put("content-length", String.valueOf(new String(body, StandardCharsets.UTF_8).length()));
        lines.put("host", host);
        lines.put("date", date);
        lines.put("digest", Digests.digest(body));
        return lines;
    }

    static ValuesSignature read(String line) throws Malformed {
        var shape = SHAPE.matcher(line);
        if (!shape.matches()) throw new Malformed("Signature is not keyId, algorithm, headers and signature, in order");
        try {
            return new ValuesSignature(ServerHost.parse(shape.group(1)), decoded(shape.group(4)));
        } catch (NotWellFormed e) {
            throw new Malformed("the keyId is no host: " + e.getMessage());
        }
    }

    /** What is no base64 is no signature that fits. */
    private static byte[] decoded(String signature) {
        try {
            return Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** Whatever the method was, POST is what should have been signed. */
    boolean fits(PublicKey key, Arrived request) {
        var date = request.headers().first("Date").orElse("");
        var path = request.target().replaceFirst("[?].*", "");
        var lines = lines("POST", path, request.at().authority(), date, request.body());
        var base = String.join("\n", lines.values()).getBytes(StandardCharsets.UTF_8);
        return CavageAlgorithm.RSA_SHA256.verifies(key, base, signature);
    }
}
