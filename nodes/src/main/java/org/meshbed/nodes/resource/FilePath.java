package org.meshbed.nodes.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.NotWellFormed;

/**
 * Where a file or folder stands in a home: segments that can only be right. No segment is empty, {@code .} or
 * {@code ..}, holds a slash, a control character or half a character, or is longer than the node allows; at most 64 of
 * them. No segments: the home itself.
 */
public record FilePath(List<String> segments) {
    static final int DEEPEST = 64;
    static final FilePath ROOT = new FilePath(List.of());

    public FilePath {
        segments = List.copyOf(segments);
    }

    /** Reads segments separated by {@code /}; a slash in front or behind is let pass. Throws {@link NotWellFormed}. */
    static FilePath parse(String text, int longestName) {
        var inner = text.startsWith("/") ? text.substring(1) : text;
        if (inner.endsWith("/")) inner = inner.substring(0, inner.length() - 1);
        if (inner.isEmpty()) return ROOT;
        return of(List.of(inner.split("/", -1)), longestName);
    }

    static FilePath of(List<String> segments, int longestName) {
        if (segments.size() > DEEPEST)
            throw new NotWellFormed("path", String.join("/", segments), "at most " + DEEPEST + " folders deep");
        for (var segment : segments)
            wrongIn(segment, longestName).ifPresent(right -> {
                throw new NotWellFormed("file name", segment, right);
            });
        return new FilePath(segments);
    }

    /** What this name would have to be, where it is not a name. */
    static Optional<String> wrongIn(String segment, int longestName) {
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) return Optional.of("a name");
        if (segment.length() > longestName) return Optional.of("at most " + longestName + " characters long");
        if (segment.indexOf('/') >= 0) return Optional.of("a name without slash");
        return segment.codePoints().allMatch(FilePath::writable)
                ? Optional.empty()
                : Optional.of("made of characters that can be written");
    }

    /** Neither control characters nor halves of surrogate pairs, nor the two that no XML document may hold. */
    private static boolean writable(int c) {
        return !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE && c != 0xFFFE && c != 0xFFFF;
    }

    boolean isRoot() {
        return segments.isEmpty();
    }

    /** The last segment; empty for the home itself. */
    String name() {
        return isRoot() ? "" : segments.getLast();
    }

    FilePath parent() {
        return new FilePath(segments.subList(0, segments.size() - 1));
    }

    FilePath below(List<String> more) {
        var all = new ArrayList<>(segments);
        all.addAll(more);
        return new FilePath(all);
    }

    /** Whether this is the other path or below it. */
    boolean within(FilePath other) {
        return segments.size() >= other.segments.size()
                && segments.subList(0, other.segments.size()).equals(other.segments);
    }

    /** The segments joined by {@code /}. */
    @Override
    public String toString() {
        return String.join("/", segments);
    }
}
