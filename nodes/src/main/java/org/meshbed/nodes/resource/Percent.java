package org.meshbed.nodes.resource;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.meshbed.nodes.identity.NotWellFormed;

/** Percent-encoding of paths (RFC 3986, 2.1): UTF-8, decoded once, a slash never hidden in a segment. */
public final class Percent {
    private static final String UNRESERVED = "-._~";
    private static final String PLAIN = "$&+,/:;=@%!'()*";
    private static final String FORM = "a path of percent-encoded UTF-8 segments without encoded slashes";

    private Percent() {}

    /** Everything but unreserved characters is encoded. */
    public static String encode(String segment) {
        var encoded = new StringBuilder();
        for (var b : segment.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (b & 0xFF);
            if (isAlphanumeric(c) || UNRESERVED.indexOf(c) >= 0) encoded.append(c);
            else encoded.append(String.format("%%%02X", b & 0xFF));
        }
        return encoded.toString();
    }

    /** A name that may be a path: its segments are encoded one by one, dots resolved, not above where it begins. */
    public static String inside(String name) {
        var segments = new ArrayList<String>();
        for (var segment : name.split("/")) {
            if (segment.equals("..") && !segments.isEmpty()) segments.removeLast();
            else if (!segment.isEmpty() && !segment.equals(".") && !segment.equals("..")) segments.add(segment);
        }
        return encode(segments);
    }

    /**
     * A reference put behind a path as file systems do: single slashes, dots resolved, not above the root. What is encoded
     * already stays as it is; a query goes along.
     */
    public static String joined(String path, String below) {
        var query = below.indexOf('?');
        var reference = query < 0 ? below : below.substring(0, query);
        var segments = new ArrayList<String>();
        for (var segment : (path + "/" + reference).split("/")) {
            if (segment.equals("..") && !segments.isEmpty()) segments.removeLast();
            else if (!segment.isEmpty() && !segment.equals(".") && !segment.equals("..")) segments.add(kept(segment));
        }
        return "/" + String.join("/", segments) + (query < 0 ? "" : below.substring(query));
    }

    private static String kept(String segment) {
        var kept = new StringBuilder();
        for (var b : segment.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (b & 0xFF);
            if (isAlphanumeric(c) || UNRESERVED.indexOf(c) >= 0 || PLAIN.indexOf(c) >= 0) kept.append(c);
            else kept.append(String.format("%%%02X", b & 0xFF));
        }
        return kept.toString();
    }

    static String encode(List<String> segments) {
        return segments.stream().map(Percent::encode).collect(Collectors.joining("/"));
    }

    /** The decoded segments of a raw path; empty ones, as of doubled slashes, are left out. */
    public static List<String> segments(String rawPath) {
        return Stream.of(rawPath.split("/"))
                .filter(raw -> !raw.isEmpty())
                .map(raw -> decoded(raw, rawPath))
                .toList();
    }

    private static String decoded(String raw, String whole) {
        var bytes = ByteBuffer.allocate(raw.length());
        for (var i = 0; i < raw.length(); i++) {
            var c = raw.charAt(i);
            if (c == '%') {
                bytes.put(escaped(raw, i, whole));
                i += 2;
            } else if (c > ' ' && c < 0x7F && c != '?' && c != '#') bytes.put((byte) c);
            else throw new NotWellFormed("path", whole, FORM);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new NotWellFormed("path", whole, FORM);
        }
    }

    private static byte escaped(String raw, int at, String whole) {
        var high = at + 2 < raw.length() ? hex(raw.charAt(at + 1)) : -1;
        var low = at + 2 < raw.length() ? hex(raw.charAt(at + 2)) : -1;
        var value = high << 4 | low;
        if (high < 0 || low < 0 || value == '/') throw new NotWellFormed("path", whole, FORM);
        return (byte) value;
    }

    private static int hex(char c) {
        return c < 0x7F ? Character.digit(c, 16) : -1;
    }

    private static boolean isAlphanumeric(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }
}
