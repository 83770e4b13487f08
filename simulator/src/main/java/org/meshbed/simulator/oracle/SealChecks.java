package org.meshbed.simulator.oracle;

import static org.meshbed.simulator.oracle.Check.FINE;
import static org.meshbed.simulator.oracle.Check.callee;
import static org.meshbed.simulator.oracle.Check.caller;
import static org.meshbed.simulator.oracle.Check.unless;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Signatures as such: whether they verify, who has to look, and what they are believed for. */
final class SealChecks {
    private static final List<Kind> SIGNED = List.of(Kind.SHARE, Kind.NOTIFICATION, Kind.INVITE, Kind.TOKEN);
    private static final Duration FRESH = Duration.ofSeconds(60);

    private SealChecks() {}

    static List<Check> all() {
        var checks = new ArrayList<Check>();
        for (var kind : SIGNED) checks.addAll(of(kind));
        for (var kind : List.of(Kind.SHARE, Kind.NOTIFICATION, Kind.INVITE)) checks.addAll(domains(kind));
        checks.add(caller(
                Kind.INVITE,
                "OCM-INV-17 OCM-SIG-07",
                "no invites between servers that cannot sign",
                SealChecks::cannotSign));
        checks.add(caller(
                Kind.NOTIFICATION,
                "OCM-SIG-07",
                "no requests for shares between servers that cannot sign",
                x -> Notices.type(x).equals("REQUEST_SHARE") ? cannotSign(x) : FINE));
        return checks;
    }

    private static List<Check> of(Kind kind) {
        return List.of(
                caller(
                        kind,
                        "OCM-SIG-26 OCM-SEC-02",
                        "a signature that verifies with the published key",
                        x -> unless(x.known().seal(x) != Seal.BROKEN, "one that does not")),
                callee(
                        kind,
                        (kind == Kind.INVITE ? "OCM-INV-16 " : "") + "OCM-SIG-04 OCM-SIG-26 OCM-SEC-02",
                        "to refuse a signature that does not verify",
                        x -> unless(!x.successful() || !verifies(x) || x.known().seal(x) != Seal.BROKEN, "took it")),
                refusing(kind, "OCM-SIG-41", "to find the signature by its tag", x -> place(x) > 0),
                refusing(
                        kind,
                        "OCM-SIG-42",
                        "to verify the tagged signature alone",
                        x -> place(x) == 0 && signatures(x).size() > 1),
                refusing(
                        kind,
                        "OCM-SIG-36",
                        "to take a request all of whose digests match",
                        x -> signatures(x).size() == 1 && digests(x).size() > 1),
                refusing(
                        kind,
                        "OCM-SIG-16",
                        "to understand sha-256",
                        x -> signatures(x).size() == 1 && digests(x).equals(List.of("sha-256"))));
    }

    private static List<Check> domains(Kind kind) {
        var rules = (kind == Kind.NOTIFICATION ? "OCM-NOTIF-10 " : "") + "OCM-SIG-46 OCM-DEF-24";
        return List.of(callee(
                kind,
                rules,
                "to believe a signer about its own domain only",
                x -> unless(
                        !x.successful() || !verifies(x) || SigningChecks.tagged(x) == 0 || ofItself(x),
                        () -> "took what the signer said for " + claims(x))));
    }

    /** The other kind of mistake: something right is refused, by who took the like of it before. */
    private static Check refusing(Kind kind, String rule, String asked, java.util.function.Predicate<Seen> which) {
        return callee(
                kind,
                rule + " OCM-SEC-02",
                asked,
                x -> unless(
                        x.status() != 401
                                || x.known().seal(x) != Seal.VALID
                                || !x.known()
                                        .hasTakenSigned(
                                                x.caller().name(), x.callee().name())
                                || !fresh(x)
                                || !which.test(x),
                        "status 401 for a signature that is right"));
    }

    /** Nothing about it is wrong, so far as can be told. */
    static boolean fresh(Seen x) {
        var soon = SigningChecks.first(x)
                .flatMap(Signature::created)
                .filter(at -> Math.abs(x.at().getEpochSecond() - at) < FRESH.toSeconds())
                .isPresent();
        return soon
                && SigningChecks.tagged(x) == 1
                && VerifyingChecks.whole(x)
                && SigningChecks.first(x)
                        .filter(s -> SigningChecks.misnamed(x, s, true).isEmpty())
                        .isPresent()
                && ofItself(x)
                && !x.known().repeated(x);
    }

    private static boolean verifies(Seen x) {
        return DiscoveryChecks.can(x.calleeDocument(), "http-sig");
    }

    private static List<Signature> signatures(Seen x) {
        return x.known().signatures(x);
    }

    private static int place(Seen x) {
        var all = signatures(x);
        for (var i = 0; i < all.size(); i++) if (all.get(i).tagged()) return i;
        return -1;
    }

    private static List<String> digests(Seen x) {
        return x.request().headers().all("Content-Digest").stream()
                .flatMap(line -> List.of(line.split(",")).stream())
                .map(member -> member.strip().split("=", 2)[0])
                .toList();
    }

    /** The host in whose name a message speaks. */
    private static String claims(Seen x) {
        return switch (x.kind()) {
            case SHARE -> Texts.host(x.text("sender"));
            case NOTIFICATION -> Texts.hostPort(x.text("senderDomain"));
            case INVITE -> Invites.host(x.text("recipientProvider"));
            case TOKEN -> Texts.hostPort(TokenRequest.of(x).client());
            case DISCOVERY, ASK, KEYS, ACCESS, OTHER -> "";
        };
    }

    private static boolean ofItself(Seen x) {
        var own = x.known().hostOf(x.caller());
        return own.isEmpty() || claims(x).isEmpty() || claims(x).equals(own);
    }

    private static String cannotSign(Seen x) {
        for (var document : List.of(x.callerDocument(), x.calleeDocument()))
            if (document.isObject() && !DiscoveryChecks.can(document, "http-sig"))
                return "one of them does not have http-sig";
        return FINE;
    }
}
