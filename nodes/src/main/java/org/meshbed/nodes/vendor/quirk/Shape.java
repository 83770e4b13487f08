package org.meshbed.nodes.vendor.quirk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a JSON document differs from the dialect's: another one altogether, or single members of it. Templates see the
 * dialect's document as <code>${message...}</code>.
 *
 * @param when it is so; always where it is left out
 * @param json the whole document instead
 * @param set members by their path ({@code protocol.webdav.uri}) that are put in, where they stood or at the end
 * @param without paths of members that are left out
 * @param rename members by their path, with the name each gets instead; the place stays
 * @param type content type; {@code none} for none
 * @param indent blanks a level
 */
public record Shape(
        Optional<Condition> when,
        Optional<JsonNode> json,
        Map<String, JsonNode> set,
        List<String> without,
        Map<String, String> rename,
        Optional<String> type,

        @Numbers(from = 1, to = 8, what = "a number of blanks")
        Optional<Integer> indent) {
    public Shape {
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
        without = List.copyOf(without);
        rename = Collections.unmodifiableMap(new LinkedHashMap<>(rename));
    }

    boolean applies(Facts facts) {
        return when.map(c -> c.holds(facts)).orElse(true);
    }

    /** The document after this shape; what comes in is not changed. */
    ObjectNode of(ObjectNode document, Facts facts) {
        var made = document.deepCopy();
        var whole = json.flatMap(template -> Template.tree(template, facts));
        if (whole.isPresent() && whole.get() instanceof ObjectNode other) made = other;
        for (var path : without) remove(made, path);
        for (var member : set.entrySet()) put(made, member.getKey(), Template.tree(member.getValue(), facts));
        for (var member : rename.entrySet()) rename(made, member.getKey(), member.getValue());
        return made;
    }

    private static void remove(ObjectNode document, String path) {
        if (parent(document, path) instanceof ObjectNode parent) parent.remove(name(path));
    }

    private static void put(ObjectNode document, String path, Optional<JsonNode> value) {
        JsonNode parent = document;
        var words = path.split("\\.");
        for (var i = 0; i < words.length - 1; i++) {
            if (parent instanceof ObjectNode object && !object.has(words[i])) object.putObject(words[i]);
            parent = step(parent, words[i]);
        }
        if (parent instanceof ArrayNode array && name(path).equals(String.valueOf(array.size())))
            value.ifPresent(array::add);
        if (parent instanceof ObjectNode object)
            value.ifPresentOrElse(v -> object.set(name(path), v), () -> object.remove(name(path)));
    }

    private static void rename(ObjectNode document, String path, String name) {
        if (!(parent(document, path) instanceof ObjectNode parent) || !parent.has(name(path))) return;
        var members = new ArrayList<>(parent.properties().stream()
                .map(e -> Map.entry(e.getKey(), e.getValue()))
                .toList());
        parent.removeAll();
        for (var member : members)
            parent.set(member.getKey().equals(name(path)) ? name : member.getKey(), member.getValue());
    }

    private static JsonNode parent(ObjectNode document, String path) {
        JsonNode node = document;
        var words = path.split("\\.");
        for (var i = 0; i < words.length - 1; i++) node = step(node, words[i]);
        return node;
    }

    private static JsonNode step(JsonNode node, String word) {
        return node.isArray() && word.matches("[0-9]{1,4}") ? node.path(Integer.parseInt(word)) : node.path(word);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
