package org.meshbed.nodes.protocol;

/**
 * A request as it crosses the wire.
 *
 * @param method as written, case kept
 * @param target the raw request target, double and encoded slashes kept; starts with {@code /} or is {@code *}
 * @param headers in order, as the sender set them; {@code Host}, {@code Content-Length} and {@code Transfer-Encoding}
 *     are added by the transport where they are not given
 */
public record WireRequest(String method, String target, Headers headers, Body body, Framing framing) {
    public static WireRequest get(String target, Headers headers) {
        return new WireRequest("GET", target, headers, Body.NONE, Framing.NONE);
    }

    public static WireRequest post(String target, Headers headers, byte[] body) {
        return new WireRequest("POST", target, headers, Body.of(body), Framing.LENGTH);
    }

    /** The target up to the query, still encoded. */
    public String path() {
        var query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The query without its question mark, still encoded; empty where there is none. */
    public String query() {
        var query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    public WireRequest withTarget(String changed) {
        return new WireRequest(method, changed, headers, body, framing);
    }

    public WireRequest withHeaders(Headers changed) {
        return new WireRequest(method, target, changed, body, framing);
    }
}
