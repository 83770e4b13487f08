package org.meshbed.nodes.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON object as it came, looked at field by field: nothing is refused by looking. */
public final class MessageView {
    private static final MessageView EMPTY = new MessageView(Json.object(), false);
    private final JsonNode node;
    private final boolean anyCase;

    private MessageView(JsonNode node, boolean anyCase) {
        this.node = node;
        this.anyCase = anyCase;
    }

    public static MessageView empty() {
        return EMPTY;
    }

    /** The view of a value; one that is no object has no fields. */
    public static MessageView of(JsonNode node) {
        return new MessageView(node, false);
    }

    /** The view of a value whose members are found in any letter case, as some products read; the last one counts. */
    public static MessageView inAnyCase(JsonNode node) {
        return new MessageView(node, true);
    }

    public boolean isObject() {
        return node.isObject();
    }

    /** The tree as it came; not to be changed. */
    public JsonNode node() {
        return node;
    }

    /** The value at a path of members, the names divided by dots; a number finds an item. */
    public Optional<JsonNode> at(String path) {
        var view = this;
        for (var word : path.isEmpty() ? List.<String>of() : List.of(path.split("\\."))) {
            var item = view.node.isArray() && word.matches("[0-9]{1,4}");
            var next = item ? view.node.get(Integer.parseInt(word)) : view.member(word);
            if (next == null) return Optional.empty();
            view = new MessageView(next, anyCase);
        }
        return Optional.of(view.node);
    }

    public boolean has(String name) {
        return member(name) != null;
    }

    public List<String> names() {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    public Field<String> text(String name) {
        return look(name, n -> n.isTextual() ? new Field.Value<>(n.textValue()) : wrong(n));
    }

    public Field<Long> integer(String name) {
        return look(
                name, n -> n.isIntegralNumber() && n.canConvertToLong() ? new Field.Value<>(n.longValue()) : wrong(n));
    }

    public Field<Boolean> bool(String name) {
        return look(name, n -> n.isBoolean() ? new Field.Value<>(n.booleanValue()) : wrong(n));
    }

    public Field<MessageView> object(String name) {
        return look(name, n -> n.isObject() ? new Field.Value<>(new MessageView(n, anyCase)) : wrong(n));
    }

    /** An array of strings; an array with anything else in it is of the wrong type. */
    public Field<List<String>> texts(String name) {
        return look(name, n -> {
            if (!n.isArray()) return wrong(n);
            var texts = new ArrayList<String>();
            for (var item : n) {
                if (!item.isTextual()) return new Field.WrongType<>("array of " + type(item));
                texts.add(item.textValue());
            }
            return new Field.Value<>(List.copyOf(texts));
        });
    }

    /** An array of objects; an array with anything else in it is of the wrong type. */
    public Field<List<MessageView>> objects(String name) {
        return look(name, n -> {
            if (!n.isArray()) return wrong(n);
            var objects = new ArrayList<MessageView>();
            for (var item : n) {
                if (!item.isObject()) return new Field.WrongType<>("array of " + type(item));
                objects.add(new MessageView(item, anyCase));
            }
            return new Field.Value<>(List.copyOf(objects));
        });
    }

    private <T> Field<T> look(String name, Function<JsonNode, Field<T>> read) {
        var member = member(name);
        if (member == null) return new Field.Absent<>();
        return member.isNull() ? new Field.Null<>() : read.apply(member);
    }

    private @Nullable JsonNode member(String name) {
        if (!anyCase) return node.get(name);
        JsonNode found = null;
        for (var member : node.properties()) if (member.getKey().equalsIgnoreCase(name)) found = member.getValue();
        return found;
    }

    private static <T> Field<T> wrong(JsonNode node) {
        return new Field.WrongType<>(type(node));
    }

    private static String type(JsonNode node) {
        return node.getNodeType() == JsonNodeType.NULL
                ? "null"
                : node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
