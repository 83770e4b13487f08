package org.meshbed.scenarios.conform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicInteger;
import org.meshbed.nodes.protocol.Json;

/** Right messages of the peer, written by hand, for probes to spoil. */
final class Messages {
    private final Peer peer;
    private final String recipient;
    private final boolean exchanged;
    private final AtomicInteger ids;

    /**
     * @param recipient the address of a party at the server under test
     * @param exchanged whether that server takes no share but those whose secret is to be exchanged for a token
     */
    Messages(Peer peer, String recipient, boolean exchanged) {
        this(peer, recipient, exchanged, new AtomicInteger());
    }

    private Messages(Peer peer, String recipient, boolean exchanged, AtomicInteger ids) {
        this.peer = peer;
        this.recipient = recipient;
        this.exchanged = exchanged;
        this.ids = ids;
    }

    /** The same of another peer; no two share ids or names. */
    Messages of(Peer other) {
        return new Messages(other, recipient, exchanged, ids);
    }

    Peer peer() {
        return peer;
    }

    /** A file of mallory's for the party, under a new id. */
    ObjectNode share() {
        var number = ids.incrementAndGet();
        var id = "conform-share-" + number;
        var share = Json.object()
                .put("shareWith", recipient)
                .put("name", "song-" + number)
                .put("providerId", id)
                .put("owner", peer.address())
                .put("sender", peer.address())
                .put("shareType", "user")
                .put("resourceType", "file");
        var webdav = share.putObject("protocol").put("name", "multi").putObject("webdav");
        webdav.put("uri", id).put("sharedSecret", "secret-of-" + id);
        webdav.putArray("permissions").add("read");
        if (exchanged) webdav.putArray("requirements").add("must-exchange-token");
        return share;
    }

    String recipient() {
        return recipient;
    }

    /** A folder; the peer has a file {@code a.txt} in it. */
    ObjectNode folder() {
        var share = share().put("resourceType", "folder");
        webdav(share).put("uri", "folder-" + share.path("providerId").asText());
        return share;
    }

    /** A file at an absolute uri. */
    ObjectNode atUri() {
        var share = share();
        webdav(share)
                .put(
                        "uri",
                        peer.origin() + PeerSite.DATA + "/whole/"
                                + share.path("providerId").asText());
        return share;
    }

    /** A file in the words of version 1.0. */
    ObjectNode old() {
        var share = share();
        var secret = webdav(share).path("sharedSecret").asText();
        var options = share.putObject("protocol").put("name", "webdav").putObject("options");
        options.put("sharedSecret", secret).put("permissions", "any");
        return share;
    }

    /** A file whose owner is at another server, with another secret in the old place. */
    ObjectNode ownedBy(String owner) {
        var share = share().put("owner", owner);
        ((ObjectNode) share.get("protocol")).putObject("options").put("sharedSecret", "not-this-secret");
        return share;
    }

    /** A file whose secret is to be exchanged for a token. */
    ObjectNode exchanged() {
        var share = share();
        webdav(share).putArray("requirements").add("must-exchange-token");
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

    /** The same without shareType, which may be left out. */
    ObjectNode untyped(String type, String id) {
        var message = notification(type, id);
        message.remove("shareType");
        return message;
    }

    static ObjectNode file(ObjectNode message) {
        return (ObjectNode) message.get("notification").get("file");
    }

    /** Asks for something that is not there. */
    ObjectNode request() {
        return request("no-such-thing");
    }

    /** Asks for something of the party's. */
    ObjectNode request(String resource) {
        var message = notification("REQUEST_SHARE", "none");
        message.remove("shareType");
        var file = message.putObject("notification").putObject("file");
        file.put("owner", recipient).put("shareWith", peer.address()).put("shareId", resource);
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
