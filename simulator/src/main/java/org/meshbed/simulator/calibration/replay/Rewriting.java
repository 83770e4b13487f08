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
    private static final Bonds NONE = new Bonds();

    private final Bonds bonds;
    private final Seals seals;

    Rewriting(Bonds bonds, Seals seals) {
        this.bonds = bonds;
        this.seals = seals;
    }

    WireRequest request(RecordedRequest recorded) {
        var request = seals.sealed(request(recorded, NONE), request(recorded, bonds));
        given(request.target(), request.headers(), request.body());
        return request;
    }

    private static WireRequest request(RecordedRequest recorded, Bonds bonds) {
        var body = body(recorded.body(), bonds);
        var chunked = recorded.headers()
                .first("Transfer-Encoding")
                .filter(c -> c.toLowerCase(Locale.ROOT).contains("chunked"))
                .isPresent();
        var framing =
                chunked ? Framing.CHUNKED : body.length == 0 && noLength(recorded) ? Framing.NONE : Framing.LENGTH;
        return new WireRequest(
                recorded.method(),
                target(recorded, bonds),
                headers(recorded.headers(), bonds),
                body.length == 0 ? Body.NONE : Body.of(body),
                framing);
    }

    private void given(String target, Headers headers, Body body) {
        bonds.given(target);
        for (var line : headers.lines()) {
            bonds.given(line.value());
            Credentials.basic(line.value()).ifPresent(bonds::given);
        }
        if (body instanceof Body.Bytes bytes) bonds.given(bytes.text());
    }

    private static String target(RecordedRequest recorded, Bonds bonds) {
        var query = recorded.query();
        return bonds.path(recorded.path()) + (recorded.target().contains("?") ? "?" + bonds.body(query) : "");
    }

    private static boolean noLength(RecordedRequest recorded) {
        return recorded.headers().first("Content-Length").isEmpty();
    }

    /** Of a document that a peer publishes. */
    String published(String document) {
        return seals.published(document);
    }

    WireReply reply(RecordedResponse recorded) {
        var text = body(recorded.body(), bonds);
        var published = seals.published(new String(text, StandardCharsets.ISO_8859_1));
        var body = published.getBytes(StandardCharsets.ISO_8859_1);
        var reply = WireReply.of(
                recorded.status(), headers(recorded.headers(), bonds), body.length == 0 ? Body.NONE : Body.of(body));
        given("", reply.headers(), reply.body());
        return reply;
    }

    private static Headers headers(Headers recorded, Bonds bonds) {
        var lines = new ArrayList<Header>();
        for (var line : recorded.lines()) {
            var name = line.name().toLowerCase(Locale.ROOT);
            if (name.equals("content-length") || name.equals("transfer-encoding")) continue;
            var value = line.value().strip(); // blanks around it are no part of a value (RFC 9110, 5.5)
            lines.add(new Header(
                    line.name(), name.equals("authorization") ? opening(value, bonds) : bonds.toSimulated(value)));
        }
        return new Headers(lines);
    }

    private static String opening(String authorization, Bonds bonds) {
        var basic = Credentials.basic(authorization);
        if (basic.isEmpty()) return bonds.toSimulated(authorization);
        var changed = bonds.toSimulated(basic.get());
        if (changed.equals(basic.get())) return authorization;
        return "Basic " + Base64.getEncoder().encodeToString(changed.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] body(RecordedBody recorded, Bonds bonds) {
        var bytes = recorded.cut() ? Stretched.whole(recorded) : recorded.bytes();
        var text = new String(bytes, StandardCharsets.UTF_8);
        var changed = bonds.body(text);
        return changed.equals(text) ? bytes : changed.getBytes(StandardCharsets.UTF_8);
    }
}
