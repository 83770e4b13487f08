package org.meshbed.nodes.protocol;

/**
 * A reply as it crosses the wire.
 *
 * @param headers in order; {@code Content-Length} or {@code Transfer-Encoding} are added by the server where not given
 */
public record WireReply(int status, Headers headers, Body body, Framing framing) implements WireAnswer {
    public static WireReply of(int status, Headers headers, Body body) {
        return new WireReply(status, headers, body, body instanceof Body.None ? Framing.NONE : Framing.LENGTH);
    }

    public static WireReply json(int status, byte[] body) {
        return of(status, Headers.of("Content-Type", "application/json"), Body.of(body));
    }

    public static WireReply text(int status, String body) {
        return of(status, Headers.of("Content-Type", "text/plain; charset=utf-8"), Body.of(body));
    }

    public static WireReply empty(int status) {
        return of(status, Headers.NONE, Body.NONE);
    }

    public WireReply withHeaders(Headers changed) {
        return new WireReply(status, changed, body, framing);
    }

    public boolean successful() {
        return status >= 200 && status < 300;
    }

    /** The body where it was held, else nothing: file content is read as a stream. */
    public byte[] bytes() {
        return body instanceof Body.Bytes(var bytes) ? bytes : new byte[0];
    }
}
