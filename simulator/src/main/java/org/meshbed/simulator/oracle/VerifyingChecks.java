package org.meshbed.simulator.oracle;

import static org.meshbed.simulator.oracle.Check.FINE;
import static org.meshbed.simulator.oracle.Check.callee;
import static org.meshbed.simulator.oracle.Check.unless;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.meshbed.nodes.protocol.Body;

/** What a server that verifies signatures must not take. */
final class VerifyingChecks {
    private static final List<Kind> SIGNED = List.of(Kind.SHARE, Kind.NOTIFICATION, Kind.INVITE, Kind.TOKEN);
    private static final List<String> MANDATORY = List.of("@method", "@target-uri", "content-digest", "content-length");
    /** Far outside of every tolerance and window a server may have. */
    private static final Duration FAR_AHEAD = Duration.ofMinutes(59);

    private static final Duration LONG_AGO = Duration.ofHours(23);
    private static final List<String> UNUSABLE = List.of("", "none", "HS256", "HS384", "HS512");

    private VerifyingChecks() {}

    static List<Check> all() {
        var checks = new ArrayList<Check>();
        for (var kind : SIGNED) checks.addAll(of(kind));
        return checks;
    }

    private static List<Check> of(Kind kind) {
        return List.of(
                callee(
                        kind,
                        "OCM-SIG-32 OCM-SEC-02",
                        "to refuse a signature without a mandatory component",
                        taken((x, s) -> unless(
                                s.covered().containsAll(MANDATORY), () -> "took one that covers " + s.covered()))),
                callee(
                        kind,
                        "OCM-SIG-33 OCM-SEC-02",
                        "to refuse a signature without created or keyid",
                        taken((x, s) -> unless(
                                s.parameter("created").isPresent()
                                        && s.parameter("keyid").isPresent(),
                                "took it"))),
                callee(
                        kind,
                        "OCM-SIG-34 OCM-SEC-02",
                        "to refuse a signature from the future",
                        taken((x, s) -> unless(
                                s.created()
                                        .filter(at ->
                                                at > x.at().plus(FAR_AHEAD).getEpochSecond())
                                        .isEmpty(),
                                "took it"))),
                callee(
                        kind,
                        "OCM-SIG-35 OCM-SEC-02",
                        "to refuse an old signature",
                        taken((x, s) -> unless(
                                s.created()
                                        .filter(at ->
                                                at < x.at().minus(LONG_AGO).getEpochSecond())
                                        .isEmpty(),
                                "took it"))),
                callee(
                        kind,
                        "OCM-SIG-36 OCM-SIG-37 OCM-SEC-02",
                        "to refuse a digest that does not match",
                        taken((x, s) -> digests(x))),
                callee(kind, "OCM-SIG-38 OCM-SEC-02", "to refuse an unknown key", taken((x, s) -> {
                    var keys = keys(x);
                    var kid = s.parameter("keyid").orElse("");
                    return unless(
                            keys.isEmpty() || kid.isEmpty() || keys.containsKey(kid),
                            () -> "took keyid " + Texts.quoted(kid));
                })),
                callee(kind, "OCM-SIG-39 OCM-SEC-02", "to refuse a key without a usable algorithm", taken((x, s) -> {
                    var alg = keys(x).get(s.parameter("keyid").orElse(""));
                    return unless(
                            alg == null || !UNUSABLE.contains(alg),
                            () -> "took a key of algorithm " + Texts.quoted(String.valueOf(alg)));
                })),
                callee(
                        kind,
                        "OCM-SIG-30 OCM-SIG-40 OCM-SEC-02",
                        "to refuse an alg that is not the key's",
                        taken((x, s) -> {
                            var wrong = SigningChecks.misnamed(x, s, true);
                            return wrong.isEmpty() ? FINE : "took " + wrong;
                        })),
                callee(
                        kind,
                        "OCM-SIG-43 OCM-SEC-02",
                        "to refuse two tagged signatures",
                        x -> unless(!verifies(x) || !x.successful() || SigningChecks.tagged(x) < 2, "took it")),
                callee(
                        kind,
                        "OCM-SIG-45 OCM-DEF-13 OCM-SEC-02",
                        "to take what is not tagged as unsigned",
                        x -> unless(
                                !verifies(x)
                                        || !x.successful()
                                        || x.known().signatures(x).isEmpty()
                                        || SigningChecks.tagged(x) > 0
                                        || !DiscoveryChecks.demands(x.calleeDocument(), "must-use-http-sig"),
                                "took it as signed")));
    }

    private interface SignatureLook {
        String at(Seen seen, Signature signature);
    }

    /** Of requests with a tagged signature that were taken by a server that says it verifies. */
    private static Function<Seen, String> taken(SignatureLook look) {
        return x -> {
            if (!verifies(x) || !x.successful() || SigningChecks.tagged(x) == 0) return FINE;
            return SigningChecks.first(x)
                    .map(signature -> look.at(x, signature))
                    .orElse(FINE);
        };
    }

    /** Whether it covers what it must, and its digests are right. */
    static boolean whole(Seen x) {
        return digests(x).isEmpty()
                && SigningChecks.first(x)
                        .filter(s -> s.covered().containsAll(MANDATORY))
                        .isPresent();
    }

    private static boolean verifies(Seen x) {
        return DiscoveryChecks.can(x.calleeDocument(), "http-sig");
    }

    private static Map<String, String> keys(Seen x) {
        return x.known().keysOf(x.callerDocument());
    }

    private static String digests(Seen x) {
        if (x.cut() || !(x.request().body() instanceof Body.Bytes(var bytes))) return FINE;
        for (var line : x.request().headers().all("Content-Digest"))
            for (var member : line.split(",")) {
                var parts = member.strip().split("=:", 2);
                var right = parts.length < 2 ? "" : digest(parts[0], bytes);
                if (!right.isEmpty() && !right.equals(parts[1].replaceAll(":$", ""))) return "took a wrong " + parts[0];
            }
        return FINE;
    }

    static String digest(String name, byte[] bytes) {
        var algorithm = switch (name) {
            case "sha-256" -> "SHA-256";
            case "sha-512" -> "SHA-512";
            default -> "";
        };
        if (algorithm.isEmpty()) return "";
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
