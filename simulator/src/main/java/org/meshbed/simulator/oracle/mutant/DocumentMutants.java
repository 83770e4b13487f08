package org.meshbed.simulator.oracle.mutant;

import static org.meshbed.simulator.oracle.mutant.Changes.DISCOVERY;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** Servers that say something wrong of themselves, or do not do what they say. */
final class DocumentMutants {

    private DocumentMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of(
                        "there is no discovery document",
                        "ADDR-01 ROLE-01",
                        Changes.reply(DISCOVERY, _ -> WireReply.text(404, "not here"))),
                Mutant.of(
                        "the discovery document is a page",
                        "DISC-09",
                        Changes.reply(DISCOVERY, _ -> WireReply.text(200, "<html>"))),
                Mutant.of(
                        "the discovery document is a list",
                        "DISC-09",
                        Changes.reply(DISCOVERY, _ -> WireReply.json(200, bytes("[]")))),
                document("no enabled", "DISC-10", doc -> doc.remove("enabled")),
                document("enabled is a text", "DISC-10", doc -> doc.put("enabled", "yes")),
                document("no apiVersion", "DISC-11", doc -> doc.remove("apiVersion")),
                document("apiVersion is a number", "DISC-11", doc -> doc.put("apiVersion", 1.5)),
                document("no endPoint", "DISC-12", doc -> doc.remove("endPoint")),
                document("endPoint is a path", "DISC-12", doc -> doc.put("endPoint", "/ocm")),
                document("no resourceTypes", "DISC-14", doc -> doc.remove("resourceTypes")),
                document("resourceTypes is an object", "DISC-14", doc -> doc.putObject("resourceTypes")),
                document("no resource type", "DISC-16", doc -> doc.putArray("resourceTypes")),
                document(
                        "a resource type without a name",
                        "DISC-15 YAML-13",
                        doc -> type(doc, 1).remove("name")),
                document(
                        "a resource type without share types",
                        "DISC-15 YAML-13",
                        doc -> type(doc, 1).remove("shareTypes")),
                document(
                        "a resource type without protocols",
                        "DISC-15 YAML-13",
                        doc -> type(doc, 1).remove("protocols")),
                document(
                        "a resource type with no protocol",
                        "YAML-13",
                        doc -> type(doc, 1).putObject("protocols")),
                document("a resource type twice", "DISC-17", doc -> type(doc, 1).put("name", "file")),
                document(
                        "a resource type for groups only",
                        "DISC-18",
                        doc -> type(doc, 1).putArray("shareTypes").add("group")),
                document(
                        "files without webdav", "DISC-19", doc -> protocols(doc).remove("webdav")),
                document(
                        "files without webdav-receive",
                        "YAML-07",
                        doc -> protocols(doc).remove("webdav-receive")),
                document(
                        "webdav-receive of a third kind",
                        "DISC-21",
                        doc -> protocols(doc).putObject("webdav-receive").put("uri", "either")),
                document("web apps with a path", "DEF-07", doc -> protocols(doc).put("webapp", "/app")),
                document("ssh without a port", "DEF-07", doc -> protocols(doc).put("ssh", "alpha.example")),
                document(
                        "an unknown target of web apps",
                        "DEF-07",
                        doc -> protocols(doc)
                                .putObject("webapp-receive")
                                .putArray("targets")
                                .add("popup")),
                document(
                        "no target of web apps",
                        "YAML-05",
                        doc -> protocols(doc).putObject("webapp-receive").putArray("targets")),
                document("federated groups without notifications", "MLS-01", doc -> {
                    ((ArrayNode) type(doc, 0).get("shareTypes")).add("federation");
                    doc.putArray("capabilities").add("protocol-object");
                }),
                document("invites without a place to accept them", "DISC-37", doc -> {
                    doc.remove("inviteAcceptDialog");
                    doc.putArray("capabilities").add("invites").add("notifications");
                }),
                document("signatures without keys", "DISC-42", doc -> {
                    can(doc, "http-sig");
                    doc.remove("jwksUri");
                }),
                document("keys in the open", "DISC-40", doc -> doc.put("jwksUri", "http://alpha.example/keys")),
                document("token exchange without a place", "DISC-45", doc -> {
                    can(doc, "exchange-token");
                    doc.remove("tokenEndPoint");
                }),
                document("token exchange demanded and not offered", "DISC-32 DEF-10", doc -> {
                    doc.putArray("criteria").add("must-exchange-token");
                    doc.putArray("capabilities").add("notifications");
                }),
                document("token exchange demanded and not insisted on", "DEF-10", doc -> {
                    exchanges(doc);
                    doc.putArray("criteria").add("must-exchange-token");
                }),
                document(
                        "signatures demanded and not insisted on",
                        "SIG-06 DEF-09",
                        doc -> doc.putArray("criteria").add("must-use-http-sig")),
                document(
                        "an invite demanded and not insisted on",
                        "DISC-35",
                        doc -> doc.putArray("criteria").add("must-invite")),
                keys("no keys", "SIG-01", WireReply.text(404, "not here")),
                keys("keys are a text", "SIG-01", WireReply.json(200, bytes("{\"keys\":\"none\"}"))),
                keys("a key without kid", "SIG-21", key("{\"kty\":\"OKP\",\"alg\":\"Ed25519\"}")),
                keys("a key without alg", "SIG-22", key("{\"kty\":\"OKP\",\"kid\":\"k1\"}")),
                keys(
                        "a key of no known alg",
                        "SIG-23",
                        key("{\"kid\":\"k1\",\"alg\":\"ROT13\"},{\"kid\":\"k2\",\"alg\":\"Ed25519\"}")),
                keys(
                        "a shared key",
                        "SIG-23 SIG-27",
                        key("{\"kid\":\"k1\",\"alg\":\"HS256\"},{\"kid\":\"k2\",\"alg\":\"Ed25519\"}")),
                keys("a key without a curve", "SIG-24", key("{\"kid\":\"k1\",\"alg\":\"EdDSA\"}")),
                keys("no key for the first choice", "SIG-25", key("{\"kid\":\"k1\",\"alg\":\"RS256\"}")));
    }

    static Mutant document(String name, String breaks, Consumer<ObjectNode> change) {
        return Mutant.of("discovery: " + name, breaks, Changes.answer(DISCOVERY, change));
    }

    private static Mutant keys(String name, String breaks, WireReply keys) {
        var served = new Change() {
            @Override
            public WireAnswer answering(WireRequest request, Answering usual) {
                return request.path().equals("/keys") ? keys : usual.answer(request);
            }
        };
        return Mutant.of("keys: " + name, breaks, Changes.both(served, Changes.answer(DISCOVERY, doc -> {
            can(doc, "http-sig");
            doc.put("jwksUri", keysOf(doc));
        })));
    }

    private static WireReply key(String key) {
        return WireReply.json(200, bytes("{\"keys\":[" + key + "]}"));
    }

    private static byte[] bytes(String json) {
        try {
            return Json.bytes(Json.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (Json.NotJson e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** Where a mutant shows keys, whatever it is called. */
    static String keysOf(ObjectNode document) {
        return document.path("endPoint").asText().replaceFirst("^(https?://[^/]+).*", "$1/keys");
    }

    static void can(ObjectNode document, String capability) {
        document.withArray("capabilities").add(capability);
    }

    /** It says that it can exchange tokens. */
    static void exchanges(ObjectNode document) {
        can(document, "exchange-token");
        document.put("tokenEndPoint", document.path("endPoint").asText() + "/token");
    }

    static ObjectNode type(ObjectNode document, int number) {
        return (ObjectNode) document.get("resourceTypes").get(number);
    }

    static ObjectNode protocols(ObjectNode document) {
        return (ObjectNode) type(document, 0).get("protocols");
    }
}
