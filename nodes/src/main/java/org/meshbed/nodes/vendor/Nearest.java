package org.meshbed.nodes.vendor;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that somebody most likely meant. */
public final class Nearest {
    private Nearest() {}

    /** {@code "; did you mean x?"}, or what there is where nothing is near. */
    public static String hint(String word, Collection<String> names) {
        return to(word, names)
                .map(n -> "; did you mean '" + n + "'?")
                .orElse("; there is " + (names.isEmpty() ? "none" : String.join(", ", names)));
    }

    /** The name that differs by the fewest letters, where it differs by less than half of them. */
    public static Optional<String> to(String word, Collection<String> names) {
        return names.stream()
                .min(Comparator.comparingInt((String n) -> distance(word, n)).thenComparing(n -> n))
                .filter(n -> distance(word, n) * 2 <= Math.max(word.length(), n.length()));
    }

    /** The name that differs by the fewest letters, however many those are; there is one name at least. */
    static String of(String word, Collection<String> names) {
        return names.stream()
                .min(Comparator.comparingInt((String n) -> distance(word, n)).thenComparing(n -> n))
                .orElseThrow();
    }

    /** How many letters have to be put in, taken out or changed (Levenshtein). */
    static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) row[j] = j;
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
