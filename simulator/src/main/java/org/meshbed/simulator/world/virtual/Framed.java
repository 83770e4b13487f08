package org.meshbed.simulator.world.virtual;

import java.util.ArrayList;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Header;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** Adds what a socket adds: {@code Host} in front and the framing behind, where they are not given. */
final class Framed {
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private Framed() {}

    static WireRequest request(Origin to, WireRequest request) {
        var lines = new ArrayList<Header>();
        if (request.headers().first("Host").isEmpty()) lines.add(new Header("Host", to.authority()));
        lines.addAll(request.headers().lines());
        return request.withHeaders(framed(new Headers(lines), request.body(), request.framing()));
    }

    /** The reply as its caller sees it; none has a body for a HEAD, and neither have 204 and 304. */
    static WireReply reply(WireRequest request, WireReply reply) {
        if (reply.status() == NO_CONTENT || reply.status() == NOT_MODIFIED)
            return new WireReply(reply.status(), reply.headers(), Body.NONE, Framing.NONE);
        var framing = reply.framing() == Framing.NONE ? Framing.LENGTH : reply.framing();
        var headers = framed(reply.headers(), reply.body(), framing);
        var body = request.method().equals("HEAD") ? Body.NONE : reply.body();
        return new WireReply(reply.status(), headers, body, framing);
    }

    private static Headers framed(Headers headers, Body body, Framing framing) {
        if (headers.first("Content-Length").isPresent()
                || headers.first("Transfer-Encoding").isPresent()) return headers;
        return switch (framing) {
            case NONE -> headers;
            case CHUNKED -> headers.and("Transfer-Encoding", "chunked");
            case LENGTH -> {
                var length = length(body);
                yield length == Content.UNKNOWN_LENGTH
                        ? headers.and("Transfer-Encoding", "chunked")
                        : headers.and("Content-Length", Long.toString(length));
            }
        };
    }

    private static long length(Body body) {
        return switch (body) {
            case Body.None() -> 0;
            case Body.Bytes(var bytes) -> bytes.length;
            case Body.Stream(var content) -> content.length();
        };
    }
}
