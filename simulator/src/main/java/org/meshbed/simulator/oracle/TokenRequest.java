package org.meshbed.simulator.oracle;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request for a token: the fields of a form, or of JSON as 1.2 has it.
 *
 * @param fields by name, in their order
 * @param form whether it says that it is a form
 */
record TokenRequest(Map<String, String> fields, boolean form) {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<String> OWN = List.of("grant_type", "client_id", "code");

    static TokenRequest of(Seen x) {
        var fields = new LinkedHashMap<String, String>();
        if (x.message().isObject())
            for (var member : x.message().properties()) fields.put(member.getKey(), Texts.of(member.getValue()));
        else {
            var text = x.posts() || x.request().query().isEmpty()
                    ? Reading.text(x.request().body())
                    : x.request().query();
            for (var pair : text.split("&")) field(pair, fields);
        }
        return new TokenRequest(fields, Seen.typed(x.request().headers(), FORM));
    }

    private static void field(String pair, Map<String, String> into) {
        var equals = pair.indexOf('=');
        if (equals > 0) into.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    String code() {
        return fields.getOrDefault("code", "");
    }

    String client() {
        return fields.getOrDefault("client_id", "");
    }

    String grant() {
        return fields.getOrDefault("grant_type", "");
    }

    /** Whether it has fields that OCM does not use. */
    boolean hasMore() {
        return fields.keySet().stream().anyMatch(name -> !OWN.contains(name));
    }
}
