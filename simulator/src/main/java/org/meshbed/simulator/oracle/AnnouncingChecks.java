package org.meshbed.simulator.oracle;

import static org.meshbed.simulator.oracle.Check.FINE;
import static org.meshbed.simulator.oracle.Check.caller;
import static org.meshbed.simulator.oracle.Check.unless;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.meshbed.nodes.identity.Scheme;
import tools.jackson.databind.JsonNode;

/** How a sending server announces a share: where to, how, and to whom. */
final class AnnouncingChecks {
    private AnnouncingChecks() {}

    static List<Check> all() {
        var checks = new ArrayList<Check>();
        checks.addAll(carried(
                Kind.SHARE, "/shares", "OCM-SHARE-01", "OCM-SHARE-02", "OCM-SHARE-03", "OCM-SHARE-04", "OCM-SHARE-05"));
        checks.addAll(List.of(
                caller(
                        Kind.SHARE,
                        "OCM-SHARE-07",
                        "a look at the receiving server's discovery document before",
                        x -> unless(lookups(x) != Known.Lookups.NONE || unknownPeer(x), "no such look")),
                caller(
                        Kind.SHARE,
                        "OCM-DEF-06",
                        "no share where discovery failed",
                        x -> unless(
                                lookups(x).failed() == 0 || lookups(x).found() > 0,
                                "shared after discovery had failed")),
                caller(
                        Kind.SHARE,
                        "OCM-SHARE-20",
                        "an OCM address",
                        x -> Addresses.wrong("shareWith", x.text("shareWith"))),
                caller(Kind.SHARE, "OCM-SHARE-26", "an OCM address", x -> Addresses.wrong("owner", x.text("owner"))),
                caller(Kind.SHARE, "OCM-SHARE-27", "an OCM address", x -> Addresses.wrong("sender", x.text("sender"))),
                caller(
                        Kind.SHARE,
                        "OCM-DEF-02",
                        "a name, an IPv4 address or an IPv6 address in brackets as host",
                        AnnouncingChecks::wrongHost),
                caller(Kind.SHARE, "OCM-ADDR-02", "addresses without a path", AnnouncingChecks::path),
                caller(Kind.SHARE, "OCM-FLOW-04", "an address at the receiving server", AnnouncingChecks::elsewhere),
                caller(
                        Kind.SHARE,
                        "OCM-DISC-06",
                        "the server behind the last @",
                        x -> x.text("shareWith").indexOf('@')
                                        == x.text("shareWith").lastIndexOf('@')
                                ? FINE
                                : elsewhere(x)),
                caller(
                        Kind.SHARE,
                        "OCM-SHARE-25",
                        "an id of its own for each resource and share",
                        AnnouncingChecks::reused),
                caller(Kind.SHARE, "OCM-SHARE-31", "user or group", x -> {
                    var type = x.text("shareType");
                    return unless(
                            type.isEmpty() || type.equals("user") || type.equals("group"), () -> Texts.quoted(type));
                }),
                caller(
                        Kind.SHARE,
                        "OCM-SHARE-41",
                        "a member named like the scheme",
                        encryption((e, scheme) -> unless(
                                scheme.isEmpty() || e.path(scheme).isObject(),
                                () -> "no object " + Texts.quoted(scheme)))),
                caller(
                        Kind.SHARE,
                        "OCM-SHARE-42",
                        "the fingerprints of the keys",
                        encryption((e, scheme) -> unless(
                                !List.of("ocm-pgp", "ocm-gpg").contains(scheme)
                                        || !e.path(scheme).isObject()
                                        || e.path(scheme).path("fingerprints").isArray(),
                                () -> scheme + " without fingerprints"))),
                caller(
                        Kind.SHARE,
                        "OCM-SHARE-43",
                        "the name of the cipher",
                        encryption((e, scheme) -> unless(
                                !scheme.startsWith("ocm-mls")
                                        || !e.path(scheme).isObject()
                                        || e.path(scheme).path("cipher").isString(),
                                () -> scheme + " without cipher")))));
        return checks;
    }

    /** What is asked of every message to the API of another server: method, place, media type, body, TLS. */
    static List<Check> carried(
            Kind kind, String place, String post, String where, String type, String body, String tls) {
        return List.of(
                caller(
                        kind,
                        post,
                        "POST",
                        x -> unless(x.posts(), () -> x.request().method())),
                caller(kind, where, "the place below the other server's endPoint", x -> misplaced(x, place)),
                caller(
                        kind,
                        type,
                        "Content-Type: application/json",
                        x -> unless(
                                Seen.typed(x.request().headers(), "application/json"),
                                () -> x.typeOf(x.request().headers()))),
                caller(
                        kind,
                        body,
                        "one JSON object",
                        x -> unless(x.cut() || x.message().isObject(), "a body that is no JSON object")),
                caller(
                        kind,
                        tls,
                        "TLS",
                        x -> unless(
                                x.to().scheme() == Scheme.HTTPS
                                        || Texts.of(x.calleeDocument().path("endPoint"))
                                                .startsWith("http://"),
                                "plain HTTP")));
    }

    private static String misplaced(Seen x, String place) {
        var endPoint = Texts.of(x.calleeDocument().path("endPoint"));
        if (endPoint.isEmpty() || x.calleeDocument().isMissingNode()) return FINE;
        return unless(x.path().equals(Paths.ofUrl(endPoint) + place), () -> "sent to " + Texts.quoted(x.path()));
    }

    private static Known.Lookups lookups(Seen x) {
        return x.known().lookups(x.caller(), x.known().addressOf(x.authority()));
    }

    /** Where the address of the called server is unknown, a look at it may have been missed. */
    private static boolean unknownPeer(Seen x) {
        return !x.caller().ours();
    }

    private static String wrongHost(Seen x) {
        for (var member : List.of("shareWith", "owner", "sender")) {
            var wrong = Addresses.wrongHost(member, x.text(member));
            if (!wrong.isEmpty()) return wrong;
        }
        return FINE;
    }

    private static String path(Seen x) {
        for (var member : List.of("shareWith", "owner", "sender"))
            if (Addresses.hasPath(x.text(member))) return member + " " + Texts.quoted(x.text(member));
        return FINE;
    }

    private static String elsewhere(Seen x) {
        var host = Texts.host(x.text("shareWith"));
        if (host.isEmpty() || host.contains("/")) return FINE;
        return unless(
                host.equals(x.known().addressOf(x.authority())),
                () -> "sent to " + x.authority() + " for " + Texts.quoted(host));
    }

    private static String reused(Seen x) {
        var id = x.text("providerId");
        if (id.isEmpty()) return FINE;
        var host = Texts.host(x.text("sender"));
        for (var other : x.known().shares(id)) {
            var same = other.message() == x.message() || !other.host().equals(host);
            if (!same && (differs(other, x, "shareWith") || differs(other, x, "name")))
                return "the id of another share again";
        }
        return FINE;
    }

    private static boolean differs(Announced other, Seen x, String member) {
        return !Texts.of(other.message().path(member)).equals(x.text(member));
    }

    private interface EncryptionLook {
        String at(JsonNode encryption, String scheme);
    }

    private static Function<Seen, String> encryption(EncryptionLook look) {
        return x -> {
            var encryption = x.message().path("encryption");
            return encryption.isObject() ? look.at(encryption, Texts.of(encryption.path("scheme"))) : FINE;
        };
    }
}
