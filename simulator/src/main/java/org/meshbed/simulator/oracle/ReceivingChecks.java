package org.meshbed.simulator.oracle;

import static org.meshbed.simulator.oracle.Check.FINE;
import static org.meshbed.simulator.oracle.Check.callee;
import static org.meshbed.simulator.oracle.Check.unless;

import java.util.List;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.port.Exchange;
import tools.jackson.databind.JsonNode;

/** How a receiving server answers a share creation notification. */
final class ReceivingChecks {
    private static final List<String> KNOWN_REQUIREMENTS =
            List.of("must-exchange-token", "must-use-mfa", "use-code", "mfa-enforced");
    private static final List<Integer> REFUSALS = List.of(400, 401, 403, 501);

    private ReceivingChecks() {}

    static List<Check> all() {
        return List.of(
                callee(
                        Kind.SHARE,
                        "OCM-SHARE-97",
                        "an HTTP reply",
                        x -> unless(
                                x.disturbed()
                                        || !x.message().isObject()
                                        || x.to().scheme() != Scheme.HTTPS
                                        || !(x.result() instanceof Exchange.Reset(var after, var _))
                                        || !after,
                                "the connection closed")),
                callee(
                        Kind.SHARE,
                        "OCM-SHARE-98",
                        "Content-Type: application/json",
                        x -> x.status() == 201 || REFUSALS.contains(x.status())
                                ? unless(
                                        Seen.typed(x.reply().orElseThrow().headers(), "application/json"),
                                        () -> x.typeOf(x.reply().orElseThrow().headers()))
                                : FINE),
                callee(
                        Kind.SHARE,
                        "OCM-SHARE-99",
                        "a JSON object",
                        x -> unless(x.status() != 201 || !x.answer().isMissingNode(), "201 without JSON")),
                callee(
                        Kind.SHARE,
                        "OCM-SHARE-96 OCM-SHARE-102",
                        "the public keys of the recipient",
                        x -> unless(
                                x.status() != 201
                                        || !Announced.offered(x.message()).equals(List.of("ssh"))
                                        || !x.answer()
                                                .path("recipientPublicKeys")
                                                .isEmpty(),
                                "an ssh share was taken without a key")),
                callee(
                        Kind.SHARE,
                        "OCM-DISC-27",
                        "to take shares",
                        x -> unless(
                                !plain(x) || !List.of(404, 405, 501).contains(x.status()) || unknownRecipient(x),
                                () -> "status " + x.status())),
                callee(
                        Kind.SHARE,
                        "OCM-DEF-11",
                        "to take the form with one member for each protocol",
                        x -> unless(
                                !plain(x)
                                        || !DiscoveryChecks.can(x.calleeDocument(), "protocol-object")
                                        || x.status() != 501,
                                "501 though protocol-object is advertised")),
                callee(Kind.SHARE, "OCM-DEF-14", "201, 400, 401, 403, 501 or 503", ReceivingChecks::status),
                callee(
                        Kind.SHARE,
                        "OCM-DEF-16",
                        "no multi without a protocol",
                        x -> unless(
                                !x.successful()
                                        || !Texts.of(x.message()
                                                        .path("protocol")
                                                        .path("name"))
                                                .equals("multi")
                                        || !Announced.offered(x.message()).isEmpty(),
                                "took it")),
                callee(
                        Kind.SHARE,
                        "OCM-YAML-01",
                        "to refuse a requirement it does not know",
                        x -> unless(
                                !x.successful()
                                        || Texts.all(protocol(x, "webdav").path("requirements")).stream()
                                                .allMatch(KNOWN_REQUIREMENTS::contains),
                                "took it")),
                callee(
                        Kind.SHARE,
                        "OCM-ACC-17",
                        "to discard a share without a secret",
                        x -> unless(
                                !x.successful()
                                        || !old(x)
                                        || protocol(x, "options").has("sharedSecret"),
                                "took it")),
                callee(
                        Kind.SHARE,
                        "OCM-DEF-10",
                        "to refuse shares without the token exchange it demands",
                        x -> unless(
                                !x.successful()
                                        || !DiscoveryChecks.demands(x.calleeDocument(), "must-exchange-token")
                                        || everyOffer(x),
                                "took it")),
                callee(
                        Kind.SHARE,
                        "OCM-DISC-35",
                        "to refuse a share without an invite before it",
                        x -> unless(
                                !x.successful()
                                        || !DiscoveryChecks.demands(x.calleeDocument(), "must-invite")
                                        || x.known()
                                                .haveMet(
                                                        Texts.host(x.text("sender")),
                                                        x.known().addressOf(x.authority())),
                                "took it")),
                callee(Kind.SHARE, "OCM-YAML-06", "what it takes in the own discovery document", x -> unadvertised(x)),
                callee(
                        Kind.SHARE,
                        "OCM-EMB-04 OCM-EMB-05",
                        "to refuse an ro-crate that is text",
                        x -> unless(
                                !x.successful()
                                        || !x.text("resourceType").equals("ro-crate")
                                        || !protocol(x, "embedded").isString(),
                                "took it")));
    }

    private static String unadvertised(Seen x) {
        if (!x.successful() || x.calleeDocument().isMissingNode()) return FINE;
        for (var name : List.of("webapp", "ssh")) {
            var alone = Announced.offered(x.message()).equals(List.of(name));
            if (alone && x.calleeDocument().findPath(name + "-receive").isMissingNode())
                return "took a share by " + name + " alone and does not advertise that";
        }
        return FINE;
    }

    private static JsonNode protocol(Seen x, String name) {
        return x.message().path("protocol").path(name);
    }

    private static boolean old(Seen x) {
        return Texts.of(x.message().path("protocol").path("name")).equals("webdav")
                && !protocol(x, "webdav").isObject();
    }

    private static boolean everyOffer(Seen x) {
        return Announced.offered(x.message()).stream()
                .allMatch(name -> Texts.holds(protocol(x, name).path("requirements"), "must-exchange-token"));
    }

    /** The one combination that every receiving server is assumed to take: a file, for a user, by webdav, on no terms. */
    static boolean plain(Seen x) {
        var webdav = protocol(x, "webdav");
        return x.posts()
                && x.path().endsWith("/shares")
                && x.version().since(Version.V1_1)
                && x.text("resourceType").equals("file")
                && x.text("shareType").equals("user")
                && webdav.isObject()
                && webdav.path("requirements").isEmpty()
                && !Texts.of(webdav.path("uri")).isEmpty();
    }

    /** A JSON answer with 404 speaks of the recipient, as some servers do; anything else says there is no such place. */
    static boolean unknownRecipient(Seen x) {
        return x.status() == 404 && x.answer().isObject();
    }

    private static String status(Seen x) {
        var status = x.status();
        var right = status == 0 || status == 201 || status == 503 || status >= 400 && status < 500 || status == 501;
        return unless(right, () -> "status " + status);
    }
}
