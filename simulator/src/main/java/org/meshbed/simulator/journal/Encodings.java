package org.meshbed.simulator.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The forms in which a secret may stand in a message. */
final class Encodings {
    private static final HexFormat UPPER = HexFormat.of().withUpperCase();
    private static final HexFormat LOWER = HexFormat.of();
    private static final String UNRESERVED = "-._~";

    private Encodings() {}

    /** The secret itself, percent-encoded, and escaped in JSON and XML; each once, the plain one first. */
    static Set<String> written(String secret) {
        var forms = new LinkedHashSet<String>();
        forms.add(secret);
        if (isPlain(secret)) return forms;
        for (var hex : List.of(UPPER, LOWER)) {
            forms.add(percent(secret, hex, "%20"));
            forms.add(percent(secret, hex, "+"));
        }
        forms.add(json(secret, false, LOWER));
        forms.add(json(secret, true, LOWER));
        forms.add(json(secret, true, UPPER));
        forms.add(xml(secret));
        return forms;
    }

    /**
     * What the base64 of any text that holds the secret must contain, in both alphabets: one core for each of the three
     * places where the secret may begin within a group of three bytes, without the characters it shares with its
     * neighbours. So the credentials {@code user:secret} and the invite string of a token are found without knowing
     * what stands around the secret.
     */
    static Set<String> base64Cores(String secret) {
        var cores = new LinkedHashSet<String>();
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        for (var before = 0; before < 3; before++) {
            var padded = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, padded, before, bytes.length);
            // a character holds 6 bits: the first whose bits all belong to the secret, and the one behind the last
            var first = (before * 8 + 5) / 6;
            var end = padded.length * 8 / 6;
            addCores(Base64.getEncoder().encodeToString(padded).substring(first, end), cores);
            cores.add(Base64.getUrlEncoder().encodeToString(padded).substring(first, end));
        }
        return cores;
    }

    private static void addCores(String core, Set<String> cores) {
        cores.add(core);
        if (core.indexOf('/') < 0 && core.indexOf('+') < 0) return;
        cores.add(core.replace("/", "\\/"));
        cores.add(core.replace("/", "%2F").replace("+", "%2B"));
        cores.add(core.replace("/", "%2f").replace("+", "%2b"));
    }

    /** Looks through the percent encoding; a plus is a space in forms. What is no encoding stays as it is. */
    static String unpercent(String text, boolean form) {
        if (text.indexOf('%') < 0 && (!form || text.indexOf('+') < 0)) return text;
        var bytes = new java.io.ByteArrayOutputStream(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '%' && i + 2 < text.length() && isHex(text, i + 1)) {
                bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 2;
            } else if (c == '+' && form) bytes.write(' ');
            else bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isHex(String text, int at) {
        return HexFormat.isHexDigit(text.charAt(at)) && HexFormat.isHexDigit(text.charAt(at + 1));
    }

    static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static boolean isPlain(String secret) {
        for (var i = 0; i < secret.length(); i++) {
            var c = secret.charAt(i);
            if (!isAlphanumeric(c) && c != '-' && c != '_') return false;
        }
        return true;
    }

    private static String percent(String secret, HexFormat hex, String space) {
        var encoded = new StringBuilder();
        for (var b : secret.getBytes(StandardCharsets.UTF_8)) {
            if (b == ' ') encoded.append(space);
            else if (isAlphanumeric((char) b) || UNRESERVED.indexOf(b) >= 0) encoded.append((char) b);
            else encoded.append('%').append(hex.toHexDigits(b));
        }
        return encoded.toString();
    }

    /** @param all escape slashes and what is not ASCII as well, as PHP does */
    private static String json(String secret, boolean all, HexFormat hex) {
        var escaped = new StringBuilder();
        for (var i = 0; i < secret.length(); i++) escaped.append(jsonChar(secret.charAt(i), all, hex));
        return escaped.toString();
    }

    private static String jsonChar(char c, boolean all, HexFormat hex) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '/' -> all ? "\\/" : "/";
            default -> c < ' ' || all && c > '~' ? "\\u" + hex.toHexDigits(c) : String.valueOf(c);
        };
    }

    private static String xml(String secret) {
        return secret.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }

    /** The bytes of a base64 text of either alphabet, padded or not; empty array where it is none. */
    static byte[] unbase64(String text) {
        var clean = new StringBuilder(text.length());
        for (var i = 0; i < text.length() && text.charAt(i) != '='; i++) {
            var c = text.charAt(i);
            var plain = c == '-' ? '+' : c == '_' ? '/' : c;
            if (plain != '+' && plain != '/' && !isAlphanumeric(plain)) return new byte[0];
            clean.append(plain);
        }
        if (clean.length() % 4 == 1) return new byte[0];
        try {
            return Base64.getDecoder().decode(clean.toString());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** The text of a base64 text, where all of it is printable ASCII; else empty. */
    static String printable(String base64) {
        var bytes = unbase64(base64);
        for (var b : bytes) if (b < ' ' || b > '~') return "";
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    static List<String> split(String text, char at) {
        var parts = new ArrayList<String>();
        var from = 0;
        for (var i = text.indexOf(at); i >= 0; i = text.indexOf(at, from)) {
            parts.add(text.substring(from, i));
            from = i + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }
}
