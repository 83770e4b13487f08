package org.meshbed.nodes.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.meshbed.nodes.dialect.OcsForm;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireRequest;

/**
 * A message as products read it that tell its form by its content type: JSON, a form and the query make one set of
 * members, and what cannot be read makes none.
 */
final class Loose {
    private static final List<String> WORDS = List.of("anything", "fields", "query", "brackets", "numbers");
    private static final Pattern BRACKET = Pattern.compile("\\[([^\\]]*)\\]");

    private final WireRequest request;
    private final List<String> reads;

    Loose(WireRequest request, List<String> reads) {
        this.request = request;
        this.reads = reads;
    }

    boolean applies() {
        return reads.stream().anyMatch(WORDS::contains);
    }

    /** Throws {@link Json.NotJson} for what cannot be read, where that matters. */
    JsonNode read(byte[] bytes) throws Json.NotJson {
        var body = body(bytes);
        if (!(body instanceof ObjectNode members)) return body;
        if (reads.contains("query") || reads.contains("fields") && !isJson())
            add(members, form(request.query().getBytes(StandardCharsets.UTF_8)));
        if (reads.contains("numbers")) texts(members);
        return members;
    }

    private static void add(ObjectNode members, JsonNode more) {
        for (var member : more.properties())
            if (!members.has(member.getKey())) members.set(member.getKey(), member.getValue());
    }

    private JsonNode body(byte[] bytes) throws Json.NotJson {
        if (reads.contains("fields") && !isJson() && !isForm()) return Json.object();
        if (!reads.contains("anything")) return plain(bytes);
        try {
            return isJson() || reads.contains("form") && isForm() ? object(plain(bytes)) : Json.object();
        } catch (Json.NotJson e) {
            return Json.object();
        }
    }

    private static JsonNode object(JsonNode node) {
        return node.isObject() ? node : Json.object();
    }

    private JsonNode plain(byte[] bytes) throws Json.NotJson {
        return (reads.contains("form") || reads.contains("fields")) && isForm() ? form(bytes) : Call.json(bytes, reads);
    }

    private boolean isJson() {
        return type().startsWith("application/json");
    }

    private boolean isForm() {
        return type().startsWith("application/x-www-form-urlencoded");
    }

    private String type() {
        return request.headers().first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    }

    private ObjectNode form(byte[] bytes) throws Json.NotJson {
        var fields = OcsForm.read(bytes);
        if (!reads.contains("brackets")) return fields;
        var members = Json.object();
        for (var field : fields.properties()) put(members, field.getKey(), field.getValue());
        return members;
    }

    /** {@code a[b][c]=d} is the member {@code c} of {@code b} of {@code a}. */
    private static void put(ObjectNode members, String name, JsonNode value) {
        var bracket = name.indexOf('[');
        var at = members;
        var last = bracket < 0 ? name : name.substring(0, bracket);
        var inner = BRACKET.matcher(bracket < 0 ? "" : name.substring(bracket));
        while (inner.find()) {
            at = at.get(last) instanceof ObjectNode there ? there : at.putObject(last);
            last = inner.group(1);
        }
        at.set(last, value);
    }

    private static void texts(JsonNode node) {
        switch (node) {
            case ObjectNode object -> {
                for (var member : object.properties()) {
                    if (member.getValue().isNumber())
                        member.setValue(TextNode.valueOf(member.getValue().asText()));
                    else texts(member.getValue());
                }
            }
            case ArrayNode array -> array.forEach(Loose::texts);
            default -> {}
        }
    }
}
