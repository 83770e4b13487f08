package org.meshbed.nodes.vendor.quirk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A single thing that is wrong with a message.
 *
 * @param name what <code>${refusal.name}</code> and the like say of it
 */
public record Flaw(Condition when, String name) {
    /**
     * What kind of JSON stands where the condition looks: number, string, bool, array, object or null; where it says
     * which keys an object may have, the first other one.
     */
    public String kind(Facts facts) {
        var asked = when.not().orElse(when);
        var fact = asked.of().flatMap(facts::get);
        return fact.filter(_ -> !asked.keys().isEmpty())
                .flatMap(object -> object.properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(key -> !asked.keys().contains(key))
                        .findFirst())
                .or(() -> fact.map(Flaw::kind))
                .orElse("null");
    }

    private static String kind(JsonNode fact) {
        return switch (fact.getNodeType()) {
            case ARRAY -> "array";
            case OBJECT, POJO -> "object";
            case BOOLEAN -> "bool";
            case NUMBER -> "number";
            case STRING, BINARY -> "string";
            case NULL, MISSING -> "null";
        };
    }
}
