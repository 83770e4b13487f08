package org.meshbed.nodes.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;

/** Form-encoded fields, in order: of the legacy calls and of token requests. */
public final class OcsForm {
    private static final int MOST_FIELDS = 100;

    private final StringBuilder text = new StringBuilder();

    public OcsForm() {}

    /** Adds a field. */
    public OcsForm put(String name, String value) {
        if (!text.isEmpty()) text.append('&');
        text.append(encode(name)).append('=').append(encode(value));
        return this;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** The form as it is posted; {@code call} below the endpoint, empty for the endpoint itself. */
    Outgoing posted(String call) {
        var headers = Headers.of("OCS-APIREQUEST", "true", "Content-Type", "application/x-www-form-urlencoded");
        return new Outgoing(call + "?format=json", headers, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A segment of a path below the endpoint. */
    static String segment(String id) {
        return "/" + encode(id).replace("+", "%20");
    }

    /** The fields as members of an object; throws {@link Json.NotJson} for what is no form, or says a thing twice. */
    public static ObjectNode read(byte[] bytes) throws Json.NotJson {
        return read(bytes, false);
    }

    /** The same; {@code first}: of what is said twice, the first counts. */
    public static ObjectNode read(byte[] bytes, boolean first) throws Json.NotJson {
        var fields = Json.object();
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (text.isEmpty()) return fields;
        for (var pair : text.split("&")) {
            var equals = pair.indexOf('=');
            var name = decode(equals < 0 ? pair : pair.substring(0, equals));
            if (first && fields.has(name)) continue;
            if (fields.has(name) || fields.size() >= MOST_FIELDS)
                throw new Json.NotJson("the form has a field twice, or more than " + MOST_FIELDS);
            fields.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return fields;
    }

    private static String decode(String text) throws Json.NotJson {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Json.NotJson("the body is no form: a percent sign stands alone");
        }
    }
}
