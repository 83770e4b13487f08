package org.meshbed.scenarios.state;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireRequest;

/** What may be wrong in a request for a token. */
public enum Asking {
    RIGHT("nothing wrong"),
    OTHER_GRANT("another grant type"),
    GRANT_OF_12("the grant type of version 1.2"),
    NO_GRANT("no grant type"),
    NO_CLIENT("no client"),
    ODD_CLIENT("a client that is no server"),
    NO_CODE("no code"),
    EMPTY_CODE("an empty code"),
    GUESSED_CODE("a guessed code"),
    ID_AS_CODE("the id of the share as code"),
    CODE_TWICE("the code twice"),
    LONG_CODE("a code of a megabyte"),
    HALF_PERCENT("a percent sign that stands alone"),
    MANY_FIELDS("ten thousand fields"),
    JSON("the form of version 1.2 instead of a form"),
    TEXT("plain text instead of a form"),
    NO_TYPE("no word on its form"),
    THREE_MEGABYTES("three megabytes"),
    MORE("fields that nobody needs");

    private static final String FORM = "application/x-www-form-urlencoded";

    private final String words;

    Asking(String words) {
        this.words = words;
    }

    public static Asking of(String words) {
        return Arrays.stream(values())
                .filter(a -> a.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a token cannot be asked for with '" + words
                        + "'; it can with "
                        + Arrays.stream(values()).map(a -> a.words).toList()));
    }

    /** The request, as wrong as it is to be. */
    public WireRequest request(String target, String client, String code, String shareId) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("grant_type", "authorization_code");
        fields.put("client_id", client);
        fields.put("code", code);
        change(fields, shareId);
        var text = change(form(fields), code);
        var headers = this == NO_TYPE ? Headers.NONE : Headers.of("Content-Type", type());
        return WireRequest.post(target, headers, (this == JSON ? json(fields) : text).getBytes(StandardCharsets.UTF_8));
    }

    private String type() {
        return switch (this) {
            case JSON -> "application/json";
            case TEXT -> "text/plain";
            default -> FORM;
        };
    }

    private void change(Map<String, String> fields, String shareId) {
        switch (this) {
            case OTHER_GRANT -> fields.put("grant_type", "client_credentials");
            case GRANT_OF_12 -> fields.put("grant_type", "ocm_authorization_code");
            case NO_GRANT -> fields.remove("grant_type");
            case NO_CLIENT -> fields.remove("client_id");
            case ODD_CLIENT -> fields.put("client_id", "https://somebody/at all");
            case NO_CODE -> fields.remove("code");
            case EMPTY_CODE -> fields.put("code", "");
            case GUESSED_CODE -> fields.put("code", "a-guess-that-is-wrong");
            case ID_AS_CODE -> fields.put("code", shareId);
            case LONG_CODE -> fields.put("code", "x".repeat(1_000_000));
            case MORE -> {
                fields.put("redirect_uri", "https://somewhere.example/back");
                fields.put("scope", "everything");
            }
            default -> {}
        }
    }

    private String change(String form, String code) {
        return switch (this) {
            case CODE_TWICE -> form + "&code=" + code;
            case HALF_PERCENT -> form + "&x=%";
            case MANY_FIELDS -> form + many();
            case THREE_MEGABYTES -> form + "&x=" + "x".repeat(3 << 20);
            default -> form;
        };
    }

    private static String many() {
        var text = new StringBuilder();
        for (var i = 0; i < 10_000; i++) text.append("&f").append(i).append("=x");
        return text.toString();
    }

    private static String form(Map<String, String> fields) {
        var text = new StringBuilder();
        fields.forEach((name, value) -> text.append(text.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return text.toString();
    }

    private static String json(Map<String, String> fields) {
        var message = Json.object();
        fields.forEach(message::put);
        return new String(Json.bytes(message), StandardCharsets.UTF_8);
    }

    /** The JSON of version 1.2, right in everything. */
    public static WireRequest inTheFormOf12(String target, String client, String code) {
        var message = Json.object()
                .put("grant_type", "ocm_authorization_code")
                .put("client_id", client)
                .put("code", code);
        return WireRequest.post(target, Headers.of("Content-Type", "application/json"), Json.bytes(message));
    }
}
