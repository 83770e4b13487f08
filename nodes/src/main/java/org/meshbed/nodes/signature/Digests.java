package org.meshbed.nodes.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.signature.StructuredField.Bytes;

/** Digests of a message body: {@code Content-Digest} (RFC 9530) and {@code Digest} (RFC 3230). */
final class Digests {
    private static final int LONGEST = 4096;

    private Digests() {}

    static String contentDigest(byte[] body) {
        return "sha-256=:" + base64("SHA-256", body) + ":";
    }

    static String digest(byte[] body) {
        return "SHA-256=" + base64("SHA-256", body);
    }

    /** The Java name of a digest of either registry; empty where it is not known here. */
    private static Optional<String> known(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "sha-256" -> Optional.of("SHA-256");
            case "sha-512" -> Optional.of("SHA-512");
            default -> Optional.empty();
        };
    }

    /** Every digest that is known must fit the body, and one at least must be known (OCM-SIG-36, OCM-SIG-37). */
    static void checkContentDigest(Headers headers, byte[] body) throws Malformed {
        var found = 0;
        for (var entry : FieldReader.dictionary("Content-Digest", headers.all("Content-Digest"))
                .entrySet()) {
            var algorithm = known(entry.getKey());
            if (algorithm.isEmpty()) continue;
            if (!(entry.getValue().value() instanceof Bytes(var bytes)))
                throw new Malformed("Content-Digest has a " + entry.getKey() + " that is no bytes");
            fits(entry.getKey(), Arrays.equals(bytes, hash(algorithm.get(), body)));
            found++;
        }
        if (found == 0) throw new Malformed(Malformed.DIGEST, "there is no digest of the body by sha-256 or sha-512");
    }

    static void checkDigest(Headers headers, byte[] body) throws Malformed {
        var joined = String.join(",", headers.all("Digest"));
        if (joined.length() > LONGEST) throw new Malformed("Digest is longer than " + LONGEST + " characters");
        var found = 0;
        for (var part : joined.split(",")) {
            var pair = List.of(part.strip().split("=", 2));
            var algorithm = known(pair.getFirst());
            if (algorithm.isEmpty() || pair.size() < 2) continue;
            fits(pair.getFirst(), base64(algorithm.get(), body).equals(pair.get(1)));
            found++;
        }
        if (found == 0) throw new Malformed("there is no digest of the body by SHA-256 or SHA-512");
    }

    private static void fits(String name, boolean fits) throws Malformed {
        if (!fits) throw new Malformed(Malformed.DIGEST, "the " + name + " digest is that of another body");
    }

    private static String base64(String algorithm, byte[] body) {
        return Base64.getEncoder().encodeToString(hash(algorithm, body));
    }

    private static byte[] hash(String algorithm, byte[] body) {
        try {
            return MessageDigest.getInstance(algorithm).digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
