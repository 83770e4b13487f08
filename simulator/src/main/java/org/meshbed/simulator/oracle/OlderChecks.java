package org.meshbed.simulator.oracle;

import static org.meshbed.simulator.oracle.Check.callee;
import static org.meshbed.simulator.oracle.Check.unless;

import java.util.ArrayList;
import java.util.List;

/** Rules of older versions that the newest one gave up or changed. */
final class OlderChecks {
    private OlderChecks() {}

    static List<Check> all() {
        var checks = new ArrayList<Check>();
        for (var kind : List.of(Kind.SHARE, Kind.NOTIFICATION, Kind.INVITE, Kind.ASK))
            checks.add(callee(
                    kind,
                    "OCM-LEG-15",
                    "to refuse a signature that is not labelled ocm",
                    x -> unless(
                            !x.successful()
                                    || !DiscoveryChecks.can(x.calleeDocument(), "http-sig")
                                    || Signature.of(x.request().headers()).isEmpty()
                                    || Signature.of(x.request().headers()).stream()
                                            .anyMatch(s -> s.label().equals("ocm")),
                            "took it")));
        checks.add(callee(
                Kind.ASK,
                "OCM-LEG-16",
                "201, before the owner decides",
                x -> unless(!x.successful() || x.status() == 201, "status " + x.status())));
        checks.add(callee(
                Kind.NOTIFICATION,
                "OCM-LEG-19",
                "to decline what is not signed",
                x -> unless(
                        !x.successful() || TrustChecks.signed(x) || !signs(x), "took it with status " + x.status())));
        checks.add(callee(
                Kind.SHARE,
                "OCM-LEG-22",
                "any text for options.permissions",
                x -> unless(
                        x.status() != 400 && x.status() != 501
                                || odd(x).isEmpty()
                                || !x.known().tookOld(x.callee().name()),
                        "refused it with status " + x.status())));
        return checks;
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
