package org.meshbed.simulator.oracle;

import static org.meshbed.simulator.oracle.Check.FINE;
import static org.meshbed.simulator.oracle.Check.callee;
import static org.meshbed.simulator.oracle.Check.caller;
import static org.meshbed.simulator.oracle.Check.unless;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.meshbed.nodes.protocol.Body;

/** Rules of older versions that the newest one gave up or changed. */
final class OlderChecks {
    private static final List<String> COVERED = List.of("content-length", "date", "digest", "host");
    private static final Duration LONG_AGO = Duration.ofHours(23);

    private OlderChecks() {}

    static List<Check> all() {
        var checks = new ArrayList<Check>();
        for (var kind : List.of(Kind.SHARE, Kind.NOTIFICATION, Kind.INVITE, Kind.ASK)) {
            checks.add(caller(
                    kind,
                    "OCM-LEG-04",
                    "length, date, digest and host signed",
                    x -> Seal.cavage(x, "signature")
                            .map(_ -> unless(
                                    covers(x),
                                    () -> "signs " + Seal.cavage(x, "headers").orElse("date alone")))
                            .orElse(FINE)));
            checks.add(callee(kind, "OCM-LEG-05", "to refuse a signature that is not right", x -> {
                if (!x.successful() || !signs(x) || Seal.cavage(x, "signature").isEmpty()) return FINE;
                var wrong = wrong(x);
                return wrong.isEmpty() ? FINE : "took it with " + wrong;
            }));
            checks.add(callee(
                    kind,
                    "OCM-LEG-15",
                    "to refuse a signature that is not labelled ocm",
                    x -> unless(
                            !x.successful()
                                    || !DiscoveryChecks.can(x.calleeDocument(), "http-sig")
                                    || x.known().signatures(x).isEmpty()
                                    || x.known().signatures(x).stream()
                                            .anyMatch(s -> s.label().equals("ocm")),
                            "took it")));
        }
        checks.add(callee(
                Kind.ASK,
                "OCM-LEG-16",
                "201, before the owner decides",
                x -> unless(!x.successful() || x.status() == 201, () -> "status " + x.status())));
        checks.add(callee(
                Kind.NOTIFICATION,
                "OCM-LEG-19",
                "to decline what is not signed",
                x -> unless(
                        !x.successful() || TrustChecks.signed(x) || !signs(x),
                        () -> "took it with status " + x.status())));
        checks.add(callee(
                Kind.SHARE,
                "OCM-LEG-22",
                "any text for options.permissions",
                x -> unless(
                        x.status() != 400 && x.status() != 501
                                || odd(x).isEmpty()
                                || !x.known().tookOld(x.callee().name()),
                        () -> "refused it with status " + x.status())));
        return checks;
    }

    private static boolean covers(Seen x) {
        return List.of(Seal.cavage(x, "headers")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .split(" "))
                .containsAll(COVERED);
    }

    /** What is wrong with a signature as 1.2 has it; empty where nothing is, so far as can be told. */
    private static String wrong(Seen x) {
        if (!covers(x)) return "a part of the message not covered";
        var date = x.request().headers().first("Date").flatMap(OlderChecks::time);
        if (date.filter(at -> at.isBefore(x.at().minus(LONG_AGO))).isPresent()) return "a date of long ago";
        var digest = x.request().headers().first("Digest").orElse("");
        if (!x.cut() && !digests(x, digest)) return "a digest that does not match";
        return Seal.ofCavage(x) == Seal.BROKEN ? "a signature that does not verify" : "";
    }

    private static Optional<Instant> time(String date) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean digests(Seen x, String digest) {
        if (!(x.request().body() instanceof Body.Bytes(var bytes))) return true;
        for (var name : List.of("SHA-256", "SHA-512"))
            if (digest.regionMatches(true, 0, name + "=", 0, name.length() + 1)) {
                var right = VerifyingChecks.digest(name.toLowerCase(Locale.ROOT), bytes);
                return right.equals(digest.substring(name.length() + 1));
            }
        return true;
    }

    /** It says that it can sign, as its version says that. */
    private static boolean signs(Seen x) {
        return DiscoveryChecks.can(x.calleeDocument(), "http-sig")
                || x.calleeDocument().path("publicKey").isObject();
    }

    /** The permissions of a share in the form of 1.0 that nothing else is wrong with; empty where it is none. */
    static String odd(Seen x) {
        var options = x.message().path("protocol").path("options");
        var whole = List.of("shareWith", "name", "providerId", "owner", "shareType", "resourceType").stream()
                .noneMatch(member -> x.text(member).isEmpty());
        var plain = x.text("resourceType").equals("file") && x.text("shareType").equals("user");
        if (!whole || !plain || Texts.of(options.path("sharedSecret")).isEmpty()) return "";
        return Texts.of(options.path("permissions"));
    }
}
