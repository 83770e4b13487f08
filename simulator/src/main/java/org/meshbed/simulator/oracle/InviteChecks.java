package org.meshbed.simulator.oracle;

import static org.meshbed.simulator.oracle.Check.FINE;
import static org.meshbed.simulator.oracle.Check.callee;
import static org.meshbed.simulator.oracle.Check.caller;
import static org.meshbed.simulator.oracle.Check.unless;

import java.util.ArrayList;
import java.util.List;

/** Invites: how their acceptance is told to the inviter's server, and how that answers. */
final class InviteChecks {
    private static final List<Integer> STATUSES = List.of(200, 400, 403, 409);

    private InviteChecks() {}

    static List<Check> all() {
        var checks = new ArrayList<Check>();
        checks.addAll(AnnouncingChecks.carried(
                Kind.INVITE,
                "/invite-accepted",
                "OCM-INV-04 OCM-LEG-11",
                "OCM-INV-05",
                "OCM-INV-06",
                "OCM-INV-07",
                "OCM-INV-14"));
        checks.addAll(List.of(
                caller(Kind.INVITE, "OCM-INV-08", "the host of the accepting server", InviteChecks::provider),
                caller(Kind.INVITE, "OCM-INV-11", "the identifier without its host", x -> {
                    var at = x.text("userID").lastIndexOf('@');
                    var host = at < 0 ? "" : Texts.hostPort(x.text("userID").substring(at + 1));
                    return unless(host.isEmpty() || !host.equals(x.known().hostOf(x.caller())), "a whole address");
                }),
                callee(
                        Kind.INVITE,
                        "OCM-INV-23",
                        "a JSON object as application/json",
                        x -> unless(
                                x.status() != 200
                                        || x.answer().isObject()
                                                && Seen.typed(
                                                        x.reply().orElseThrow().headers(), "application/json"),
                                () -> x.answer().isObject()
                                        ? x.typeOf(x.reply().orElseThrow().headers())
                                        : "200 without a JSON object")),
                callee(Kind.INVITE, "OCM-INV-10", "the identifier of who made the invite", x -> {
                    var inviter = x.known().deeds().inviter(x.callee().name(), x.text("token"));
                    var told = Texts.of(x.answer().path("userID"));
                    return unless(
                            x.status() != 200 || inviter.isEmpty() || told.isEmpty() || told.equals(inviter.get()),
                            "that of somebody else");
                }),
                callee(
                        Kind.INVITE,
                        "OCM-LEG-12",
                        "404 for an unknown token",
                        x -> unless(
                                x.status() != 400
                                        || !x.callee().ours()
                                        || !complete(x)
                                        || x.known()
                                                .deeds()
                                                .inviter(x.callee().name(), x.text("token"))
                                                .isPresent(),
                                "status 400")),
                callee(Kind.INVITE, "OCM-DEF-04", "200, 400, 403 or 409", InviteChecks::status),
                callee(Kind.INVITE, "OCM-DEF-04", "409 for an invite that was accepted before", InviteChecks::again)));
        return checks;
    }

    private static String provider(Seen x) {
        var provider = x.text("recipientProvider");
        var own = x.known().hostOf(x.caller());
        if (provider.isEmpty() || own.isEmpty()) return FINE;
        var bare = x.callers().since(Version.V1_2) ? Texts.hostPort(provider) : Invites.host(provider);
        return unless(bare.equals(own), () -> "recipientProvider " + Texts.quoted(provider));
    }

    /** Statuses of requests that never came to the invite (too large, too slow, not trusted yet) prove nothing. */
    private static String status(Seen x) {
        var status = x.status();
        if (!x.path().endsWith("/invite-accepted")) return FINE;
        if (status == 0 || status == 401 || status == 405 || status == 408 || status == 413 || status == 503)
            return FINE;
        return unless(STATUSES.contains(status), () -> "status " + status);
    }

    private static boolean complete(Seen x) {
        return List.of("recipientProvider", "token", "userID", "email", "name").stream()
                .noneMatch(member -> x.text(member).isEmpty());
    }

    private static String again(Seen x) {
        var before = x.known().acceptor(Invites.key(x));
        return unless(x.status() != 200 || before.isEmpty(), "200 for an invite that was accepted before");
    }
}
