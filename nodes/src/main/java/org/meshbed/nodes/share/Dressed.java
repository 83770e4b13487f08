package org.meshbed.nodes.share;

import java.util.Map;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Header;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessAsks;

/** Requests for what is shared, with the header lines and the framing that a vendor gives each method. */
final class Dressed {
    private Dressed() {}

    static WireRequest request(AccessAsks asks, WireRequest request) {
        var lines = asks.lines().get(request.method());
        var headers = lines == null ? request.headers() : headers(lines, request.headers());
        var framing = asks.chunked().contains(request.method())
                        || isEmpty(request.body()) && !asks.chunked().isEmpty()
                ? Framing.CHUNKED
                : request.framing();
        return new WireRequest(request.method(), request.target(), headers, request.body(), framing);
    }

    /** Some clients tell of no length where it is nothing. */
    private static boolean isEmpty(Body body) {
        return body instanceof Body.Stream(Content content) && content.length() == 0;
    }

    private static Headers headers(Map<String, String> own, Headers usual) {
        var made = Headers.NONE;
        for (var line : own.entrySet())
            if (!line.getValue().equals("none"))
                for (var value : line.getValue().split("\n", -1)) made = made.and(line.getKey(), value);
        for (var line : usual.lines()) if (!named(own, line)) made = made.and(line.name(), line.value());
        return made;
    }

    private static boolean named(Map<String, String> own, Header line) {
        return own.keySet().stream().anyMatch(line.name()::equalsIgnoreCase);
    }
}
