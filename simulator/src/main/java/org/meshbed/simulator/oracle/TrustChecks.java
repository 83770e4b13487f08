package org.meshbed.simulator.oracle;

import static org.meshbed.simulator.oracle.Check.FINE;
import static org.meshbed.simulator.oracle.Check.callee;
import static org.meshbed.simulator.oracle.Check.caller;
import static org.meshbed.simulator.oracle.Check.unless;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Who signs, whom a server believes, and which keys it publishes. */
final class TrustChecks {
    private static final List<String> SYMMETRIC = List.of("none", "HS256", "HS384", "HS512");
    /** Names of the JOSE registry that stand for asymmetric signatures. */
    private static final List<String> ASYMMETRIC = List.of(
            "RS256",
            "RS384",
            "RS512",
            "PS256",
            "PS384",
            "PS512",
            "ES256",
            "ES384",
            "ES512",
            "ES256K",
            "EdDSA",
            "Ed25519",
            "Ed448",
            "ML-DSA-44",
            "ML-DSA-65",
            "ML-DSA-87");

    private TrustChecks() {}

    static List<Check> all() {
        var checks = new ArrayList<Check>();
        for (var kind : List.of(Kind.SHARE, Kind.NOTIFICATION, Kind.INVITE, Kind.TOKEN)) {
            checks.add(caller(
                    kind,
                    "OCM-SIG-02" + alsoSaid(kind),
                    "a signature between servers that both have http-sig",
                    TrustChecks::unsigned));
            checks.add(callee(kind, "OCM-SIG-06 OCM-DEF-09", "to refuse what is unsigned", TrustChecks::tookUnsigned));
        }
        checks.add(caller(
                Kind.NOTIFICATION,
                "OCM-SIG-47",
                "a signature on what the sending server tells",
                x -> unless(
                        !Notices.type(x).equals("SHARE_UNSHARED") || unsigned(x).isEmpty(), "no signature")));
        checks.addAll(List.of(
                callee(
                        Kind.KEYS,
                        "OCM-SIG-01",
                        "a JWK Set",
                        x -> unless(
                                !DiscoveryChecks.can(x.calleeDocument(), "http-sig")
                                        || !x.path()
                                                .equals(Paths.ofUrl(Texts.of(
                                                        x.calleeDocument().path("jwksUri"))))
                                        || x.status() == 200 && x.answer().isObject()
                                        || x.status() == 503
                                        || x.status() == 0,
                                () -> "status " + x.status())),
                callee(
                        Kind.KEYS,
                        "OCM-SIG-23",
                        "an asymmetric algorithm of the JOSE registry",
                        key(alg -> unless(
                                ASYMMETRIC.contains(alg) || SYMMETRIC.contains(alg),
                                () -> "alg " + Texts.quoted(alg)))),
                callee(
                        Kind.KEYS,
                        "OCM-SIG-23 OCM-SIG-27",
                        "an asymmetric algorithm",
                        key(alg -> unless(!SYMMETRIC.contains(alg), () -> "alg " + Texts.quoted(alg)))),
                callee(
                        Kind.KEYS,
                        "OCM-SIG-24",
                        "a fully specified algorithm",
                        key(alg -> unless(!alg.equals("EdDSA"), () -> "alg " + Texts.quoted(alg)))),
                callee(Kind.KEYS, "OCM-SIG-25", "Ed25519 among the keys", TrustChecks::recommended),
                callee(
                        Kind.KEYS,
                        "OCM-LEG-13",
                        "a JWK Set at /.well-known/jwks.json",
                        x -> unless(
                                !x.path().equals("/.well-known/jwks.json")
                                        || x.status() == 200
                                        || x.status() == 503
                                        || x.status() == 0
                                        || !DiscoveryChecks.can(x.calleeDocument(), "http-sig"),
                                () -> "status " + x.status()))));
        return checks;
    }

    /** The rules that say the same of one kind of message. */
    private static String alsoSaid(Kind kind) {
        return switch (kind) {
            case SHARE -> " OCM-SHARE-06 OCM-SEC-01";
            case NOTIFICATION -> " OCM-NOTIF-06 OCM-SEC-01";
            case INVITE -> " OCM-INV-15 OCM-SEC-01";
            case TOKEN -> " OCM-TOKEN-03 OCM-SEC-05 OCM-SEC-01";
            case DISCOVERY, KEYS, ASK, ACCESS, OTHER -> "";
        };
    }

    static boolean signed(Seen x) {
        return x.request().headers().first("Signature").isPresent();
    }

    private static String unsigned(Seen x) {
        var both = DiscoveryChecks.can(x.callerDocument(), "http-sig")
                && DiscoveryChecks.can(x.calleeDocument(), "http-sig");
        return unless(!both || signed(x), "no signature");
    }

    private static String tookUnsigned(Seen x) {
        return unless(
                !x.successful() || signed(x) || !DiscoveryChecks.demands(x.calleeDocument(), "must-use-http-sig"),
                () -> "took it with status " + x.status());
    }

    private interface AlgLook {
        String at(String alg);
    }

    private static java.util.function.Function<Seen, String> key(AlgLook look) {
        return x -> {
            for (JsonNode key : x.answer().path("keys")) {
                var alg = Texts.of(key.path("alg"));
                var what = alg.isEmpty() ? FINE : look.at(alg);
                if (!what.isEmpty()) return what;
            }
            return FINE;
        };
    }

    private static String recommended(Seen x) {
        if (!x.answer().path("keys").isArray() || x.answer().path("keys").isEmpty()) return FINE;
        for (JsonNode key : x.answer().path("keys")) {
            var alg = Texts.of(key.path("alg"));
            if (alg.equals("Ed25519") || alg.equals("EdDSA") || alg.isEmpty()) return FINE;
        }
        return "no key for Ed25519";
    }
}
