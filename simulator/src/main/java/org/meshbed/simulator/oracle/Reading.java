package org.meshbed.simulator.oracle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.journal.Payload;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads raw bytes by means of its own: nothing of it is shared with the codecs of the nodes. */
final class Reading {
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());
    private static final int LONGEST_FORM = 16 * 1024;
    private static final List<String> LOOKUPS = List.of("/.well-known/ocm", "/ocm-provider");

    private Reading() {}

    /** The JSON of a body, a missing node where it is none. */
    static JsonNode json(Body body) {
        if (!(body instanceof Body.Bytes(var bytes)) || !mayBeJson(bytes)) return MissingNode.getInstance();
        try {
            return JSON.readTree(bytes);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private static boolean mayBeJson(byte[] bytes) {
        for (var b : bytes)
            if (b > ' ') return b == '{' || b == '[' || b == '"' || b <= '9' || b == 't' || b == 'f' || b == 'n';
        return false;
    }

    /** Whether only the beginning of a body was kept. */
    static boolean cut(Body body) {
        return body instanceof Body.Bytes(var bytes) && bytes.length >= Payload.MOST_KEPT;
    }

    static String text(Body body) {
        return body instanceof Body.Bytes(var bytes) ? new String(bytes, StandardCharsets.UTF_8) : "";
    }

    static boolean isLookup(String path) {
        return LOOKUPS.contains(path);
    }

    /**
     * What a request is about: told by where it goes, as the called server's discovery document has it, and where that
     * says nothing, by what is in it. So a message sent to a wrong place is still known for what it is.
     */
    static Kind kind(WireRequest request, String authority, JsonNode message, Known known) {
        var path = Paths.bare(request.path());
        if (isLookup(path)) return Kind.DISCOVERY;
        var document = known.documentServing(authority);
        var reads = request.method().equals("GET") || request.method().equals("HEAD");
        if (!reads) {
            var kind = byPath(path, document);
            if (kind == Kind.OTHER) kind = byContent(message);
            if (kind == Kind.OTHER && asksForToken(request)) kind = Kind.TOKEN;
            if (kind != Kind.OTHER) return kind;
        } else if (request.query().contains("grant_type=")) return Kind.TOKEN;
        else if (isAt(Texts.of(document.path("jwksUri")), authority, path) || path.equals("/.well-known/jwks.json"))
            return Kind.KEYS;
        return isAccess(request, path, document, known) ? Kind.ACCESS : Kind.OTHER;
    }

    private static boolean isAt(String url, String authority, String path) {
        return !url.isEmpty()
                && Paths.authority(url).equals(authority)
                && Paths.ofUrl(url).equals(path);
    }

    private static Kind byPath(String path, JsonNode document) {
        var token = Texts.of(document.path("tokenEndPoint"));
        if (!token.isEmpty() && Paths.ofUrl(token).equals(path)) return Kind.TOKEN;
        var endPoint = Texts.of(document.path("endPoint"));
        var base = endPoint.isEmpty() ? "/ocm" : Paths.ofUrl(endPoint);
        if (!path.startsWith(base)) return Kind.OTHER;
        return switch (path.substring(base.length())) {
            case "/shares" -> Kind.SHARE;
            case "/notifications" -> Kind.NOTIFICATION;
            case "/invite-accepted" -> Kind.INVITE;
            case "/request-share" -> Kind.ASK;
            case "/token" -> Kind.TOKEN;
            default -> Kind.OTHER;
        };
    }

    private static boolean asksForToken(WireRequest request) {
        return request.body() instanceof Body.Bytes(var bytes)
                && bytes.length < LONGEST_FORM
                && text(request.body()).contains("grant_type=");
    }

    private static Kind byContent(JsonNode message) {
        if (message.has("notificationType")) return Kind.NOTIFICATION;
        if (message.has("recipientProvider") && message.has("token")) return Kind.INVITE;
        if (message.has("grant_type")) return Kind.TOKEN;
        return message.has("shareWith") && message.has("protocol") ? Kind.SHARE : Kind.OTHER;
    }

    private static boolean isAccess(WireRequest request, String path, JsonNode document, Known known) {
        if (request.headers().first("Authorization").isPresent()) return true;
        for (var type : document.path("resourceTypes")) {
            var prefix = Texts.of(type.path("protocols").path("webdav"));
            if (prefix.length() > 1 && Paths.isAtOrBelow(path, Paths.bare(prefix))) return true;
        }
        return known.byUri(path.substring(path.lastIndexOf('/') + 1)).isPresent();
    }
}
