package org.meshbed.nodes.jetty;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.WireReply;

/** A reply that goes out as it was written by the site; only the framing is ours. */
final class Departure {
    private static final int PIECE = 32 << 10;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private final boolean head;
    private final Response response;

    /** @param head the request was HEAD: the length of the body is told, its bytes are not sent */
    Departure(boolean head, Response response) {
        this.head = head;
        this.response = response;
    }

    /**
     * @param keep whether the connection can serve another request; where it cannot, the last write is left to the end of
     *     the handling, since TLS may close both directions with it, and what still comes in is to be read before that
     */
    void write(WireReply reply, boolean keep) throws IOException {
        response.setStatus(reply.status());
        var bodiless = head || reply.status() == 204 || reply.status() == 304 || reply.status() < 200;
        for (var line : reply.headers().lines()) {
            if (!Fields.isFraming(line.name())) response.getHeaders().add(Fields.of(line.name(), line.value()));
        }
        frame(reply);
        if (!keep) response.getHeaders().add(new HttpField(HttpHeader.CONNECTION, "close"));
        // Not the last write yet: with the last one Jetty would tell a length, for 304 too.
        if (bodiless) Content.Sink.write(response, false, NOTHING);
        else writeBody(reply.body(), keep);
    }

    private void frame(WireReply reply) {
        if (reply.status() == 204 || reply.status() == 304 || reply.status() < 200) return;
        var length = length(reply);
        if (reply.framing() == Framing.CHUNKED || length < 0)
            response.getHeaders().add(new HttpField(HttpHeader.TRANSFER_ENCODING, "chunked"));
        else response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
    }

    private long length(WireReply reply) {
        return switch (reply.body()) {
            case Body.None _ -> head ? given(reply) : 0;
            case Body.Bytes(var bytes) -> bytes.length;
            case Body.Stream(var content) -> content.length();
        };
    }

    /** A site that answers HEAD by hand says itself how long the body would be. */
    private static long given(WireReply reply) {
        return reply.headers()
                .first("Content-Length")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    private void writeBody(Body body, boolean last) throws IOException {
        switch (body) {
            case Body.None _ -> Content.Sink.write(response, last, NOTHING);
            case Body.Bytes(var bytes) -> Content.Sink.write(response, last, ByteBuffer.wrap(bytes));
            case Body.Stream(var content) -> {
                try (var stream = content.open()) {
                    var piece = new byte[PIECE];
                    for (var n = stream.read(piece); n >= 0; n = stream.read(piece))
                        if (n > 0) Content.Sink.write(response, false, ByteBuffer.wrap(piece, 0, n));
                }
                Content.Sink.write(response, last, NOTHING);
            }
        }
    }
}
