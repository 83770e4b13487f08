package org.meshbed.simulator.calibration.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** Messages whose body is read to its end and held. */
final class Held {
    private static final int MOST = 16 << 20;

    private Held() {}

    static WireReply reply(WireReply reply) {
        return reply.body() instanceof Body.Stream stream
                ? new WireReply(reply.status(), reply.headers(), read(stream), reply.framing())
                : reply;
    }

    static WireRequest request(WireRequest request) {
        if (!(request.body() instanceof Body.Stream stream)) return request;
        var length = stream.content().length();
        var framing = request.framing() == Framing.LENGTH && length < 0 ? Framing.CHUNKED : request.framing();
        return new WireRequest(request.method(), request.target(), request.headers(), read(stream), framing);
    }

    private static Body read(Body.Stream stream) {
        try (var in = stream.content().open()) {
            return Body.of(in.readNBytes(MOST));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
