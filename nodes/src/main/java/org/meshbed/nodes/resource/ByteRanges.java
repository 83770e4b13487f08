package org.meshbed.nodes.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a {@code Range} field asks of a file (RFC 9110, 14.2). What is malformed, not in bytes, asks for an empty file,
 * for more than 16 parts or for parts that overlap or are out of order is ignored: the whole file is the answer then.
 */
sealed interface ByteRanges {
    record Whole() implements ByteRanges {}

    record Parts(List<Part> parts) implements ByteRanges {}

    record Unsatisfiable() implements ByteRanges {}

    /** First and last byte, both in. */
    record Part(long first, long last) {
        long length() {
            return last - first + 1;
        }

        String words(long length) {
            return "bytes " + first + "-" + last + "/" + length;
        }
    }

    int MOST_PARTS = 16;
    Pattern FIELD = Pattern.compile("(?i)bytes=(.{1,1000})");
    Pattern SPEC = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})?|-([0-9]{1,18})");

    static ByteRanges of(String field, long length) {
        var specs = FIELD.matcher(field.trim());
        if (length == 0 || !specs.matches()) return new Whole();
        var parts = new ArrayList<Part>();
        for (var text : specs.group(1).split(",", -1)) {
            var spec = SPEC.matcher(text.trim());
            if (!spec.matches()) return new Whole();
            var part = part(spec.group(1), spec.group(2), spec.group(3), length);
            if (part.last < part.first && part.first < length) return new Whole();
            if (part.first < length && part.length() > 0) parts.add(part);
        }
        if (parts.isEmpty()) return new Unsatisfiable();
        return parts.size() <= MOST_PARTS && rising(parts) ? new Parts(List.copyOf(parts)) : new Whole();
    }

    private static Part part(String first, String last, String suffix, long length) {
        if (suffix != null) {
            var count = Math.min(Long.parseLong(suffix), length);
            return count == 0 ? new Part(length, length) : new Part(length - count, length - 1);
        }
        var end = last == null ? length - 1 : Long.parseLong(last);
        return new Part(Long.parseLong(first), Math.min(end, length - 1));
    }

    private static boolean rising(List<Part> parts) {
        for (var i = 1; i < parts.size(); i++) if (parts.get(i).first <= parts.get(i - 1).last) return false;
        return true;
    }
}
