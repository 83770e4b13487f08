package org.meshbed.simulator.oracle;

import static org.meshbed.simulator.oracle.Check.FINE;
import static org.meshbed.simulator.oracle.Check.caller;
import static org.meshbed.simulator.oracle.Check.unless;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How a server signs: what is covered, what the signature says of itself, and whether it fits the published key. */
final class SigningChecks {
    private static final List<Kind> SIGNED = List.of(Kind.SHARE, Kind.NOTIFICATION, Kind.INVITE, Kind.TOKEN);
    private static final List<String> DIGESTS =
            List.of("sha-256", "sha-512", "md5", "sha", "unixsum", "unixcksum", "adler", "crc32c");
    /** The name HTTP has for a JOSE algorithm, where it has one. */
    private static final Map<String, String> NAMES = java.util.Collections.unmodifiableMap(names());

    private SigningChecks() {}

    private static Map<String, String> names() {
        var names = new java.util.LinkedHashMap<String, String>();
        names.put("Ed25519", "ed25519");
        names.put("EdDSA", "ed25519");
        names.put("ES256", "ecdsa-p256-sha256");
        names.put("ES384", "ecdsa-p384-sha384");
        names.put("PS512", "rsa-pss-sha512");
        names.put("RS256", "rsa-v1_5-sha256");
        return names;
    }

    static List<Check> all() {
        var checks = new ArrayList<Check>();
        for (var kind : SIGNED) checks.addAll(of(kind));
        return checks;
    }

    private static List<Check> of(Kind kind) {
        return List.of(
                caller(kind, "OCM-SIG-08 OCM-SEC-02", "@method covered", covers("@method")),
                caller(kind, "OCM-SIG-09 OCM-SEC-02", "@target-uri covered", covers("@target-uri")),
                caller(kind, "OCM-SIG-10 OCM-SEC-02", "content-digest covered", covers("content-digest")),
                caller(kind, "OCM-SIG-11 OCM-SEC-02", "content-length covered", covers("content-length")),
                caller(
                        kind,
                        "OCM-SIG-12 OCM-SEC-02",
                        "created",
                        signature((x, s) -> unless(s.created().isPresent(), "no created"))),
                caller(
                        kind,
                        "OCM-SIG-13 OCM-SEC-02",
                        "keyid",
                        signature((x, s) -> unless(s.parameter("keyid").isPresent(), "no keyid"))),
                caller(
                        kind,
                        "OCM-SIG-14 OCM-SEC-02",
                        "the kid of a published key",
                        signature(SigningChecks::unknownKey)),
                caller(kind, "OCM-SIG-15 OCM-SEC-02", "a registered digest algorithm", signature((x, s) -> digest(x))),
                caller(
                        kind,
                        "OCM-SIG-17 OCM-SEC-02",
                        "tag=\"ocm\"",
                        x -> unless(x.known().signatures(x).isEmpty() || tagged(x) > 0, "no signature with the tag")),
                caller(
                        kind,
                        "OCM-SIG-19 OCM-SEC-02",
                        "one signature with the tag",
                        x -> unless(tagged(x) < 2, "several with the tag")),
                caller(
                        kind,
                        "OCM-SIG-29 OCM-SEC-02",
                        "the name of the key's algorithm",
                        signature((x, s) -> misnamed(x, s, true))),
                caller(
                        kind,
                        "OCM-SIG-31 OCM-SEC-02",
                        "no alg for an algorithm without a name",
                        signature((x, s) -> misnamed(x, s, false))),
                caller(
                        kind,
                        "OCM-LEG-14",
                        "one signature labelled ocm, with date and content-length",
                        SigningChecks::labelled));
    }

    static long tagged(Seen x) {
        return x.known().signatures(x).stream().filter(Signature::tagged).count();
    }

    /** The tagged signature, or the first where none is tagged. */
    static Optional<Signature> first(Seen x) {
        var all = x.known().signatures(x);
        return all.stream()
                .filter(Signature::tagged)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private interface SignatureLook {
        String at(Seen seen, Signature signature);
    }

    private static Function<Seen, String> signature(SignatureLook look) {
        return x -> first(x).map(signature -> look.at(x, signature)).orElse(FINE);
    }

    private static Function<Seen, String> covers(String component) {
        return signature((x, s) -> unless(s.covered().contains(component), () -> "covers " + s.covered()));
    }

    private static String unknownKey(Seen x, Signature signature) {
        var keys = x.known().keysOf(x.callerDocument());
        var kid = signature.parameter("keyid").orElse("");
        return unless(keys.isEmpty() || kid.isEmpty() || keys.containsKey(kid), () -> "keyid " + Texts.quoted(kid));
    }

    private static String digest(Seen x) {
        for (var line : x.request().headers().all("Content-Digest"))
            for (var member : line.split(",")) {
                var name = member.strip().split("=", 2)[0];
                if (!DIGESTS.contains(name)) return "digest " + Texts.quoted(name);
            }
        return FINE;
    }

    static String misnamed(Seen x, Signature signature, boolean hasName) {
        var alg = signature.parameter("alg");
        var key = x.known()
                .keysOf(x.callerDocument())
                .get(signature.parameter("keyid").orElse(""));
        if (alg.isEmpty() || key == null) return FINE;
        var name = NAMES.get(key);
        if (hasName != (name != null)) return FINE;
        return unless(
                name != null && name.equals(alg.get()),
                () -> "alg " + Texts.quoted(alg.get()) + " for a key of " + key);
    }

    private static String labelled(Seen x) {
        var all = x.known().signatures(x);
        if (all.isEmpty()) return FINE;
        var labelled = all.stream().filter(s -> s.label().equals("ocm")).toList();
        if (labelled.size() != 1) return labelled.size() + " signatures labelled ocm";
        var covered = labelled.getFirst().covered();
        return unless(covered.contains("date") && covered.contains("content-length"), () -> "covers " + covered);
    }
}
