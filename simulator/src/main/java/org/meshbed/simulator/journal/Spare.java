package org.meshbed.simulator.journal;

import java.util.Arrays;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** Messages as the journal keeps them: at most the first 64 KiB of a body, and no streams. */
final class Spare {
    private Spare() {}

    static Raw<WireRequest> request(WireRequest request) {
        var body = body(request.body());
        if (body == request.body()) return new Raw<>(request);
        return new Raw<>(
                new WireRequest(request.method(), request.target(), request.headers(), body, request.framing()));
    }

    static Raw<Exchange> exchange(Exchange exchange) {
        if (!(exchange instanceof Exchange.Replied(var reply))) return new Raw<>(exchange);
        var body = body(reply.body());
        if (body == reply.body()) return new Raw<>(exchange);
        return new Raw<>(new Exchange.Replied(new WireReply(reply.status(), reply.headers(), body, reply.framing())));
    }

    private static Body body(Body body) {
        return switch (body) {
            case Body.None() -> body;
            case Body.Bytes(var bytes) ->
                bytes.length <= Payload.MOST_KEPT ? body : Body.of(Arrays.copyOf(bytes, Payload.MOST_KEPT));
            case Body.Stream(var content) -> Body.NONE;
        };
    }
}
