package org.meshbed.simulator.oracle;

import static org.meshbed.simulator.oracle.Check.FINE;
import static org.meshbed.simulator.oracle.Check.callee;
import static org.meshbed.simulator.oracle.Check.caller;
import static org.meshbed.simulator.oracle.Check.unless;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.meshbed.nodes.identity.Scheme;
import tools.jackson.databind.JsonNode;

/** What a discovery document says beyond its shape, and how it is asked for. */
final class DiscoveryChecks {
    private static final String WELL_KNOWN = "/.well-known/ocm";
    private static final String LEGACY = "/ocm-provider";
    private static final int UNAVAILABLE = 503;

    private DiscoveryChecks() {}

    static List<Check> all() {
        return List.of(
                callee(
                        Kind.DISCOVERY,
                        "OCM-ADDR-01 OCM-ROLE-01",
                        "the discovery document at " + WELL_KNOWN,
                        x -> x.path().equals(WELL_KNOWN) ? served(x) : FINE),
                callee(
                        Kind.DISCOVERY,
                        "OCM-DISC-09",
                        "a JSON object with the document's members",
                        x -> unless(x.status() != 200 || x.answer().isObject(), "a body that is no JSON object")),
                callee(Kind.DISCOVERY, "OCM-DISC-17", "each resource type once", document(DiscoveryChecks::doubles)),
                callee(
                        Kind.DISCOVERY,
                        "OCM-DISC-19",
                        "webdav for files",
                        document(doc ->
                                ofFile(doc, protocols -> unless(protocols.has("webdav"), "file without webdav")))),
                callee(
                        Kind.DISCOVERY,
                        "OCM-YAML-07",
                        "webdav-receive for files",
                        document(doc -> ofFile(
                                doc,
                                protocols -> unless(protocols.has("webdav-receive"), "file without webdav-receive")))),
                callee(
                        Kind.DISCOVERY,
                        "OCM-DISC-32",
                        "the capability exchange-token beside the criterion",
                        document(doc -> unless(
                                !demands(doc, "must-exchange-token") || can(doc, "exchange-token"),
                                "criterion must-exchange-token without the capability exchange-token"))),
                callee(
                        Kind.DISCOVERY,
                        "OCM-DISC-37",
                        "inviteAcceptDialog beside the capability invites",
                        document(doc -> unless(
                                !can(doc, "invites") || doc.has("inviteAcceptDialog"),
                                "capability invites without inviteAcceptDialog"))),
                callee(
                        Kind.DISCOVERY,
                        "OCM-DISC-42",
                        "jwksUri beside the capability http-sig",
                        document(doc -> unless(
                                !can(doc, "http-sig") || doc.has("jwksUri"), "capability http-sig without jwksUri"))),
                callee(
                        Kind.DISCOVERY,
                        "OCM-DISC-45",
                        "tokenEndPoint beside the capability exchange-token",
                        document(doc -> unless(
                                !can(doc, "exchange-token") || doc.has("tokenEndPoint"),
                                "capability exchange-token without tokenEndPoint"))),
                callee(Kind.DISCOVERY, "OCM-LEG-03", "keyId at the host of the document", DiscoveryChecks::keyHost),
                callee(
                        Kind.DISCOVERY,
                        "OCM-LEG-09",
                        "the resource type file",
                        document(doc -> unless(
                                !doc.path("resourceTypes").isArray() || hasType(doc, "file"),
                                "no resource type file"))),
                callee(Kind.DISCOVERY, "OCM-LEG-01", "the same document at both paths", DiscoveryChecks::bothPaths),
                callee(
                        Kind.DISCOVERY,
                        "OCM-MLS-01",
                        "a way to take notifications beside share type federation",
                        document(doc -> unless(
                                !federates(doc) || can(doc, "notifications"),
                                "share type federation without the capability notifications"))),
                caller(Kind.DISCOVERY, "OCM-DISC-07", "GET https://<host>" + WELL_KNOWN + " first", x -> asked(x)),
                caller(Kind.DISCOVERY, "OCM-LEG-02", WELL_KNOWN + " first, then " + LEGACY, x -> legacyFirst(x)));
    }

    private static Function<Seen, String> document(Function<JsonNode, String> look) {
        return x -> x.status() == 200 && x.answer().isObject() ? look.apply(x.answer()) : FINE;
    }

    /** A server that is down for a while proves nothing. */
    private static String served(Seen x) {
        if (x.disturbed()
                || x.status() == 0
                || x.status() == UNAVAILABLE
                || !x.request().method().equals("GET")) return FINE;
        return unless(x.status() == 200, () -> "status " + x.status());
    }

    private static String doubles(JsonNode doc) {
        var names = new ArrayList<String>();
        for (var type : doc.path("resourceTypes")) {
            var name = Texts.of(type.path("name"));
            if (names.contains(name)) return "two resource types " + Texts.quoted(name);
            names.add(name);
        }
        return FINE;
    }

    private static String ofFile(JsonNode doc, Function<JsonNode, String> look) {
        for (var type : doc.path("resourceTypes"))
            if (Texts.of(type.path("name")).equals("file")
                    && type.path("protocols").isObject()) return look.apply(type.path("protocols"));
        return FINE;
    }

    private static boolean hasType(JsonNode doc, String name) {
        for (var type : doc.path("resourceTypes"))
            if (Texts.of(type.path("name")).equals(name)) return true;
        return false;
    }

    private static boolean federates(JsonNode doc) {
        for (var type : doc.path("resourceTypes")) if (Texts.holds(type.path("shareTypes"), "federation")) return true;
        return false;
    }

    static boolean can(JsonNode doc, String capability) {
        return Texts.holds(doc.path("capabilities"), capability);
    }

    static boolean demands(JsonNode doc, String criterion) {
        return Texts.holds(doc.path("criteria"), criterion);
    }

    private static String keyHost(Seen x) {
        var keyId = Texts.of(x.answer().path("publicKey").path("keyId"));
        if (!Paths.absolute(keyId)) return FINE; // a bare host with a fragment is in use as well
        return unless(Paths.authority(keyId).equals(x.authority()), () -> "keyId " + Texts.quoted(keyId));
    }

    private static String bothPaths(Seen x) {
        if (x.status() == 200) {
            var other = x.known().documentAt(x.authority());
            var differs = other.isObject() && x.answer().isObject() && !other.equals(x.answer());
            var changed = differs
                    && x.known()
                            .pathOf(x.authority())
                            .filter(p -> !p.equals(x.path()))
                            .isPresent();
            return unless(!changed, "another document than at the other path");
        }
        return x.path().equals(LEGACY) ? served(x) : FINE;
    }

    private static String asked(Seen x) {
        if (!x.request().method().equals("GET")) return x.request().method();
        if (x.path().equals(LEGACY)) return legacyFirst(x);
        return FINE;
    }

    private static String legacyFirst(Seen x) {
        if (!x.path().equals(LEGACY) || x.to().scheme() != Scheme.HTTPS) return FINE;
        return unless(x.known().hasAsked(x.caller(), x.authority(), WELL_KNOWN), () -> LEGACY + " first");
    }
}
