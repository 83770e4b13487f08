package org.meshbed.simulator.oracle;

import static org.meshbed.simulator.oracle.Check.FINE;
import static org.meshbed.simulator.oracle.Check.caller;
import static org.meshbed.simulator.oracle.Check.unless;

import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Which protocols a sending server offers for a share, and on which terms. */
final class OfferChecks {
    private static final String EXCHANGE = "must-exchange-token";

    private OfferChecks() {}

    static List<Check> all() {
        return List.of(
                caller(
                        Kind.SHARE,
                        "OCM-SHARE-45",
                        "the name multi for more than one protocol",
                        x -> unless(
                                offered(x).size() < 2 || name(x).equals("multi"),
                                () -> Texts.quoted(name(x)) + " for " + offered(x))),
                caller(
                        Kind.SHARE,
                        "OCM-SHARE-12 OCM-SHARE-13",
                        "what the receiving server advertises",
                        OfferChecks::unadvertised),
                caller(
                        Kind.SHARE,
                        "OCM-SHARE-33",
                        "a share type the receiving server advertises",
                        x -> wrongShareType(x)),
                caller(
                        Kind.SHARE,
                        "OCM-SHARE-08 OCM-SHARE-63 OCM-TOKEN-12",
                        EXCHANGE + " with each protocol",
                        x -> unless(
                                !demanded(x) || !canExchange(x.callerDocument()) || everyOffer(x),
                                "a protocol without the requirement, though the receiving server demands it")),
                caller(
                        Kind.SHARE,
                        "OCM-SHARE-10",
                        "no share where the token exchange that is demanded cannot be had",
                        x -> unless(
                                !demanded(x) || x.callerDocument().isMissingNode() || canExchange(x.callerDocument()),
                                "shared without a token end point")),
                caller(
                        Kind.SHARE,
                        "OCM-SHARE-16 OCM-SHARE-17",
                        "web apps only with token exchange",
                        x -> unless(
                                !protocol(x, "webapp").isObject()
                                        || x.callerDocument().isMissingNode()
                                        || canExchange(x.callerDocument()),
                                "a web app without a token end point")),
                caller(Kind.SHARE, "OCM-SHARE-58", "the secret outside of the uri", x -> leaked(protocol(x, "webdav"))),
                caller(Kind.SHARE, "OCM-SHARE-85", "the secret outside of the uri", x -> leaked(protocol(x, "webapp"))),
                caller(Kind.SHARE, "OCM-SHARE-73", "targets that the receiving server can open", OfferChecks::targets),
                caller(Kind.SHARE, "OCM-SHARE-79", "the same requirements for all protocols", OfferChecks::disagreeing),
                caller(
                        Kind.SHARE,
                        "OCM-SHARE-80",
                        "the same requirements for webdav and webapp",
                        x -> unless(
                                !both(x) || same(requirements(x, "webdav"), requirements(x, "webapp")),
                                "requirements differ")),
                caller(
                        Kind.SHARE,
                        "OCM-SHARE-81",
                        EXCHANGE + " for webdav and webapp",
                        x -> unless(
                                !both(x)
                                        || !requirements(x, "webapp").isArray()
                                        || Texts.holds(requirements(x, "webdav"), EXCHANGE)
                                                && Texts.holds(requirements(x, "webapp"), EXCHANGE),
                                () -> "no " + EXCHANGE)),
                caller(
                        Kind.SHARE,
                        "OCM-DISC-35",
                        "an invite before the share, where the receiving server demands it",
                        x -> unless(
                                !demands(x, "must-invite")
                                        || x.known()
                                                .haveMet(
                                                        Texts.host(x.text("sender")),
                                                        x.known().addressOf(x.authority())),
                                "no invite was exchanged between the two servers")),
                caller(
                        Kind.SHARE,
                        "OCM-LEG-08",
                        "a shared secret, or a code",
                        x -> unless(
                                !protocol(x, "webdav").isObject()
                                        || protocol(x, "webdav").has("sharedSecret")
                                        || x.message().has("code"),
                                "neither")),
                caller(
                        Kind.SHARE,
                        "OCM-LEG-17",
                        "a relative uri",
                        x -> unless(
                                !Paths.absolute(Texts.of(protocol(x, "webdav").path("uri"))), "an absolute uri")),
                caller(
                        Kind.SHARE,
                        "OCM-YAML-06",
                        "webapp in the own discovery document",
                        x -> unless(
                                !protocol(x, "webapp").isObject()
                                        || x.callerDocument().isMissingNode()
                                        || !x.callerDocument()
                                                .findPath("webapp")
                                                .isMissingNode(),
                                "a web app is shared and none advertised")),
                caller(
                        Kind.SHARE,
                        "OCM-EMB-03",
                        "multi with a member embedded",
                        x -> unless(
                                !x.message().path("protocol").has("embedded") && !name(x).equals("embedded")
                                        || name(x).equals("multi")
                                                && x.message().path("protocol").has("embedded"),
                                () -> "protocol " + Texts.quoted(name(x)))),
                caller(
                        Kind.SHARE,
                        "OCM-EMB-01",
                        "the resource itself in the member embedded",
                        x -> unless(
                                !name(x).equals("embedded")
                                        || x.message().path("protocol").has("embedded"),
                                "no member embedded")),
                caller(Kind.SHARE, "OCM-EMB-04", "a JSON object for an ro-crate", x -> crate(x, false)),
                caller(Kind.SHARE, "OCM-EMB-05", "no text for an ro-crate", x -> crate(x, true)),
                caller(
                        Kind.SHARE,
                        "OCM-EMB-13",
                        "embedded only where embedded-receive is advertised",
                        x -> unless(
                                !protocol(x, "embedded").isObject()
                                        || x.calleeDocument().isMissingNode()
                                        || type(x).path("protocols").has("embedded-receive"),
                                "embedded without embedded-receive")),
                caller(
                        Kind.SHARE,
                        "OCM-EMB-11",
                        "embedded in the own discovery document",
                        x -> unless(
                                !protocol(x, "embedded").isObject()
                                        || x.callerDocument().isMissingNode()
                                        || !x.callerDocument()
                                                .findPath("embedded")
                                                .isMissingNode(),
                                "embedded is sent and not advertised")));
    }

