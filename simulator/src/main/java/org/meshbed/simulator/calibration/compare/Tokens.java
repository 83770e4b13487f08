package org.meshbed.simulator.calibration.compare;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into what may be a value by itself, and the signs between. */
final class Tokens {
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
}
