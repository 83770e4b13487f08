package org.meshbed.simulator.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A schema compiled to one question: is anything wrong at all? Nearly all messages are right, and a validator that can
 * say what is wrong costs ten times as much. A schema with a keyword that is not known here has to be asked each time.
 */
final class Fit {
    /** Keywords that ask for nothing. */
    private static final List<String> WORDS = List.of("title", "description", "$schema");

    private final List<Predicate<JsonNode>> asked = new ArrayList<>();

    private Fit(JsonNode schema) {
        if (!schema.isObject()) throw new UnknownKeyword();
        for (var keyword : schema.properties()) add(keyword.getKey(), keyword.getValue());
    }

    /** @param schema plain JSON Schema, an object */
    static Predicate<JsonNode> of(JsonNode schema) {
        try {
            return new Fit(schema)::fits;
        } catch (UnknownKeyword e) {
            return _ -> false;
        }
    }

    private static final class UnknownKeyword extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private boolean fits(JsonNode message) {
        for (var question : asked) if (!question.test(message)) return false;
        return true;
    }

    private void add(String keyword, JsonNode value) {
        switch (keyword) {
            case "type" -> asked.add(type(value.stringValue("")));
            case "required" -> Texts.all(value).forEach(member -> asked.add(m -> !m.isObject() || m.has(member)));
            case "properties" -> value.properties().forEach(p -> member(p.getKey(), new Fit(p.getValue())));
            case "items" -> items(new Fit(value));
            case "contains" -> contains(new Fit(value));
            case "enum" -> asked.add(m -> m.isString() && Texts.holds(value, m.stringValue()));
            case "const" -> asked.add(m -> m.isString() && m.equals(value));
            case "minLength" -> longEnough(value.intValue());
            case "pattern" -> pattern(Pattern.compile(value.stringValue("")));
            case "minItems" -> asked.add(m -> !m.isArray() || m.size() >= value.intValue());
            case "minProperties" -> asked.add(m -> !m.isObject() || m.size() >= value.intValue());
            case "maxProperties" -> asked.add(m -> !m.isObject() || m.size() <= value.intValue());
            case "minimum" ->
                asked.add(m -> !m.isNumber() || m.canConvertToLong() && m.longValue() >= value.longValue());
            case "maximum" ->
                asked.add(m -> !m.isNumber() || m.canConvertToLong() && m.longValue() <= value.longValue());
            case "uniqueItems" -> asked.add(m -> !m.isArray() || m.size() < 2);
            default -> {
                if (!WORDS.contains(keyword)) throw new UnknownKeyword();
            }
        }
    }

    private static Predicate<JsonNode> type(String type) {
        return switch (type) {
            case "object" -> JsonNode::isObject;
            case "array" -> JsonNode::isArray;
            case "string" -> JsonNode::isString;
            case "boolean" -> JsonNode::isBoolean;
            case "integer" -> JsonNode::isIntegralNumber;
            default -> throw new UnknownKeyword();
        };
    }

    private void member(String name, Fit fit) {
        asked.add(m -> {
            var member = m.get(name);
            return member == null || fit.fits(member);
        });
    }

    private void items(Fit fit) {
        asked.add(m -> {
            if (m.isArray()) for (var item : m) if (!fit.fits(item)) return false;
            return true;
        });
    }

    private void contains(Fit fit) {
        asked.add(m -> {
            if (!m.isArray()) return true;
            for (var item : m) if (fit.fits(item)) return true;
            return false;
        });
    }

    /** Characters are counted, of which one may be two of Java's. */
    private void longEnough(int length) {
        if (length != 1) throw new UnknownKeyword();
        asked.add(m -> !m.isString() || !m.stringValue().isEmpty());
    }

    /** What is space, and where a line ends, is another question in the language of the schema: not for us to say. */
    private void pattern(Pattern pattern) {
        asked.add(m -> !m.isString()
                || isPlain(m.stringValue()) && pattern.matcher(m.stringValue()).find());
    }

    private static boolean isPlain(String text) {
        for (var i = 0; i < text.length(); i++) if (text.charAt(i) < ' ' || text.charAt(i) > '~') return false;
        return true;
    }
}
