package org.meshbed.simulator.calibration.replay;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Header;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireRequest;

/**
 * Signatures of recorded peers on requests that had to be changed because they hold a value of the real server: nobody
 * has the peers' private keys. So where a flow has such requests, each peer's Ed25519 key is replaced by one of our own,
 * in what the peer publishes and in every signature that the recorded key verifies; one that it does not verify stays as
 * it is, and wrong. All other flows are played with the recorded keys untouched.
 */
final class Seals {
    /** The first key pair of RFC 8032, 7.1. */
    private static final String OWN_PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    private static final String OWN_PRIVATE = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    private static final String SPKI = "302a300506032b6570032100";
    private static final String PKCS8 = "302e020100300506032b657004220420";
    private static final String OWN_X = Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(HexFormat.of().parseHex(OWN_PUBLIC));
    private static final Pattern KEYID = Pattern.compile(";\\s*keyid=\"([^\"]*)\"");
    private static final Pattern COMPONENT = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern DIGEST = Pattern.compile("(sha-256|sha-512)=:([A-Za-z0-9+/=]+):");

    private final Origin at;
    private final Map<String, String> keys;
    private final boolean replacing;
    private boolean broken;

    /**
     * Of the requests to one server.
     *
     * @param keys the recorded public keys ({@code x} of the JWK) by their names
     * @param replacing whether the peers' keys are replaced
     */
    Seals(Origin at, Map<String, String> keys, boolean replacing) {
        this.at = at;
        this.keys = new LinkedHashMap<>(keys);
        this.replacing = replacing;
    }

    /** Whether a signature was broken by a change, because keys are not replaced. */
    boolean broken() {
        return broken;
    }

    /** What a peer published, with the key that is now its own. */
    String published(String text) {
        if (!replacing) return text;
        var changed = text;
        for (var x : keys.values()) changed = changed.replace(x, OWN_X);
        return changed;
    }

    /** The changed request with its signatures made again, where the recorded ones were right. */
    WireRequest sealed(WireRequest recorded, WireRequest changed) {
        var inputs = recorded.headers().all("Signature-Input");
        if (inputs.isEmpty() || !replacing && same(recorded, changed)) return changed;
        var digested = withDigest(recorded, changed);
        var labels = dictionary(String.join(", ", inputs));
        var signatures = dictionary(String.join(", ", recorded.headers().all("Signature")));
        var made = new ArrayList<String>();
        var any = false;
        for (var label : labels.entrySet()) {
            var signature = signatures.getOrDefault(label.getKey(), "");
            var again = again(label.getValue(), signature, recorded, digested);
            any |= again.isPresent();
            made.add(label.getKey() + "=" + again.orElse(signature));
        }
        if (!any) return digested;
        broken |= !replacing;
        return replacing ? with(digested, "Signature", String.join(", ", made)) : changed;
    }

    private static boolean same(WireRequest one, WireRequest other) {
        return one.target().equals(other.target())
                && one.headers().equals(other.headers())
                && java.util.Arrays.equals(bytes(one), bytes(other));
    }

    private Optional<String> again(String input, String signature, WireRequest recorded, WireRequest changed) {
        var keyid = KEYID.matcher(input);
        if (!keyid.find() || signature.length() < 2) return Optional.empty();
        var x = keys.get(keyid.group(1));
        var base = base(input, recorded);
        var anew = base(input, changed);
        if (x == null || base.isEmpty() || anew.isEmpty()) return Optional.empty();
        try {
            var own = Base64.getDecoder().decode(signature.substring(1, signature.length() - 1));
            return verifies(x, base.get(), own)
                    ? Optional.of(":" + Base64.getEncoder().encodeToString(sign(anew.get())) + ":")
                    : Optional.empty();
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static boolean verifies(String x, String base, byte[] signature) throws GeneralSecurityException {
        var raw = HexFormat.of().formatHex(Base64.getUrlDecoder().decode(x));
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(publicKey(raw));
        verifier.update(base.getBytes(StandardCharsets.UTF_8));
        return verifier.verify(signature);
    }

    private static PublicKey publicKey(String raw) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(SPKI + raw)));
    }

    private static byte[] sign(String base) throws GeneralSecurityException {
        PrivateKey key = KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(HexFormat.of().parseHex(PKCS8 + OWN_PRIVATE)));
        var signer = Signature.getInstance("Ed25519");
        signer.initSign(key);
        signer.update(base.getBytes(StandardCharsets.UTF_8));
        return signer.sign();
    }

    /** The signature base of RFC 9421, 2.5; empty where a component is not there or not one we know. */
    private Optional<String> base(String input, WireRequest request) {
        var open = input.indexOf('(');
        var close = input.indexOf(')');
        if (open != 0 || close < 0) return Optional.empty();
        var base = new StringBuilder();
        var component = COMPONENT.matcher(input.substring(open, close));
        while (component.find()) {
            var value = value(component.group(1), request);
            if (value.isEmpty()) return Optional.empty();
            base.append('"')
                    .append(component.group(1))
                    .append("\": ")
                    .append(value.get())
                    .append('\n');
        }
        return Optional.of(base.append("\"@signature-params\": ").append(input).toString());
    }

    private Optional<String> value(String name, WireRequest request) {
        return switch (name) {
            case "@method" -> Optional.of(request.method());
            case "@target-uri" -> Optional.of(at + request.target());
            case "@authority" -> Optional.of(at.authority());
            case "@scheme" -> Optional.of(at.scheme().toString());
            case "@request-target" -> Optional.of(request.target());
            case "@path" -> Optional.of(request.path());
            case "@query" -> Optional.of("?" + request.query());
            case "content-length" -> Optional.of(Integer.toString(bytes(request).length));
            default -> request.headers().first(name).map(String::strip);
        };
    }

    private static WireRequest withDigest(WireRequest recorded, WireRequest changed) {
        var line = recorded.headers().first("Content-Digest").orElse("");
        var digest = DIGEST.matcher(line);
        if (!digest.matches() || !digest.group(2).equals(digest(digest.group(1), bytes(recorded)))) return changed;
        return with(changed, "Content-Digest", digest.group(1) + "=:" + digest(digest.group(1), bytes(changed)) + ":");
    }

    private static String digest(String name, byte[] bytes) {
        try {
            var algorithm = name.toUpperCase(Locale.ROOT);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + name, e);
        }
    }

    private static WireRequest with(WireRequest request, String name, String value) {
        var lines = new ArrayList<Header>();
        for (var line : request.headers().lines()) {
            var here = line.name().equalsIgnoreCase(name);
            lines.add(here ? new Header(line.name(), value) : line);
        }
        return request.withHeaders(new Headers(lines));
    }

    private static byte[] bytes(WireRequest request) {
        return request.body() instanceof Body.Bytes(var bytes) ? bytes : new byte[0];
    }

    /** Labels with what stands behind them, of a dictionary of structured fields that is right. */
    private static Map<String, String> dictionary(String text) {
        var members = new LinkedHashMap<String, String>();
        for (var part : parts(text)) {
            var equals = part.indexOf('=');
            if (equals > 0)
                members.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
        }
        return members;
    }

    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        var start = 0;
        var quoted = false;
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '"') quoted = !quoted;
            if (quoted || text.charAt(i) != ',') continue;
            parts.add(text.substring(start, i));
            start = i + 1;
        }
        parts.add(text.substring(start));
        return parts;
    }
}
