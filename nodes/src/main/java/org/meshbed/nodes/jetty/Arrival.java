package org.meshbed.nodes.jetty;

import java.io.IOException;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.meshbed.nodes.http.Site.Caller;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.WireRequest;

/** A request that is coming in: its head is here, its body still on the connection. */
final class Arrival {
    private static final int LINGER_BYTES = 4 << 20;
    private static final Duration LINGER = Duration.ofSeconds(2);
    private final Request request;
    private final String head;
    private final ArrivingBody body;

    Arrival(Request request, Bounds bounds) {
        this.request = request;
        this.head = RawConnections.head(request);
        this.body = new ArrivingBody(request, length(request), bounds.requestTime());
    }

    Caller caller() {
        return SiteHandler.caller(request);
    }

    boolean isHead() {
        return request.getMethod().equals("HEAD");
    }

    /** Size of request line and header lines. */
    int headBytes() {
        return head.length();
    }

    WireRequest request() {
        var raw = RawHead.read(head);
        var framing = framing();
        var none = framing == Framing.NONE || body.length() == 0;
        return new WireRequest(
                raw.method(), raw.target(), raw.headers(), none ? Body.NONE : new Body.Stream(body), framing);
    }

    /** Throws away what has arrived of the body; answers whether that was the end of it. */
    boolean skipWhatIsThere() {
        return framing() == Framing.NONE || body.skipWhatIsThere();
    }

    /** Reads on for a while after the reply, because closing with unread bytes would take the reply from the caller. */
    void linger() throws IOException {
        if (!body.untouched() || !request.getHeaders().contains(HttpHeader.EXPECT)) body.skip(LINGER_BYTES, LINGER);
    }

    private Framing framing() {
        if (request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) return Framing.CHUNKED;
        return request.getHeaders().contains(HttpHeader.CONTENT_LENGTH) ? Framing.LENGTH : Framing.NONE;
    }

    private static long length(Request request) {
        return request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING) ? -1 : request.getLength();
    }
}
