package org.meshbed.nodes.vendor.quirk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.protocol.Headers;

/**
 * A document as a profile shaped it.
 *
 * @param type content type; empty for none
 */
public record Shaping(ObjectNode document, Optional<String> type, Optional<Integer> indent) {
    /** The document after all shapes that apply; templates see what came in as <code>${message...}</code>. */
    public static Shaping of(List<Shape> shapes, ObjectNode document, Facts facts) {
        var made = document;
        var type = Optional.of("application/json");
        var indent = Optional.<Integer>empty();
        var known = facts.and("message", document);
        for (var shape : shapes) {
            if (!shape.applies(known)) continue;
            made = shape.of(made, known);
            if (shape.type().isPresent()) type = shape.type().filter(t -> !t.equals("none"));
            if (shape.indent().isPresent()) indent = shape.indent();
        }
        return new Shaping(made, type, indent);
    }

    public byte[] bytes() {
        return Written.bytes(document, indent);
    }

    public Headers headers() {
        return type.map(t -> Headers.of("Content-Type", t)).orElse(Headers.NONE);
    }
}
