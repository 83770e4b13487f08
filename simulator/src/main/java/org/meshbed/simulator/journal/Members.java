package org.meshbed.simulator.journal;

import java.util.HexFormat;
import java.util.function.BiConsumer;

/**
 * Finds what looks like a string member of JSON or a field of a form, without understanding the message: it may be
 * broken, and secrets in it are secrets all the same.
 */
final class Members {
    private Members() {}

    static void of(String text, BiConsumer<String, String> sink) {
        var first = skipSpace(text, 0);
        if (first == text.length()) return;
        switch (text.charAt(first)) {
            case '{', '[', '"' -> ofJson(text, sink);
            case '<' -> {}
            default -> ofForm(text, sink);
        }
    }

    static void ofForm(String form, BiConsumer<String, String> sink) {
        if (form.indexOf('=') < 0) return;
        for (var field : Encodings.split(form, '&')) {
            var equals = field.indexOf('=');
            if (equals > 0 && equals < 100)
                sink.accept(
                        field.substring(0, equals),
                        Encodings.unpercent(field.substring(equals + 1).strip(), true));
        }
    }

    private static void ofJson(String text, BiConsumer<String, String> sink) {
        var at = text.indexOf('"');
        while (at >= 0) {
            var end = endOfString(text, at + 1);
            var colon = skipSpace(text, end + 1);
            if (colon < text.length() && text.charAt(colon) == ':') {
                var value = skipSpace(text, colon + 1);
                if (value < text.length() && text.charAt(value) == '"') {
                    var endOfValue = endOfString(text, value + 1);
                    sink.accept(unescape(text, at + 1, end), unescape(text, value + 1, endOfValue));
                    end = endOfValue;
                }
            }
            at = text.indexOf('"', end + 1);
        }
    }

    /** Where the closing quote stands, or the end of the text. */
    private static int endOfString(String text, int from) {
        for (var i = from; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"') return i;
            if (c == '\\') i++;
        }
        return text.length();
    }

    private static int skipSpace(String text, int from) {
        var at = from;
        while (at < text.length() && text.charAt(at) <= ' ') at++;
        return Math.min(at, text.length());
    }

    private static String unescape(String text, int from, int to) {
        var raw = text.substring(from, to);
        if (raw.indexOf('\\') < 0) return raw;
        var plain = new StringBuilder();
        for (var i = 0; i < raw.length(); i++) {
            var c = raw.charAt(i);
            if (c != '\\' || i + 1 == raw.length()) plain.append(c);
            else {
                i++;
                if (raw.charAt(i) == 'u' && i + 4 < raw.length() && isHex(raw, i + 1)) {
                    plain.append((char) HexFormat.fromHexDigits(raw, i + 1, i + 5));
                    i += 4;
                } else plain.append(control(raw.charAt(i)));
            }
        }
        return plain.toString();
    }

    private static boolean isHex(String text, int at) {
        for (var i = at; i < at + 4; i++) if (!HexFormat.isHexDigit(text.charAt(i))) return false;
        return true;
    }

    private static char control(char escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> escaped;
        };
    }
}
