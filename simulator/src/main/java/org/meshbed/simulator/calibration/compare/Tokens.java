package org.meshbed.simulator.calibration.compare;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Cuts a text into what may be a value by itself, and the signs between. */
final class Tokens {
    private static final int SHORTEST_ENCODED = 8;

    private Tokens() {}

    /** Runs of letters, digits, {@code -} and {@code _}, and the runs of anything else between them, in order. */
    static List<String> of(String text) {
        var tokens = new ArrayList<String>();
        var start = 0;
        for (var i = 1; i <= text.length(); i++) {
            if (i < text.length() && isValue(text.charAt(i)) == isValue(text.charAt(start))) continue;
            tokens.add(text.substring(start, i));
            start = i;
        }
        return tokens;
    }

    static boolean isValue(String token) {
        return !token.isEmpty() && isValue(token.charAt(0));
    }

    private static boolean isValue(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }

    /** What a base64url text says, where it says something that people can read. */
    static Optional<String> decoded(String token) {
        if (token.length() < SHORTEST_ENCODED || token.length() % 4 == 1) return Optional.empty();
        try {
            var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            return text.matches("[ -~]{6,}") && text.matches(".*[@|:/!].*") ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
