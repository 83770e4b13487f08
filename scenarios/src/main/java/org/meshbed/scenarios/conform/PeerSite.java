package org.meshbed.scenarios.conform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** What the peer answers: a discovery document, 201 to shares and notifications, files at whatever path is asked for. */
final class PeerSite {
    static final String API = "/peer/api";
    static final String DATA = "/peer/files";
    private static final List<String> DISCOVERY = List.of("/.well-known/ocm", "/ocm-provider", "/ocm-provider/");
    private static final List<String> MEMBERS =
            List.of("shareWith", "name", "providerId", "owner", "shareType", "resourceType", "protocol");
    private static final byte[] CONTENT = "from the peer".getBytes(StandardCharsets.UTF_8);

    private final Origin origin;
    private final Consumer<MessageView> shares;

    PeerSite(Origin origin, Consumer<MessageView> shares) {
        this.origin = origin;
        this.shares = shares;
    }

    WireReply answer(WireRequest request) {
        var path = request.path();
        if (DISCOVERY.contains(path)) return json(200, document());
        return switch (path) {
            case API + "/shares" -> share(request);
            case API + "/notifications" -> WireReply.empty(201);
            case API + "/invite-accepted" -> json(200, identity());
            default -> path.startsWith(DATA + "/") ? file(request) : WireReply.text(404, "not here");
        };
    }

    private WireReply share(WireRequest request) {
        var share = message(request);
        if (!MEMBERS.stream().allMatch(share::has))
            return json(400, Json.object().put("message", "INVALID_REQUEST"));
        shares.accept(share);
        return json(201, Json.object().put("recipientDisplayName", "Mallory"));
    }

    private static MessageView message(WireRequest request) {
        try {
            return MessageView.of(Json.read(request.body() instanceof Body.Bytes(var bytes) ? bytes : new byte[0]));
        } catch (Json.NotJson e) {
            return MessageView.empty();
        }
    }

    private ObjectNode document() {
        var document = Json.object()
                .put("enabled", true)
                .put("apiVersion", "1.5.0")
                .put("endPoint", origin + API)
                .put("provider", "Meshbed");
        var types = document.putArray("resourceTypes");
        for (var name : List.of("file", "folder")) {
            var type = types.addObject().put("name", name);
            type.putArray("shareTypes").add("user").add("group");
            var protocols = type.putObject("protocols").put("webdav", DATA + "/");
            protocols.putObject("webdav-receive").put("uri", "relative");
        }
        document.putArray("capabilities").add("invites").add("notifications").add("protocol-object");
        document.putArray("criteria");
        document.put("inviteAcceptDialog", origin + "/accept");
        return document;
    }

    private static ObjectNode identity() {
        return Json.object()
                .put("userID", Peer.USER)
                .put("email", "mallory@mail.example")
                .put("name", "Mallory");
    }

    /** Enough of WebDAV to be listed and read. */
    private static WireReply file(WireRequest request) {
        if (!request.method().equals("PROPFIND"))
            return WireReply.of(200, Headers.of("Content-Type", "application/octet-stream"), Body.of(CONTENT));
        var xml = "<?xml version=\"1.0\"?><d:multistatus xmlns:d=\"DAV:\"><d:response><d:href>" + request.path()
                + "</d:href><d:propstat><d:prop><d:resourcetype/><d:getcontentlength>" + CONTENT.length
                + "</d:getcontentlength></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>"
                + "</d:multistatus>";
        return WireReply.of(207, Headers.of("Content-Type", "application/xml; charset=utf-8"), Body.of(xml));
    }

    private static WireReply json(int status, ObjectNode body) {
        return WireReply.json(status, Json.bytes(body));
    }
}
