package org.meshbed.scenarios.conform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.meshbed.nodes.protocol.Json;

/** Right messages of the peer, written by hand, for probes to spoil. */
final class Messages {
    private final Peer peer;
    private final String recipient;
    private int ids;

    /** @param recipient the address of a party at the server under test */
    Messages(Peer peer, String recipient) {
        this.peer = peer;
        this.recipient = recipient;
    }

    /** A file of mallory's for the party, under a new id. */
    ObjectNode share() {
        var id = "conform-share-" + ++ids;
        var share = Json.object()
                .put("shareWith", recipient)
                .put("name", "song-" + ids)
                .put("providerId", id)
                .put("owner", peer.address())
                .put("sender", peer.address())
                .put("shareType", "user")
                .put("resourceType", "file");
        var webdav = share.putObject("protocol").put("name", "multi").putObject("webdav");
        webdav.put("uri", id).put("sharedSecret", "secret-of-" + id);
        webdav.putArray("permissions").add("read");
        return share;
    }

    static ObjectNode webdav(ObjectNode share) {
        return (ObjectNode) share.get("protocol").get("webdav");
    }

    /** Makes it a share of a web app alone, which nothing is wrong with. */
    ObjectNode webapp(ObjectNode share) {
        var webapp = share.putObject("protocol").put("name", "multi").putObject("webapp");
        webapp.put("uri", "https://" + peer.host() + "/app").put("sharedSecret", "secret-of-the-app");
        webapp.putArray("targets").add("blank");
        webapp.putArray("permissions").add("view");
        webapp.putArray("requirements").add("must-exchange-token");
        return webapp;
    }

    ObjectNode notification(String type, String id) {
        var message = Json.object()
                .put("notificationType", type)
                .put("senderDomain", peer.host().toString())
                .put("resourceType", "file")
                .put("shareType", "user");
        message.putObject("notification").putObject("file").put("providerId", id);
        return message;
    }

    /** Asks for something that is not there. */
    ObjectNode request() {
        var message = notification("REQUEST_SHARE", "none");
        message.remove("shareType");
        var file = message.putObject("notification").putObject("file");
        file.put("owner", recipient).put("shareWith", peer.address()).put("shareId", "no-such-thing");
        file.putArray("permissions").add("read");
        return message;
    }

    /** The acceptance of an invite by mallory. */
    ObjectNode acceptance(String token) {
        return Json.object()
                .put("recipientProvider", peer.host().toString())
                .put("token", token)
                .put("userID", Peer.USER)
                .put("email", "mallory@mail.example")
                .put("name", "Mallory");
    }
}
