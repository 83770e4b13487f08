package org.meshbed.nodes.jetty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.meshbed.nodes.protocol.WireReply;

/** What is answered to requests that never reach a site: one short line, no page, no version. */
final class ShortErrors implements Request.Handler {
    static WireReply reply(int status) {
        return WireReply.text(status, text(status));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders().add(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        var text = text(response.getStatus()).getBytes(StandardCharsets.UTF_8);
        response.write(true, ByteBuffer.wrap(text), callback);
        return true;
    }

    private static String text(int status) {
        return switch (status) {
            case 400 -> "This is not a well-formed HTTP request.\n";
            case 408 -> "The request took too long.\n";
            case 414 -> "The request target is too long.\n";
            case 417 -> "This expectation cannot be met.\n";
            case 431 -> "The header lines of the request are too long.\n";
            case 505 -> "This version of HTTP is not spoken here.\n";
            default -> "The request could not be answered (" + status + ").\n";
        };
    }
}
