package org.meshbed.simulator.world;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Locale;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Header;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/**
 * Makes messages what they are behind a socket: {@code Host} in front where it is not given, the framing behind, told
 * from the body itself whatever the sender wrote, and no body where the method or the status has none.
 */
public final class Framed {
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final String LENGTH = "Content-Length";
    private static final String CODING = "Transfer-Encoding";

    /** A transport takes replies up to this whole; what is longer, or of unknown length, stays a stream. */
    private static final int TAKEN_WHOLE = 1 << 20;

    /** Of a message that does not say how long it is, that much is taken before the rest is left on its way. */
    private static final int LONGEST_MESSAGE = 4 << 20;

    private Framed() {}

    /** The request as it leaves. */
    public static WireRequest request(Origin to, WireRequest request) {
        var lines = new ArrayList<Header>();
        if (request.headers().first("Host").isEmpty()) lines.add(new Header("Host", to.authority()));
        lines.addAll(unframed(request.headers()).lines());
        var headers = framed(new Headers(lines), request.framing(), length(request.body()));
        return request.withHeaders(headers);
    }

    public static WireReply reply(WireRequest request, WireReply reply) {
        var headers = unframed(reply.headers());
        if (reply.status() == NO_CONTENT || reply.status() == NOT_MODIFIED)
            return new WireReply(reply.status(), headers, Body.NONE, Framing.NONE);
        var head = request.method().equals("HEAD");
        var length = head && reply.body() instanceof Body.None ? given(reply) : length(reply.body());
        var framing = reply.framing() == Framing.CHUNKED || length < 0 ? Framing.CHUNKED : Framing.LENGTH;
        var body = head || length == 0 ? Body.NONE : reply.body();
        return new WireReply(reply.status(), framed(headers, framing, length), body, framing);
    }

    /** The reply as its caller's transport hands it on: a message is taken whole, the content of a large file is not. */
    public static WireReply taken(WireReply reply, Content content) throws IOException {
        var whole = content.length() >= 0 ? content.length() <= TAKEN_WHOLE : isMessage(reply.headers());
        if (!whole) return new WireReply(reply.status(), reply.headers(), new Body.Stream(content), reply.framing());
        var stream = content.open();
        var start = stream.readNBytes(LONGEST_MESSAGE);
        if (start.length == LONGEST_MESSAGE) {
            var rest = new Body.Stream(new Rest(new SequenceInputStream(new ByteArrayInputStream(start), stream)));
            return new WireReply(reply.status(), reply.headers(), rest, reply.framing());
        }
        stream.close();
        return new WireReply(reply.status(), reply.headers(), Body.of(start), reply.framing());
    }

    /** A message too long to be taken whole; opened once. */
    private record Rest(InputStream open) implements Content {
        @Override
        public long length() {
            return UNKNOWN_LENGTH;
        }
    }

    private static boolean isMessage(Headers headers) {
        var type = headers.first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.isEmpty() || type.startsWith("text/") || type.contains("json") || type.contains("xml");
    }

    private static Headers unframed(Headers headers) {
        return headers.without(LENGTH).without(CODING);
    }

    private static Headers framed(Headers headers, Framing framing, long length) {
        return switch (framing) {
            case NONE -> headers;
            case CHUNKED -> headers.and(CODING, "chunked");
            case LENGTH -> length < 0 ? headers.and(CODING, "chunked") : headers.and(LENGTH, Long.toString(length));
        };
    }

    /** A server that answers HEAD by hand says itself how long the body would be. */
    private static long given(WireReply reply) {
        return reply.headers()
                .first(LENGTH)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static long length(Body body) {
        return switch (body) {
            case Body.None() -> 0;
            case Body.Bytes(var bytes) -> bytes.length;
            case Body.Stream(var content) -> content.length();
        };
    }
}