    private static String name(Seen x) {
        return Texts.of(x.message().path("protocol").path("name"));
    }

    private static List<String> offered(Seen x) {
        return Announced.offered(x.message());
    }

    private static JsonNode protocol(Seen x, String name) {
        return x.message().path("protocol").path(name);
    }

    private static JsonNode requirements(Seen x, String protocol) {
        return protocol(x, protocol).path("requirements");
    }

    private static boolean both(Seen x) {
        return protocol(x, "webdav").isObject() && protocol(x, "webapp").isObject();
    }

    private static boolean demands(Seen x, String criterion) {
        return DiscoveryChecks.demands(x.calleeDocument(), criterion);
    }

    private static boolean demanded(Seen x) {
        return demands(x, EXCHANGE);
    }

    static boolean canExchange(JsonNode document) {
        return DiscoveryChecks.can(document, "exchange-token") && document.has("tokenEndPoint");
    }

    private static boolean everyOffer(Seen x) {
        return offered(x).stream().allMatch(protocol -> Texts.holds(requirements(x, protocol), EXCHANGE));
    }

    /** The entry of the receiving server's document for the kind of resource. */
    private static JsonNode type(Seen x) {
        for (var type : x.calleeDocument().path("resourceTypes"))
            if (Texts.of(type.path("name")).equals(x.text("resourceType"))) return type;
        return MissingNode.getInstance();
    }

    /** A file for a user by webdav can be sent to everybody. */
    private static boolean usual(Seen x) {
        return x.text("resourceType").equals("file")
                && x.text("shareType").equals("user")
                && (offered(x).isEmpty() || offered(x).equals(List.of("webdav")));
    }

    private static String unadvertised(Seen x) {
        if (x.calleeDocument().isMissingNode()
                || usual(x)
                || x.text("resourceType").isEmpty()) return FINE;
        var type = type(x);
        if (type.isMissingNode()) return "a " + Texts.quoted(x.text("resourceType")) + " that is not advertised";
        var wrong = wrongShareType(x);
        if (!wrong.isEmpty() || type.path("protocols").isEmpty()) return wrong;
        for (var protocol : offered(x)) {
            var known = type.path("protocols").has(protocol + "-receive")
                    || !newer(x) && type.path("protocols").has(protocol);
            if (!known) return Texts.quoted(protocol) + " that is not advertised for receiving";
        }
        return FINE;
    }

    /** Before 1.4 one entry stood for both directions. */
    private static boolean newer(Seen x) {
        return Versions.announced(x.calleeDocument())
                .filter(v -> v.since(Version.V1_4))
                .isPresent();
    }

    private static String wrongShareType(Seen x) {
        var type = type(x);
        if (type.isMissingNode() || usual(x) || x.text("shareType").isEmpty()) return FINE;
        return unless(
                Texts.holds(type.path("shareTypes"), x.text("shareType")),
                () -> "a share of type " + Texts.quoted(x.text("shareType")) + " that is not advertised");
    }

    private static String leaked(JsonNode protocol) {
        var secret = Texts.of(protocol.path("sharedSecret"));
        return unless(
                secret.length() < 8 || !Texts.of(protocol.path("uri")).contains(secret), "the uri holds the secret");
    }

    private static String targets(Seen x) {
        if (x.calleeDocument().isMissingNode()) return FINE;
        var known = type(x).path("protocols").path("webapp-receive").path("targets");
        if (!known.isArray()) return FINE;
        for (var target : Texts.all(protocol(x, "webapp").path("targets")))
            if (!Texts.holds(known, target)) return "target " + Texts.quoted(target);
        return FINE;
    }

    private static String disagreeing(Seen x) {
        var offered = offered(x).stream()
                .filter(p -> List.of("webdav", "webapp").contains(p))
                .toList();
        for (var protocol : offered)
            if (!same(requirements(x, protocol), requirements(x, offered.getFirst()))) return "requirements differ";
        return FINE;
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return new TreeSet<>(Texts.all(one)).equals(new TreeSet<>(Texts.all(other)));
    }

    private static String crate(Seen x, boolean text) {
        var value = x.message().path("protocol").path("embedded");
        if (!x.text("resourceType").equals("ro-crate") || value.isMissingNode()) return FINE;
        return unless(text ? !value.isString() : value.isObject(), () -> "a " + Texts.type(value));
    }
}
