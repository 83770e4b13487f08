package org.meshbed.nodes.vendor.quirk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether something holds of a message, as data. Of one fact ({@code of}) it may say what it {@code is}, which values it
 * is {@code in} or {@code not-in} (of a list: each of its items), which {@code keys} an object has at most, what it
 * {@code matches} or is {@code unlike}, which other fact it is the {@code same} as; what is said must hold together. {@code any}, {@code all} and {@code not} join
 * conditions.
 *
 * @param of a fact, such as {@code message.protocol.options}, {@code header.Content-Type}, {@code request.query}
 * @param is one of these kinds
 * @param matches a regular expression that finds something in the text
 */
public record Condition(
        Optional<String> of,

        @Words({"absent", "null", "empty", "missing", "present", "text", "number", "boolean", "list", "object", "blank"
        })
        List<String> is,

        List<JsonNode> in,
        List<JsonNode> notIn,
        List<String> keys,
        Optional<Pattern> matches,
        Optional<Pattern> unlike,
        Optional<String> same,
        List<Condition> any,
        List<Condition> all,
        Optional<Condition> not) {
    public Condition {
        is = List.copyOf(is);
        in = List.copyOf(in);
        notIn = List.copyOf(notIn);
        keys = List.copyOf(keys);
        any = List.copyOf(any);
        all = List.copyOf(all);
        var about = !is.isEmpty()
                || !in.isEmpty()
                || !notIn.isEmpty()
                || !keys.isEmpty()
                || matches.isPresent()
                || unlike.isPresent()
                || same.isPresent();
        if (about && of.isEmpty()) throw new IllegalArgumentException("a condition about no fact: 'of' is missing");
        if (!about && of.isPresent())
            throw new IllegalArgumentException(
                    "nothing is said of '" + of.get() + "': add is, in, matches or the like");
        if (!about && any.isEmpty() && all.isEmpty() && not.isEmpty())
            throw new IllegalArgumentException("a condition that says nothing");
    }

    public boolean holds(Facts facts) {
        return of.map(name -> holds(facts.get(name))).orElse(true)
                && same.map(other -> facts.text(of.orElseThrow()).equals(facts.text(other)))
                        .orElse(true)
                && (any.isEmpty() || any.stream().anyMatch(c -> c.holds(facts)))
                && all.stream().allMatch(c -> c.holds(facts))
                && not.map(c -> !c.holds(facts)).orElse(true);
    }

    private boolean holds(Optional<JsonNode> fact) {
        return (is.isEmpty() || is.stream().anyMatch(word -> is(word, fact)))
                && (in.isEmpty() || fact.filter(f -> each(f, in::contains)).isPresent())
                && (notIn.isEmpty()
                        || fact.filter(f -> !some(f, notIn::contains)).isPresent())
                && (keys.isEmpty() || fact.filter(this::onlyTheseKeys).isPresent())
                && matches.map(p -> fact.filter(f -> each(f, i -> found(p, i))).isPresent())
                        .orElse(true)
                && unlike.map(p -> fact.filter(f -> !some(f, i -> found(p, i))).isPresent())
                        .orElse(true);
    }

    private boolean onlyTheseKeys(JsonNode fact) {
        return fact.isObject() && fact.properties().stream().allMatch(entry -> keys.contains(entry.getKey()));
    }

    private static boolean is(String word, Optional<JsonNode> fact) {
        return switch (word) {
            case "absent" -> fact.isEmpty();
            case "null" -> fact.filter(JsonNode::isNull).isPresent();
            case "empty" -> fact.filter(Condition::isEmpty).isPresent();
            case "missing" -> fact.isEmpty() || fact.get().isNull() || isEmpty(fact.get());
            case "present" -> fact.isPresent();
            case "text" -> fact.filter(JsonNode::isTextual).isPresent();
            case "number" -> fact.filter(JsonNode::isNumber).isPresent();
            case "boolean" -> fact.filter(JsonNode::isBoolean).isPresent();
            case "list" -> fact.filter(JsonNode::isArray).isPresent();
            case "object" -> fact.filter(JsonNode::isObject).isPresent();
            case "blank" ->
                fact.filter(f -> f.isTextual() && f.textValue().isBlank()).isPresent();
            default -> throw new IllegalStateException("there is no kind named " + word);
        };
    }

    private static boolean isEmpty(JsonNode fact) {
        return fact.isContainerNode()
                ? fact.isEmpty()
                : fact.isTextual() && fact.textValue().isEmpty();
    }

    private static boolean each(JsonNode fact, java.util.function.Predicate<JsonNode> test) {
        if (!fact.isArray()) return test.test(fact);
        for (var item : fact) if (!test.test(item)) return false;
        return true;
    }

    private static boolean some(JsonNode fact, java.util.function.Predicate<JsonNode> test) {
        if (!fact.isArray()) return test.test(fact);
        for (var item : fact) if (test.test(item)) return true;
        return false;
    }

    private static boolean found(Pattern pattern, JsonNode fact) {
        return fact.isValueNode()
                && !fact.isNull()
                && pattern.matcher(fact.asText()).find();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Condition that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
