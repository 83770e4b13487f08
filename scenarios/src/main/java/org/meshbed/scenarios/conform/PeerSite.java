package org.meshbed.scenarios.conform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.scenarios.state.Seal;
import org.meshbed.scenarios.state.StrangerKey;

/** What a peer answers: a discovery document, 201 to right shares and notifications, tokens, files. */
final class PeerSite {
    static final String DATA = "/odd/files";
    private static final List<String> DISCOVERY = List.of("/.well-known/ocm", "/ocm-provider", "/ocm-provider/");
    private static final List<String> MEMBERS =
            List.of("shareWith", "name", "providerId", "owner", "shareType", "resourceType", "protocol");
    private static final List<String> TYPES = List.of("file", "folder");
    private static final List<String> KINDS = List.of("user", "group");
    private static final byte[] CONTENT = "from the peer".getBytes(StandardCharsets.UTF_8);

    private static final String WELL_KNOWN_KEYS = "/.well-known/jwks.json";

    private final Role role;
    private final Supplier<ObjectNode> document;
    private final StrangerKey key;
    private final Consumer<MessageView> shares;

    /** @param shares is told what was announced */
    PeerSite(Role role, Supplier<ObjectNode> document, StrangerKey key, Consumer<MessageView> shares) {
        this.role = role;
        this.document = document;
        this.key = key;
        this.shares = shares;
    }

    WireReply answer(WireRequest request) {
        var path = request.path();
        if (DISCOVERY.contains(path)) return json(200, document.get());
        if (path.equals(WELL_KNOWN_KEYS)) return json(200, keys());
        return switch (path.startsWith(role.api()) ? path.substring(role.api().length()) : path) {
            case "/shares" -> share(message(request));
            case "/notifications" -> WireReply.empty(201);
            case "/invite-accepted" -> json(200, identity());
            case "/token" -> json(200, token());
            case "/keys" -> json(200, keys());
            default -> path.startsWith(DATA + "/") ? file(request) : WireReply.text(404, "not here");
        };
    }

    private WireReply share(MessageView share) {
        if (!MEMBERS.stream().allMatch(share::has)) return refusal(400, "INVALID_REQUEST");
        if (!TYPES.contains(text(share, "resourceType"))) return refusal(501, "RESOURCE_TYPE_NOT_SUPPORTED");
        if (!KINDS.contains(text(share, "shareType"))) return refusal(501, "SHARE_TYPE_NOT_SUPPORTED");
        if (role.needsInvite()) return refusal(403, "INVITE_REQUIRED");
        shares.accept(share);
        return json(201, Json.object().put("recipientDisplayName", "Mallory"));
    }

    private static WireReply refusal(int status, String message) {
        return json(status, Json.object().put("message", message));
    }

    private static String text(MessageView message, String member) {
        return message.text(member).value().orElse("");
    }

    private static MessageView message(WireRequest request) {
        try {
            return MessageView.of(Json.read(request.body() instanceof Body.Bytes(var bytes) ? bytes : new byte[0]));
        } catch (Json.NotJson e) {
            return MessageView.empty();
        }
    }

    private static ObjectNode identity() {
        return Json.object()
                .put("userID", Peer.USER)
                .put("email", "mallory@mail.example")
                .put("name", "Mallory");
    }

    private static ObjectNode token() {
        return Json.object()
                .put("access_token", Peer.TOKEN)
                .put("token_type", "Bearer")
                .put("expires_in", 3600);
    }

    /** Its key, and one that nothing can be verified with. */
    private ObjectNode keys() {
        var keys = Json.object();
        keys.putArray("keys")
                .add(key.jwk())
                .add(key.named(key.kid() + Seal.USELESS_KEY).jwk().without("alg"));
        return keys;
    }

    /** Enough of WebDAV to be listed and read; whatever has a dot in its name is a file. */
    private static WireReply file(WireRequest request) {
        if (!request.method().equals("PROPFIND"))
            return WireReply.of(200, Headers.of("Content-Type", "application/octet-stream"), Body.of(CONTENT));
        return WireReply.of(
                207, Headers.of("Content-Type", "application/xml; charset=utf-8"), Body.of(listing(request.path())));
    }

    static String listing(String path) {
        var folder = path.contains("folder") && !path.contains(".");
        return "<?xml version=\"1.0\"?><d:multistatus xmlns:d=\"DAV:\">"
                + response(path, folder ? "<d:resourcetype><d:collection/></d:resourcetype>" : "<d:resourcetype/>")
                + (folder ? response(path + "/a.txt", "<d:resourcetype/>") : "") + "</d:multistatus>";
    }

    private static String response(String path, String kind) {
        return "<d:response><d:href>" + path + "</d:href><d:propstat><d:prop>" + kind + "<d:getcontentlength>"
                + CONTENT.length + "</d:getcontentlength></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat>"
                + "</d:response>";
    }

    private static WireReply json(int status, ObjectNode body) {
        return WireReply.json(status, Json.bytes(body));
    }
}
