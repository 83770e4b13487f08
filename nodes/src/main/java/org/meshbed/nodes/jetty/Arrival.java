package org.meshbed.nodes.jetty;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.meshbed.nodes.http.Site.Caller;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Header;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireRequest;

/** A request that is coming in: its head is here, its body still on the connection. */
final class Arrival {
    private static final int LINGER_BYTES = 4 << 20;
    private static final Duration LINGER = Duration.ofSeconds(2);
    private final Request request;
    private final ArrivingBody body;

    Arrival(Request request, Bounds bounds) {
        this.request = request;
        this.body = new ArrivingBody(request, length(request), bounds.requestTime());
    }

    Caller caller() {
        return SiteHandler.caller(request);
    }

    boolean head() {
        return request.getMethod().equals("HEAD");
    }

    /** Size of request line and header lines as they stood on the wire. */
    int headBytes() {
        var bytes = request.getMethod().length() + target().length() + 12;
        for (var field : request.getHeaders())
            bytes += field.getName().length()
                    + 4
                    + (field.getValue() == null ? 0 : field.getValue().length());
        return bytes;
    }

    WireRequest request() {
        var lines = new ArrayList<Header>();
        for (var field : request.getHeaders())
            lines.add(new Header(field.getName(), field.getValue() == null ? "" : field.getValue()));
        var framing = framing();
        var none = framing == Framing.NONE || body.length() == 0;
        return new WireRequest(
                request.getMethod(), target(), new Headers(lines), none ? Body.NONE : new Body.Stream(body), framing);
    }

    /** Throws away what has arrived of the body; answers whether that was the end of it. */
    boolean skipWhatIsThere() {
        return framing() == Framing.NONE || body.skipWhatIsThere();
    }

    /** Reads on for a while after the reply, because closing with unread bytes would take the reply from the caller. */
    void linger() throws IOException {
        if (!body.untouched() || !request.getHeaders().contains(HttpHeader.EXPECT)) body.skip(LINGER_BYTES, LINGER);
    }

    /** As written, except that the scheme and authority of an absolute target are left out. */
    private String target() {
        var target = request.getHttpURI().getPathQuery();
        return target == null || target.isEmpty() ? "/" : target;
    }

    private Framing framing() {
        if (request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) return Framing.CHUNKED;
        return request.getHeaders().contains(HttpHeader.CONTENT_LENGTH) ? Framing.LENGTH : Framing.NONE;
    }

    private static long length(Request request) {
        return request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING) ? -1 : request.getLength();
    }
}
