package org.meshbed.scenarios.state;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireRequest;

/**
 * A signature that a foreign server makes by hand, right in everything before one thing is made wrong. Written apart
 * from the signatures of the nodes, so that no mistake can be the same in both.
 */
public final class Seal {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** Behind the name of a server's key: its name for one that nothing can be verified with. */
    public static final String USELESS_KEY = "-useless";

    private final Origin to;
    private final String target;
    private byte[] body;
    private String method = "POST";
    private String uri;
    private final List<String> covers;
    private Instant at;
    private Optional<String> created;
    private StrangerKey key;
    private boolean named = true;
    private Optional<String> alg = Optional.empty();
    private Optional<String> tag;
    private String label;
    private Optional<String> digest;
    private String type = "application/json";

    /** @param version of OCM in whose form it is */
    public Seal(String version, StrangerKey key, Origin to, String target, byte[] body, Instant at) {
        this.to = to;
        this.target = target;
        this.body = body;
        this.uri = to + target;
        this.key = key;
        this.at = at;
        this.created = Optional.of(String.valueOf(at.getEpochSecond()));
        this.covers = new ArrayList<>(List.of("@method", "@target-uri", "content-digest"));
        if (!version.equals("1.3")) covers.add("content-length");
        if (version.equals("1.4")) covers.add("date");
        this.tag = version.equals("1.5") ? Optional.of("ocm") : Optional.empty();
        this.label = version.equals("1.4") ? "ocm" : "sig1";
        this.digest = Optional.of("sha-256=:" + hash("SHA-256", body) + ":");
    }

    /** The same, of a message of this media type. */
    public Seal typed(String other) {
        type = other;
        return this;
    }

    /** The signed request. */
    public WireRequest request(Sealing how, StrangerKey thief) {
        switch (how) {
            case RIGHTLY, BESIDE, BEFORE, TWICE, CHANGED, BROKEN, NONSENSE -> {}
            case ANOTHER_KEY -> key = thief.named(key.kid());
            case FOREIGN_NAME -> key = thief;
            case UNKNOWN_NAME -> key = key.named(key.kid() + "9");
            case USELESS -> key = key.named(key.kid() + USELESS_KEY);
            case NO_NAME -> named = false;
            case ANOTHER_SERVER -> uri = "https://elsewhere.example" + target;
            case ANOTHER_PLACE -> uri = to + "/somewhere/else";
            case ANOTHER_METHOD -> method = "PUT";
            case NO_DIGEST -> {
                digest = Optional.empty();
                covers.remove("content-digest");
            }
            case ANOTHER_DIGEST -> digest = Optional.of("sha-256=:" + hash("SHA-256", new byte[3]) + ":");
            case TWO_DIGESTS -> digest = digest.map(d -> d + ", sha-512=:" + hash("SHA-512", new byte[3]) + ":");
            case SHA_512 -> digest = Optional.of("sha-512=:" + hash("SHA-512", body) + ":");
            case BOTH_DIGESTS -> digest = digest.map(d -> d + ", sha-512=:" + hash("SHA-512", body) + ":");
            case LONG_AGO -> made(at.minusSeconds(172_800));
            case OLD -> made(at.minusSeconds(600));
            case EARLY -> made(at.plusSeconds(3600));
            case NO_TIME -> created = Optional.empty();
            case NO_TAG -> tag = Optional.empty();
            case ANOTHER_TAG -> tag = Optional.of("other");
            case ANOTHER_LABEL -> label = "any-thing_0";
            case UNKNOWN_ALGORITHM -> alg = Optional.of("rot13");
            case SHARED_SECRET -> alg = Optional.of("hmac-sha256");
            case METHOD_OPEN -> covers.remove("@method");
            case PLACE_OPEN -> covers.remove("@target-uri");
            case DIGEST_OPEN -> covers.remove("content-digest");
            case LENGTH_OPEN -> covers.remove("content-length");
            case AS_THE_STUB -> {
                return asTheStub();
            }
            case AS_1_2 -> {
                return older(Sealing.RIGHTLY, thief);
            }
        }
        return sealed(how);
    }

    private void made(Instant other) {
        at = other;
        created = Optional.of(String.valueOf(other.getEpochSecond()));
    }

    private WireRequest sealed(Sealing how) {
        var headers = Headers.of("Content-Type", type, "Content-Length", String.valueOf(body.length));
        if (covers.contains("date")) headers = headers.and("Date", DATE.format(at));
        if (digest.isPresent()) headers = headers.and("Content-Digest", digest.get());
        var input = input();
        var signature = key.sign(base(headers, input));
        if (how == Sealing.BROKEN) signature = (signature.startsWith("A") ? "B" : "A") + signature.substring(1);
        var inputs = label + "=" + input;
        var signatures = label + "=:" + signature + ":";
        if (how == Sealing.TWICE) {
            inputs += ", again=" + input;
            signatures += ", again=:" + signature + ":";
        }
        if (how == Sealing.BESIDE) {
            inputs = "proxy=(\"@authority\");keyid=\"proxy\", " + inputs;
            signatures = "proxy=:AAAA:, " + signatures;
        }
        if (how == Sealing.BEFORE) {
            inputs += ", proxy=(\"@authority\");keyid=\"proxy\"";
            signatures += ", proxy=:AAAA:";
        }
        if (how == Sealing.NONSENSE) inputs = "this is ;;; no (list)";
        if (how == Sealing.CHANGED) changeBody();
        return WireRequest.post(target, headers.and("Signature-Input", inputs).and("Signature", signatures), body);
    }

