package org.meshbed.nodes.vendor.quirk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.NoAnswer;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;

/**
 * What a vendor answers at one place, as data. What is left out is the dialect's.
 *
 * @param status HTTP status
 * @param type content type; {@code none} for none
 * @param body a {@link Template} of text; empty text for no body
 * @param json a {@link Template} of JSON, sent in place of a body of text
 * @param indent blanks a level by which the JSON is indented; not at all where it is left out
 * @param headers further header lines, their values templates; a value of several lines is several header lines
 * @param each the line that <code>${refusal.each}</code> has for every field that was wrong, its name as
 *     <code>${refusal.name}</code>
 * @param closes the connection is closed without an answer, before or after the effect
 * @param silence no answer ever comes and the connection stays open; before or after the effect
 */
public record Answer(
        @Numbers(from = 200, to = 599, what = "a status") Optional<Integer> status,
        Optional<String> type,
        Optional<String> body,
        Optional<JsonNode> json,

        @Numbers(from = 1, to = 8, what = "a number of blanks")
        Optional<Integer> indent,

        Map<String, String> headers,
        Optional<String> each,
        Optional<Moment> closes,
        Optional<Moment> silence) {

    /** When the connection is given up. */
    public enum Moment {
        BEFORE_EFFECT,
        AFTER_EFFECT
    }

    public Answer {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        if (body.isPresent() && json.isPresent())
            throw new IllegalArgumentException("an answer has a body or json, not both");
        if (closes.isPresent() && silence.isPresent())
            throw new IllegalArgumentException("an answer closes the connection or keeps silence, not both");
    }

    public static Answer of(int status, String type, String body) {
        return new Answer(
                Optional.of(status),
                Optional.of(type),
                Optional.of(body),
                Optional.empty(),
                Optional.empty(),
                new LinkedHashMap<>(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether nothing is done before the connection is given up. */
    public boolean withoutEffect() {
        return closes.or(() -> silence).filter(Moment.BEFORE_EFFECT::equals).isPresent();
    }

    /** The answer on the wire; {@code otherwise} is the dialect's, whose parts stand where none are given. */
    public WireAnswer onTheWire(WireReply otherwise, Facts facts) {
        if (closes.isPresent()) return new NoAnswer(closes.get() == Moment.AFTER_EFFECT);
        if (silence.isPresent()) return NoAnswer.silence(silence.get() == Moment.AFTER_EFFECT);
        return WireReply.of(status.orElse(otherwise.status()), lines(otherwise, facts), content(otherwise, facts));
    }

    /** The same for a message that was refused. */
    public WireAnswer onTheWire(WireReply otherwise, Facts facts, Refusal refusal) {
        return onTheWire(otherwise, RefusalFacts.of(facts, refusal, each));
    }

    private Headers lines(WireReply otherwise, Facts facts) {
        var ownBody = body.isPresent() || json.isPresent();
        var lines = type.isPresent()
                ? typed(type.get(), facts)
                : json.isPresent()
                        ? Headers.of("Content-Type", "application/json")
                        : ownBody ? Headers.NONE : otherwise.headers();
        for (var header : headers.entrySet())
            for (var value : Template.text(header.getValue(), facts).split("\n", -1))
                lines = lines.and(header.getKey(), value);
        return lines;
    }

    private static Headers typed(String type, Facts facts) {
        return type.equals("none") ? Headers.NONE : Headers.of("Content-Type", Template.text(type, facts));
    }

    private Body content(WireReply otherwise, Facts facts) {
        if (json.isPresent()) return Body.of(Written.json(json.get(), facts, indent));
        if (body.isEmpty()) return otherwise.body();
        var text = Template.text(body.get(), facts);
        return text.isEmpty() ? Body.NONE : Body.of(text);
    }
}
