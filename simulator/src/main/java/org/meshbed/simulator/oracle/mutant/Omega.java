package org.meshbed.simulator.oracle.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.meshbed.nodes.http.Site;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.world.Foreign;
import org.meshbed.simulator.world.World;

/** A stranger that answers rightly at unusual places, and sends whatever it is told to. */
final class Omega implements Site {
    static final String API = "/odd/api";
    static final String DATA = "/odd/files";
    static final String TOKENS = "/odd/token";
    /** As the name of the provider: its tokens last for five seconds. */
    static final String FORGETS = "Omega, which forgets";
    /** As the name of the provider: it gives no tokens. */
    static final String REFUSES_TOKENS = "Omega, which gives no tokens";
    /** As the name of the provider: it refuses every share. */
    static final String REFUSES = "Omega, which refuses";

    private static final Headers JSON = Headers.of("Content-Type", "application/json");
    private static final List<String> MEMBERS =
            List.of("shareWith", "name", "providerId", "owner", "shareType", "resourceType", "protocol");
    private static final List<String> TYPES = List.of("file", "folder");
    private static final List<String> KINDS = List.of("user", "group");
    private static final byte[] CONTENT = "from omega".getBytes(StandardCharsets.UTF_8);

    private final String version;
    private final Consumer<ObjectNode> otherwise;
    private final Foreign foreign;
    private final List<MessageView> got = new ArrayList<>();
    private int ids;

    /** @param otherwise what is changed of its discovery document */
    Omega(World world, String version, Consumer<ObjectNode> otherwise) {
        this.version = version;
        this.otherwise = otherwise;
        this.foreign = world.addForeign("omega", this);
    }

    /** The shares it has got. */
    List<MessageView> got() {
        return List.copyOf(got);
    }

    /** A right announcement of something of mallory's for alice at alpha. */
    ObjectNode share(String resourceType) {
        var id = "omega-share-" + ++ids;
        var share = Json.object()
                .put("shareWith", "alice@alpha.example")
                .put("name", "song-" + ids)
                .put("providerId", id)
                .put("owner", "mallory@omega.example")
                .put("sender", "mallory@omega.example")
                .put("shareType", "user")
                .put("resourceType", resourceType);
        var webdav = share.putObject("protocol").put("name", "multi").putObject("webdav");
        webdav.put("uri", id).put("sharedSecret", "secret-of-" + id);
        webdav.putArray("permissions").add("read");
        return share;
    }

    ObjectNode share(String resourceType, Consumer<ObjectNode> change) {
        var share = share(resourceType);
        change.accept(share);
        return share;
    }

    Exchange get(Origin to, String target) {
        return foreign.send(to, WireRequest.get(target, Headers.NONE));
    }

    Exchange get(Origin to, String target, Headers headers) {
        return foreign.send(to, WireRequest.get(target, headers));
    }

    Exchange send(Origin to, WireRequest request) {
        return foreign.send(to, request);
    }

    Exchange get(Origin to, String target, String secret) {
        return foreign.send(to, WireRequest.get(target, Headers.of("Authorization", "Bearer " + secret)));
    }

    /** Looks itself up, so that everybody can know its keys. */
    void showsKeys() {
        get(foreign.origin(), "/.well-known/ocm");
        get(foreign.origin(), "/keys");
    }

    Exchange post(Origin to, String target, Headers more, ObjectNode message) {
        var headers = JSON;
        for (var line : more.lines()) headers = headers.and(line.name(), line.value());
        return foreign.send(to, WireRequest.post(target, headers, Json.bytes(message)));
    }

    Exchange post(Origin to, String target, ObjectNode message) {
        return foreign.send(to, WireRequest.post(target, JSON, Json.bytes(message)));
    }

    /** Tells of a share that is not its affair. */
    void speaksOf(Origin to, String share) {
        var message = Json.object()
                .put("notificationType", "SHARE_DECLINED")
                .put("senderDomain", "omega.example")
                .put("resourceType", "file");
        message.putObject("notification").putObject("file").put("providerId", share);
        post(to, "/ocm/notifications", message);
    }

