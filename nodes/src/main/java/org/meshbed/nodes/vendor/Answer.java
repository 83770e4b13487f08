package org.meshbed.nodes.vendor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.NoAnswer;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;

/**
 * What a vendor answers at one place, as data.
 *
 * @param status HTTP status; empty where the connection is closed instead
 * @param type content type; empty for none
 * @param body as sent, empty for none
 * @param headers further header lines
 * @param closes the connection is closed without an answer, before or after the effect
 */
public record Answer(
        Optional<Integer> status,
        Optional<String> type,
        Optional<String> body,
        Map<String, String> headers,
        Closes closes) {
    public enum Closes {
        NEVER,
        BEFORE_EFFECT,
        AFTER_EFFECT
    }

    public Answer {
        headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public static Answer of(int status, String type, String body) {
        return new Answer(
                Optional.of(status), Optional.of(type), Optional.of(body), new LinkedHashMap<>(), Closes.NEVER);
    }

    /** The answer on the wire; {@code otherwise} is the dialect's, whose status and body stand where none is given. */
    public WireAnswer onTheWire(WireReply otherwise) {
        if (closes != Closes.NEVER) return new NoAnswer(closes == Closes.AFTER_EFFECT);
        var lines = type.map(t -> Headers.of("Content-Type", t))
                .orElse(body.isPresent() ? Headers.NONE : otherwise.headers());
        for (var header : headers.entrySet()) lines = lines.and(header.getKey(), header.getValue());
        return WireReply.of(
                status.orElse(otherwise.status()), lines, body.map(Body::of).orElse(otherwise.body()));
    }
}
