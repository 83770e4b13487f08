package org.meshbed.simulator.calibration.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.protocol.Header;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.vendor.Nearest;

/** A JSON object of a recording with the place it stands at; every mistake names it. */
record Member(String file, int line, String name, JsonNode node) {
    BadTrace wrong(String what) {
        return new BadTrace(file, line, what);
    }

    void only(List<String> names) {
        node.fieldNames().forEachRemaining(key -> {
            if (!names.contains(key))
                throw wrong("'" + key + "' is no key of " + name + " of a recording" + Nearest.hint(key, names));
        });
    }

    String text(String key) {
        var value = need(key);
        if (!value.isTextual()) throw wrong(of(key) + " is " + shown(value) + ", not a text");
        return value.textValue();
    }

    /** The text, or empty where it is missing or null. */
    String textOr(String key, String otherwise) {
        var value = node.get(key);
        return value == null || value.isNull() ? otherwise : text(key);
    }

    long whole(String key, long least, long most) {
        var value = need(key);
        if (!value.canConvertToLong() || !value.isIntegralNumber())
            throw wrong(of(key) + " is " + shown(value) + ", not a whole number");
        if (value.longValue() < least || value.longValue() > most)
            throw wrong(of(key) + " is " + value.longValue() + ", not from " + least + " to " + most);
        return value.longValue();
    }

    boolean flag(String key) {
        var value = node.get(key);
        if (value == null) return false;
        if (!value.isBoolean()) throw wrong(of(key) + " is " + shown(value) + ", not true or false");
        return value.booleanValue();
    }

    Member object(String key) {
        var value = need(key);
        if (!value.isObject()) throw wrong(of(key) + " is " + shown(value) + ", not an object");
        return new Member(file, line, "'" + key + "'", value);
    }

    Optional<Member> objectOrNull(String key) {
        return need(key).isNull() ? Optional.empty() : Optional.of(object(key));
    }

    /** A list of name and value. */
    Headers headers() {
        var lines = new ArrayList<Header>();
        var value = need("headers");
        if (!value.isArray()) throw wrong(of("headers") + " is " + shown(value) + ", not a list");
        for (var item : value) {
            if (!item.isArray()
                    || item.size() != 2
                    || !item.get(0).isTextual()
                    || !item.get(1).isTextual())
                throw wrong("a header of " + name + " is " + shown(item) + ", not [name, value]");
            lines.add(new Header(item.get(0).textValue(), item.get(1).textValue()));
        }
        return new Headers(lines);
    }

    JsonNode need(String key) {
        var value = node.get(key);
        if (value == null) throw wrong("'" + key + "' of " + name + " is missing");
        return value;
    }

    private String of(String key) {
        return "'" + key + "' of " + name;
    }

    private static String shown(JsonNode value) {
        var text = value.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