    /** As long as before, so that only the digest tells. */
    private void changeBody() {
        var text = new String(body, StandardCharsets.UTF_8).replace("\"user\"", "\"uzer\"");
        body = text.getBytes(StandardCharsets.UTF_8);
    }

    private String input() {
        var input =
                new StringBuilder(covers.stream().map(c -> "\"" + c + "\"").collect(Collectors.joining(" ", "(", ")")));
        created.ifPresent(c -> input.append(";created=").append(c));
        if (named) input.append(";keyid=\"").append(key.kid()).append('"');
        alg.ifPresent(a -> input.append(";alg=\"").append(a).append('"'));
        tag.ifPresent(t -> input.append(";tag=\"").append(t).append('"'));
        return input.toString();
    }

    private String base(Headers headers, String input) {
        var base = new StringBuilder();
        for (var name : covers) {
            var value = switch (name) {
                case "@method" -> method;
                case "@target-uri" -> uri;
                default -> headers.first(name).orElse("");
            };
            base.append('"').append(name).append("\": ").append(value).append('\n');
        }
        return base.append("\"@signature-params\": ").append(input).toString();
    }

    /** The form of version 1.2, right or wrong in one way. */
    public WireRequest older(Sealing how, StrangerKey thief) {
        var lines = new LinkedHashMap<String, String>();
        lines.put("(request-target)", "post " + (how == Sealing.ANOTHER_PLACE ? "/somewhere/else" : target));
        lines.put("content-length", String.valueOf(body.length));
        lines.put("date", DATE.format(olderTime(how)));
        lines.put("digest", "SHA-256=" + hash("SHA-256", how == Sealing.ANOTHER_DIGEST ? new byte[3] : body));
        lines.put("host", how == Sealing.ANOTHER_SERVER ? "elsewhere.example" : to.authority());
        if (how == Sealing.NO_DIGEST || how == Sealing.DIGEST_OPEN) lines.remove("digest");
        if (how == Sealing.LENGTH_OPEN) lines.remove("content-length");
        if (how == Sealing.NO_TIME) lines.remove("date");
        var base = lines.entrySet().stream()
                .map(line -> line.getKey() + ": " + line.getValue())
                .collect(Collectors.joining("\n"));
        var by = olderKey(how, thief);
        var signature = by.sign(base);
        if (how == Sealing.BROKEN) signature = (signature.startsWith("A") ? "B" : "A") + signature.substring(1);
        return olderRequest(by.kid(), olderAlgorithm(how), String.join(" ", lines.keySet()), signature, lines);
    }

    private Instant olderTime(Sealing how) {
        return switch (how) {
            case OLD -> at.minusSeconds(600);
            case EARLY -> at.plusSeconds(3600);
            default -> at;
        };
    }

    private StrangerKey olderKey(Sealing how, StrangerKey thief) {
        return switch (how) {
            case ANOTHER_KEY -> thief.named(key.kid());
            case FOREIGN_NAME -> thief;
            case UNKNOWN_NAME -> key.named(key.kid() + "9");
            default -> key;
        };
    }

    private static String olderAlgorithm(Sealing how) {
        return switch (how) {
            case UNKNOWN_ALGORITHM -> "rot13";
            case SHARED_SECRET -> "hmac-sha256";
            default -> "ed25519";
        };
    }

    private WireRequest olderRequest(
            String keyId, String algorithm, String names, String signature, Map<String, String> lines) {
        var headers = Headers.of("Content-Type", type, "Host", to.authority());
        if (lines.containsKey("date")) headers = headers.and("Date", lines.get("date"));
        if (lines.containsKey("digest")) headers = headers.and("Digest", lines.get("digest"));
        var line = "keyId=\"%s\",algorithm=\"%s\",headers=\"%s\",signature=\"%s\""
                .formatted(keyId, algorithm, names, signature);
        headers = headers.and("Content-Length", String.valueOf(body.length)).and("Signature", line);
        return WireRequest.post(target, headers, body);
    }

    /** The form of ocm-stub, which signs the values without their names. */
    private WireRequest asTheStub() {
        var date = DATE.format(at);
        var length = String.valueOf(body.length);
        var sum = "SHA-256=" + hash("SHA-256", body);
        var there = "post " + target;
        var base = String.join("\n", there, length, to.authority(), date, sum);
        var line = "keyId=\"%s\",algorithm=\"ed25519\",headers=\"%s\",signature=\"%s\""
                .formatted(key.kid(), "request-target,content-length,host,date,digest", key.sign(base));
        var headers = Headers.of("Content-Type", type, "Host", to.authority(), "Date", date, "Digest", sum);
        headers = headers.and("request-target", there)
                .and("Content-Length", length)
                .and("Signature", line);
        return WireRequest.post(target, headers, body);
    }

    static String hash(String algorithm, byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
