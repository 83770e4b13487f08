package org.meshbed.nodes.vendor.quirk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.meshbed.nodes.protocol.Json;

/** JSON as products write it: on one line, or indented with so many blanks a level. */
public final class Written {
    private Written() {}

    static byte[] json(JsonNode template, Facts facts, Optional<Integer> indent) {
        return bytes(Template.tree(template, facts).orElseGet(Json::object), indent);
    }

    /** The tree in UTF-8; indented as JavaScript, Go and Python do it where {@code indent} is there. */
    public static byte[] bytes(JsonNode tree, Optional<Integer> indent) {
        if (indent.isEmpty()) return Json.bytes(tree);
        var text = new StringBuilder();
        write(tree, " ".repeat(indent.get()), "\n", text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonNode node, String step, String line, StringBuilder text) {
        if (node.isEmpty() || node.isValueNode()) {
            text.append(node);
            return;
        }
        var deeper = line + step;
        text.append(node.isObject() ? '{' : '[');
        if (node.isObject()) members(node.properties().iterator(), step, deeper, text);
        else items(node.elements(), step, deeper, text);
        text.append(line).append(node.isObject() ? '}' : ']');
    }

    private static void members(
            Iterator<Map.Entry<String, JsonNode>> members, String step, String line, StringBuilder text) {
        while (members.hasNext()) {
            var member = members.next();
            text.append(line).append(TextNode.valueOf(member.getKey())).append(": ");
            write(member.getValue(), step, line, text);
            if (members.hasNext()) text.append(',');
        }
    }

    private static void items(Iterator<JsonNode> items, String step, String line, StringBuilder text) {
        while (items.hasNext()) {
            text.append(line);
            write(items.next(), step, line, text);
            if (items.hasNext()) text.append(',');
        }
    }
}
