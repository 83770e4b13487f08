package org.meshbed.simulator.calibration.replay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Locale;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Header;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.calibration.compare.Bonds;
import org.meshbed.simulator.calibration.compare.Credentials;
import org.meshbed.simulator.calibration.trace.RecordedBody;
import org.meshbed.simulator.calibration.trace.RecordedRequest;
import org.meshbed.simulator.calibration.trace.RecordedResponse;

/** Recorded messages as the node shall get them: values that the real server made up are those of the node. */
final class Rewriting {
    private final Bonds bonds;

    Rewriting(Bonds bonds) {
        this.bonds = bonds;
    }

    WireRequest request(RecordedRequest recorded) {
        var body = body(recorded.body());
        var chunked = recorded.headers()
                .first("Transfer-Encoding")
                .filter(c -> c.toLowerCase(Locale.ROOT).contains("chunked"))
                .isPresent();
        var framing = chunked ? Framing.CHUNKED : body.length == 0 && noLength(recorded) ? Framing.NONE : Framing.LENGTH;
        return new WireRequest(
                recorded.method(),
                bonds.toSimulated(recorded.target()),
                headers(recorded.headers()),
                body.length == 0 ? Body.NONE : Body.of(body),
                framing);
    }

    private static boolean noLength(RecordedRequest recorded) {
        return recorded.headers().first("Content-Length").isEmpty();
    }

    WireReply reply(RecordedResponse recorded) {
        var body = body(recorded.body());
        return WireReply.of(
                recorded.status(), headers(recorded.headers()), body.length == 0 ? Body.NONE : Body.of(body));
    }

    private Headers headers(Headers recorded) {
        var lines = new ArrayList<Header>();
        for (var line : recorded.lines()) {
            var name = line.name().toLowerCase(Locale.ROOT);
            if (name.equals("content-length") || name.equals("transfer-encoding")) continue;
            lines.add(new Header(line.name(), name.equals("authorization") ? opening(line.value()) : value(line.value())));
        }
        return new Headers(lines);
    }

    private String value(String value) {
        return bonds.toSimulated(value);
    }

    private String opening(String authorization) {
        var basic = Credentials.basic(authorization);
        if (basic.isEmpty()) return value(authorization);
        var changed = bonds.toSimulated(basic.get());
        if (changed.equals(basic.get())) return authorization;
        return "Basic " + Base64.getEncoder().encodeToString(changed.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] body(RecordedBody recorded) {
        var bytes = recorded.cut() ? Stretched.whole(recorded) : recorded.bytes();
        var text = new String(bytes, StandardCharsets.UTF_8);
        var changed = bonds.toSimulated(text);
        return changed.equals(text) ? bytes : changed.getBytes(StandardCharsets.UTF_8);
    }
}