    @Override
    public WireAnswer answer(WireRequest request, Caller caller) {
        var path = request.path();
        if (Changes.DISCOVERY.test(request)) return json(200, document());
        if (path.equals(API + "/shares")) return share(Changes.view(request));
        if (path.equals(TOKENS) || path.equals(API + "/token")) return token();
        if (path.equals("/keys")) return json(200, VerifierMutants.keys());
        if (path.equals(API + "/notifications")) return WireReply.empty(201);
        if (path.equals(API + "/invite-accepted")) return json(200, identity());
        return path.startsWith(DATA + "/") ? file(request) : WireReply.text(404, "not here");
    }

    private WireAnswer token() {
        var provider = document().path("provider").asText();
        if (provider.equals(REFUSES_TOKENS)) return json(400, Json.object().put("error", "invalid_grant"));
        return json(
                200,
                Json.object()
                        .put("access_token", "token-of-omega-" + ++ids)
                        .put("token_type", "Bearer")
                        .put("expires_in", provider.equals(FORGETS) ? 5 : 3600));
    }

    private WireAnswer share(MessageView share) {
        if (document().path("provider").asText().equals(REFUSES)) return refusal(403, "NOT_WANTED");
        if (MEMBERS.stream().anyMatch(member -> !share.has(member))) return refusal(400, "INVALID_REQUEST");
        if (!TYPES.contains(share.text("resourceType").value().orElse("")))
            return refusal(501, "RESOURCE_TYPE_NOT_SUPPORTED");
        if (!KINDS.contains(share.text("shareType").value().orElse("")))
            return refusal(501, "SHARE_TYPE_NOT_SUPPORTED");
        got.add(share);
        return json(201, Json.object().put("recipientDisplayName", "Mallory"));
    }

    private static WireReply refusal(int status, String message) {
        return json(status, Json.object().put("message", message));
    }

    private ObjectNode document() {
        var document = Json.object()
                .put("enabled", true)
                .put("apiVersion", version + ".0")
                .put("endPoint", foreign.origin() + API)
                .put("provider", "Omega");
        var types = document.putArray("resourceTypes");
        for (var name : List.of("file", "folder")) {
            var type = types.addObject().put("name", name);
            type.putArray("shareTypes").add("user").add("group");
            var protocols = type.putObject("protocols").put("webdav", DATA + "/");
            protocols.putObject("webdav-receive").put("uri", "relative");
            protocols.putObject("webapp-receive").putArray("targets").add("blank");
        }
        document.putArray("capabilities").add("invites").add("notifications").add("protocol-object");
        document.putArray("criteria");
        document.put("inviteAcceptDialog", "/accept");
        otherwise.accept(document);
        return document;
    }

    private static ObjectNode identity() {
        return Json.object()
                .put("userID", "mallory")
                .put("email", "mallory@mail.example")
                .put("name", "Mallory");
    }

    /** Enough of WebDAV to be listed and read; whatever has a dot in its name is a file. */
    private static WireAnswer file(WireRequest request) {
        if (!request.method().equals("PROPFIND"))
            return WireReply.of(200, Headers.of("Content-Type", "application/octet-stream"), Body.of(CONTENT));
        var folder = !request.path().contains("file") && !request.path().contains(".");
        var kind = folder ? "<d:resourcetype><d:collection/></d:resourcetype>" : "<d:resourcetype/>";
        var path = request.path();
        var xml = "<?xml version=\"1.0\"?><d:multistatus xmlns:d=\"DAV:\">" + response(path, kind)
                + (folder ? response(path + "/a.txt", "<d:resourcetype/>") : "") + "</d:multistatus>";
        return WireReply.of(207, Headers.of("Content-Type", "application/xml; charset=utf-8"), Body.of(xml));
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
