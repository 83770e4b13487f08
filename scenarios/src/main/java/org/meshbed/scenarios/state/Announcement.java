package org.meshbed.scenarios.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.Optional;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.protocol.Json;

/** A share of a foreign server as it is announced: right in everything, unless a sentence changes it. */
public final class Announcement {
    private final String file;
    private final String id;
    private final String secret;
    private final ObjectNode message;

    Announcement(String server, Origin origin, String file, String recipient, int number) {
        this.file = file;
        this.id = server + "-share-" + number;
        this.secret = "secret-of-" + server + "-" + number;
        var sender = "mallory@" + origin.host();
        message = Json.object()
                .put("shareWith", recipient)
                .put("name", file)
                .put("providerId", id)
                .put("owner", sender)
                .put("ownerDisplayName", "Mallory")
                .put("sender", sender)
                .put("senderDisplayName", "Mallory")
                .put("shareType", "user")
                .put("resourceType", "file");
        var webdav = message.putObject("protocol").put("name", "multi").putObject("webdav");
        webdav.put("uri", id)
                .put("sharedSecret", secret)
                .putArray("permissions")
                .add("read");
    }

    public String file() {
        return file;
    }

    public String id() {
        return id;
    }

    public String secret() {
        return secret;
    }

    public byte[] bytes() {
        return Json.bytes(message);
    }

    public Announcement without(ShareField field) {
        field.holder(message).remove(field.key());
        return this;
    }

    public Announcement withNumber(ShareField field) {
        field.holder(message).set(field.key(), IntNode.valueOf(7));
        return this;
    }

    public Announcement with(ShareField field, String text) {
        if (field == ShareField.PROTOCOL) return protocol(Optional.of(text));
        var list = field == ShareField.REQUIREMENT;
        JsonNode value = list ? Json.mapper().createArrayNode().add(text) : TextNode.valueOf(text);
        field.holder(message).set(field.key(), value);
        return this;
    }

    /** Only this way to the file is offered, or none at all. */
    public Announcement protocol(Optional<String> only) {
        var protocol = message.putObject("protocol").put("name", "multi");
        only.ifPresent(name -> protocol.putObject(name).put("uri", id).put("sharedSecret", secret));
        return this;
    }

    public Announcement ends(Instant at) {
        message.put("expiration", at.getEpochSecond());
        return this;
    }

    /** Announced under the id of another share. */
    public Announcement under(Announcement other) {
        message.put("providerId", other.id());
        return this;
    }

    /** As a server of version 1.0 would have sent it; what was changed of it stays changed. */
    public Announcement asFrom10() {
        if (message.path("protocol").path("webdav") instanceof ObjectNode webdav) {
            var options = message.putObject("protocol").put("name", "webdav").putObject("options");
            if (webdav.has("sharedSecret")) options.set("sharedSecret", webdav.get("sharedSecret"));
            options.put("permissions", "{http://open-cloud-mesh.org/ns}share-permissions");
        }
        return this;
    }

    /** In the words of version 1.0: the secret among the options of the one protocol there is. */
    public Announcement inTheFormOf10() {
        var options = message.putObject("protocol").put("name", "webdav").putObject("options");
        options.put("sharedSecret", secret).put("permissions", "{http://open-cloud-mesh.org/ns}share-permissions");
        return this;
    }
}
