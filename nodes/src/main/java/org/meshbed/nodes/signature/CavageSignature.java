package org.meshbed.nodes.signature;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireRequest;

/**
 * A signature of draft-cavage-http-signatures-12, as OCM 1.2 and Nextcloud 31 to 34 use it.
 *
 * @param covers lower-case names of header lines, and {@code (request-target)}
 */
record CavageSignature(String keyId, Optional<String> algorithm, List<String> covers, byte[] signature) {
    private static final int LONGEST = 8 << 10;
    private static final List<String> LEAST = List.of("content-length", "date", "digest", "host");
    private static final List<String> MADE = List.of("(request-target)", "content-length", "date", "digest", "host");
    private static final Pattern PAIR = Pattern.compile("([A-Za-z]+)=(?:\"([^\"\\\\]*)\"|([0-9]+))(?:,[ \t]*|$)");
    private static final Pattern NAME = Pattern.compile("\\(request-target\\)|[a-z0-9!#$%&'*+.^_`|~-]+");

    /** Signs a request: by {@code rsa-sha256} with an RSA key, as the text of 1.2 does, else by {@code hs2019}. */
    static Made sign(Endpoint to, WireRequest request, SigningKey key, Instant now) {
        var body = request.body() instanceof Body.Bytes(var bytes) ? bytes : new byte[0];
        var headers = request.headers()
                .without("Host")
                .without("Date")
                .without("Content-Length")
                .and("Host", to.origin().authority())
                .and("Date", HttpTime.of(now))
                .and("Content-Length", String.valueOf(body.length))
                .and("Digest", Digests.digest(body));
        var base = ready(request, headers);
        var made = by(key, base);
        var line = "keyId=\"%s\",algorithm=\"%s\",headers=\"%s\",signature=\"%s\""
                .formatted(key.keyId(), name(key), String.join(" ", MADE), made);
        return new Made(request.withHeaders(headers.and("Signature", line)), base);
    }

    private static String ready(WireRequest request, Headers headers) {
        try {
            return base(MADE, request.method(), request.target(), headers);
        } catch (Malformed e) {
            throw new IllegalStateException("a request was not made ready to be signed: " + e.getMessage(), e);
        }
    }

    private static String name(SigningKey key) {
        return key.kind() == SigningKey.Kind.RSA ? "rsa-sha256" : "hs2019";
    }

    private static String by(SigningKey key, String base) {
        var algorithm = key.kind() == SigningKey.Kind.RSA ? CavageAlgorithm.RSA_SHA256 : CavageAlgorithm.of(key.kind());
        var bytes = base.getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(algorithm.sign(key.privateKey(), bytes, key.nonces(bytes)));
    }

    /** The signature in the one {@code Signature} line of a request. */
    static CavageSignature read(Headers headers) throws Malformed {
        var lines = headers.all("Signature");
        if (lines.size() != 1) throw new Malformed("there are " + lines.size() + " Signature lines, not one");
        var line = lines.getFirst().strip();
        if (line.length() > LONGEST) throw new Malformed("Signature is longer than " + LONGEST + " characters");
        var parameters = new LinkedHashMap<String, String>();
        var pair = PAIR.matcher(line);
        for (var at = 0; at < line.length(); at = pair.end()) {
            if (!pair.region(at, line.length()).lookingAt() || line.endsWith(","))
                throw new Malformed("Signature is no list of parameters such as keyId=\"...\"");
            var value = pair.group(2) == null ? pair.group(3) : pair.group(2);
            if (parameters.put(pair.group(1), value) != null)
                throw new Malformed("Signature has the parameter " + pair.group(1) + " twice");
        }
        return of(parameters);
    }

    private static CavageSignature of(Map<String, String> parameters) throws Malformed {
        var covers = List.of(parameters.getOrDefault("headers", "date").split(" "));
        for (var name : covers) if (!NAME.matcher(name).matches()) throw new Malformed(unreadable(name));
        if (new LinkedHashSet<>(covers).size() < covers.size())
            throw new Malformed("the signature covers a line twice");
        try {
            return new CavageSignature(
                    need(parameters, "keyId"),
                    Optional.ofNullable(parameters.get("algorithm")),
                    covers,
                    Base64.getDecoder().decode(need(parameters, "signature")));
        } catch (IllegalArgumentException e) {
            throw new Malformed("the signature is no base64");
        }
    }

    /** Some servers write the names with commas between them, and sign something else altogether. */
    private static String unreadable(String name) {
        return name.contains(",")
                ? "the covered lines are separated by commas, as draft-cavage never does"
                : "the signature covers a line that cannot be: a name in lower case is needed";
    }

    private static String need(Map<String, String> parameters, String name) throws Malformed {
        var value = parameters.get(name);
        if (value == null || value.isEmpty()) throw new Malformed("Signature has no " + name);
        return value;
    }

    /** Refuses what does not cover what 1.2 demands (OCM-LEG-04). */
    void checkCoverage() throws Malformed {
        var missing = LEAST.stream().filter(name -> !covers.contains(name)).toList();
        if (!missing.isEmpty()) throw new Malformed("the signature does not cover " + String.join(", ", missing));
    }

    boolean verifies(PublicKey key, Arrived request) throws Malformed {
        var by = CavageAlgorithm.named(algorithm.orElse("hs2019"), key);
        return by.verifies(
                key,
                base(covers, request.method(), request.target(), request.headers())
                        .getBytes(StandardCharsets.UTF_8),
                signature);
    }

    private static String base(List<String> covers, String method, String target, Headers headers) throws Malformed {
        var base = new StringBuilder();
        for (var name : covers) {
            var value = name.equals("(request-target)")
                    ? method.toLowerCase(Locale.ROOT) + " " + target
                    : SignatureBase.header(name, headers);
            base.append(base.isEmpty() ? "" : "\n").append(name).append(": ").append(value);
        }
        return base.toString();
    }
}
