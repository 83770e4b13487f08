package org.meshbed.scenarios.conform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.scenarios.state.StrangerKey;

/** The discovery document of a peer, right in everything; roles and probes change it. */
final class PeerDocument {
    private static final List<String> TYPES = List.of("file", "folder");

    private PeerDocument() {}

    static ObjectNode of(Origin origin, String api) {
        var document = Json.object()
                .put("enabled", true)
                .put("apiVersion", "1.5.0")
                .put("endPoint", origin + api)
                .put("provider", "Meshbed");
        var types = document.putArray("resourceTypes");
        for (var name : TYPES) {
            var type = types.addObject().put("name", name);
            type.putArray("shareTypes").add("user").add("group");
            var protocols = type.putObject("protocols").put("webdav", PeerSite.DATA + "/");
            protocols.putObject("webdav-receive").put("uri", "relative");
        }
        document.putArray("capabilities").add("invites").add("notifications").add("protocol-object");
        document.putArray("criteria");
        document.put("inviteAcceptDialog", origin + "/accept");
        return document;
    }

    /** Signs, and shows its key in the manner of every version that has signatures. */
    static void signs(ObjectNode document, Origin origin, StrangerKey key) {
        can(document, "http-sig");
        document.put("jwksUri", document.path("endPoint").asText() + "/keys");
        document.putObject("publicKey").put("keyId", oldName(origin)).put("publicKeyPem", key.pem());
    }

    /** The name of its key in version 1.2. */
    static String oldName(Origin origin) {
        return origin + "/ocm#signature";
    }

    static void can(ObjectNode document, String capability) {
        var capabilities = document.withArray("capabilities");
        for (var known : capabilities) if (known.asText().equals(capability)) return;
        capabilities.add(capability);
    }

    /** Exchanges secrets for tokens. */
    static void exchanges(ObjectNode document) {
        can(document, "exchange-token");
        document.put("tokenEndPoint", document.path("endPoint").asText() + "/token");
    }
}
