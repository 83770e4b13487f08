package org.meshbed.simulator.oracle;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether the signature of a request is what it claims to be, by the keys that its sender was seen to publish. */
enum Seal {
    /** There is none. */
    NONE,
    /** Its key was not seen, or is none that can be used. */
    UNKNOWN,
    VALID,
    BROKEN;

    /** Of the tagged signature (RFC 9421); before 1.5 of the one labelled {@code ocm}, or of the first. */
    static Seal of(Seen x) {
        var signature = SigningChecks.first(x);
        if (signature.isEmpty()) return NONE;
        var kid = signature.get().parameter("keyid").orElse("");
        return x.known()
                .keyOf(x.callerDocument(), kid)
                .flatMap(jwk -> x.known()
                        .keys()
                        .of(jwk)
                        .flatMap(key -> Keys.verifies(
                                key, Texts.of(jwk.path("alg")), base(x, signature.get()), bytes(x, signature.get()))))
                .map(right -> right ? VALID : BROKEN)
                .orElse(UNKNOWN);
    }

    /** The signature base: a line for each component, and one for the parameters as they were written. */
    private static byte[] base(Seen x, Signature signature) {
        var lines = signature.covered().stream()
                .map(name -> "\"" + name + "\": " + component(x, name) + "\n")
                .collect(Collectors.joining());
        return (lines + "\"@signature-params\": " + signature.written()).getBytes(StandardCharsets.UTF_8);
    }

    private static String component(Seen x, String name) {
        return switch (name) {
            case "@method" -> x.request().method();
            case "@target-uri" -> x.to() + x.request().target();
            case "@authority" -> x.authority();
            case "@path" -> x.request().path();
            case "@query" -> "?" + x.request().query();
            default ->
                x.request().headers().all(name).stream().map(String::strip).collect(Collectors.joining(", "));
        };
    }

    private static byte[] bytes(Seen x, Signature signature) {
        var lines = String.join(", ", x.request().headers().all("Signature"));
        var found = Pattern.compile("(?:^|,\\s*)" + Pattern.quote(signature.label()) + "=:([A-Za-z0-9+/=]*):")
                .matcher(lines);
        try {
            return found.find() ? Base64.getDecoder().decode(found.group(1)) : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** A signature as 1.2 has it (draft-cavage): its parameters by name, empty where there is none. */
    static Optional<String> cavage(Seen x, String parameter) {
        if (x.request().headers().first("Signature-Input").isPresent()) return Optional.empty();
        return x.request().headers().first("Signature").flatMap(line -> {
            var found = Pattern.compile("(?:^|[,\\s])" + parameter + "=\"([^\"]*)\"")
                    .matcher(line);
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        });
    }

    /** Of a signature as 1.2 has it, by the key in the discovery document of its sender. */
    static Seal ofCavage(Seen x) {
        var signature = cavage(x, "signature");
        if (signature.isEmpty()) return NONE;
        var covered = List.of(cavage(x, "headers").orElse("date").split(" "));
        var base = covered.stream().map(name -> name + ": " + old(x, name)).collect(Collectors.joining("\n"));
        var pem = Texts.of(x.callerDocument().path("publicKey").path("publicKeyPem"));
        try {
            var bytes = Base64.getDecoder().decode(signature.get());
            return x.known()
                    .keys()
                    .ofPem(pem)
                    .flatMap(key -> Keys.verifies(
                            key,
                            cavage(x, "algorithm").orElse("rsa-sha256"),
                            base.getBytes(StandardCharsets.UTF_8),
                            bytes))
                    .map(right -> right ? VALID : BROKEN)
                    .orElse(UNKNOWN);
        } catch (IllegalArgumentException e) {
            return BROKEN;
        }
    }

    private static String old(Seen x, String name) {
        if (name.equals("(request-target)"))
            return x.request().method().toLowerCase(java.util.Locale.ROOT) + " "
                    + x.request().target();
        return String.join(", ", x.request().headers().all(name));
    }
}
