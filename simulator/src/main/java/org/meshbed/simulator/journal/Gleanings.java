package org.meshbed.simulator.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.protocol.Headers;

/** What a message tells by its content: the secrets in it, and the share or invite it speaks of. */
final class Gleanings {
    private static final int SHORTEST_COOKIE = 16;
    private static final int SHORTEST_INVITE_STRING = 12;

    private final List<String> secrets = new ArrayList<>();
    private final List<String> uris = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private String shareId = "";
    private String token = "";
    private boolean exchangeable;

    List<String> secrets() {
        return secrets;
    }

    List<String> uris() {
        return uris;
    }

    /** The {@code providerId}, empty where there was none. */
    String shareId() {
        return shareId;
    }

    /** The {@code token} of an invite, empty where there was none. */
    String token() {
        return token;
    }

    void headers(Headers headers) {
        for (var line : headers.lines()) {
            switch (line.name().toLowerCase(Locale.ROOT)) {
                case "authorization", "proxy-authorization" -> credentials(line.value());
                case "cookie" -> Encodings.split(line.value(), ';').forEach(this::cookie);
                case "set-cookie" -> cookie(Encodings.split(line.value(), ';').getFirst());
                default -> {}
            }
        }
    }

    /** A body, or the query of a target. */
    void body(String text) {
        Members.of(text, this::member);
        addCodes();
    }

    void query(String query) {
        Members.ofForm(query, this::member);
        addCodes();
    }

    /** A word of a person may be an invite: a link with its token, or base64 of {@code token@host}. */
    void words(String text) {
        if (text.length() < SHORTEST_INVITE_STRING) return;
        for (var word : Encodings.split(text, ' ')) {
            if (word.length() >= SHORTEST_INVITE_STRING) inviteString(word);
            var mark = word.indexOf('?');
            if (mark >= 0) query(word.substring(mark + 1));
        }
    }

    private void inviteString(String word) {
        var plain = Encodings.printable(word);
        var at = plain.lastIndexOf('@');
        if (at < 1) return;
        try {
            ServerHost.parse(plain.substring(at + 1));
            secrets.add(plain.substring(0, at));
        } catch (NotWellFormed e) {
            // some other base64 text: nothing to hide
        }
    }

    private void member(String name, String value) {
        switch (name) {
            case "sharedSecret", "access_token", "refresh_token", "password", "client_secret" -> secrets.add(value);
            case "token" -> {
                secrets.add(value);
                token = value;
            }
            case "code" -> codes.add(value);
            case "grant_type", "shareWith" -> exchangeable = true;
            case "providerId" -> shareId = shareId.isEmpty() ? value : shareId;
            case "uri" -> uris.add(value);
            default -> {}
        }
    }

    /** Only in a token request, and in a share of 1.2, is a code a secret; elsewhere it is the code of an error. */
    private void addCodes() {
        if (exchangeable) secrets.addAll(codes);
    }

    private void credentials(String value) {
        var space = value.indexOf(' ');
        if (space < 0) return;
        var rest = value.substring(space + 1).strip();
        switch (value.substring(0, space).toLowerCase(Locale.ROOT)) {
            case "bearer" -> secrets.add(rest);
            case "basic" -> basic(rest);
            default -> {}
        }
    }

    /** A shared secret may be the user name, with no password behind it: so do servers of OCM 1.0. */
    private void basic(String base64) {
        var plain = new String(Encodings.unbase64(base64), java.nio.charset.StandardCharsets.UTF_8);
        var colon = plain.indexOf(':');
        if (colon < 0) secrets.add(base64);
        else if (colon + 1 == plain.length()) secrets.add(plain.substring(0, colon));
        else secrets.add(plain.substring(colon + 1));
    }

    private void cookie(String pair) {
        var value = pair.substring(pair.indexOf('=') + 1).strip();
        if (value.length() >= SHORTEST_COOKIE) secrets.add(value);
    }
}
