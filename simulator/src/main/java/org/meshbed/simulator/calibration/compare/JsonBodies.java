package org.meshbed.simulator.calibration.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.meshbed.nodes.protocol.Json;

/** Compares JSON by structure: members without regard to their order, lists in order. */
final class JsonBodies {
    private final Findings findings;

    JsonBodies(Findings findings) {
        this.findings = findings;
    }

    static Optional<JsonNode> read(byte[] bytes) {
        try {
            var node = Json.read(bytes);
            return node.isContainerNode() ? Optional.of(node) : Optional.empty();
        } catch (Json.NotJson e) {
            return Optional.empty();
        }
    }

    void compare(String where, String name, JsonNode real, JsonNode own) {
        if (real.isObject() && own.isObject()) members(where, real, own);
        else if (real.isArray() && own.isArray()) items(where, name, real, own);
        else if (real.isTextual() && own.isTextual())
            findings.text(where, Role.ofMember(name), real.textValue(), own.textValue());
        else if (real.isNumber() && own.isNumber())
            findings.text(where, Role.ofMember(name), real.asText(), own.asText());
        else if (!real.equals(own)) findings.add(where, real.toString(), own.toString());
    }

    private void members(String where, JsonNode real, JsonNode own) {
        for (var member : real.properties()) {
            var place = where + "/" + member.getKey();
            var other = own.get(member.getKey());
            if (other == null) findings.missing(place, member.getValue().toString());
            else compare(place, member.getKey(), member.getValue(), other);
        }
        for (var member : own.properties())
            if (!real.has(member.getKey()))
                findings.extra(where + "/" + member.getKey(), member.getValue().toString());
    }

    private void items(String where, String name, JsonNode real, JsonNode own) {
        for (var i = 0; i < Math.max(real.size(), own.size()); i++) {
            var place = where + "/" + i;
            if (i >= own.size()) findings.missing(place, real.get(i).toString());
            else if (i >= real.size()) findings.extra(place, own.get(i).toString());
            else compare(place, name, real.get(i), own.get(i));
        }
    }
}
