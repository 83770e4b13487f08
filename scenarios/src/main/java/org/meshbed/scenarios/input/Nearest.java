package org.meshbed.scenarios.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant: the known names with the fewest letters changed, the known sentences likewise. */
public final class Nearest {
    private Nearest() {}

    /** The known name nearest to the one given, where it is near enough to be meant: about every third letter changed. */
    public static Optional<String> name(String given, Collection<String> known) {
        var lower = given.toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.comparingInt(name -> letters(lower, name)))
                .filter(name -> letters(lower, name) <= Math.max(1, Math.max(given.length(), name.length()) / 3));
    }

    /** Ready to be put behind a message: {@code ; did you mean 'surf'?}, or what there is to choose from. */
    public static String hint(String given, Collection<String> known) {
        return name(given, known)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse(known.isEmpty() ? "" : "; known: " + String.join(", ", known));
    }

    /** The known sentences with the fewest words changed, best first; a parameter stands for any word. */
    public static List<String> sentences(String said, Collection<String> known, int atMost) {
        return known.stream()
                .sorted(Comparator.comparingInt(text -> words(said, text)))
                .limit(atMost)
                .toList();
    }

    private static int letters(String given, String name) {
        return distance(given.split(""), name.toLowerCase(Locale.ROOT).split(""), 1);
    }

    private static int words(String said, String text) {
        return distance(
                said.toLowerCase(Locale.ROOT).split("\\s+"),
                text.toLowerCase(Locale.ROOT).split("\\s+"),
                4);
    }

    /** Edit distance; replacing costs twice as much as a parameter that stands for the word. */
    private static int distance(String[] from, String[] to, int step) {
        var last = new int[to.length + 1];
        for (var j = 0; j <= to.length; j++) last[j] = j * step;
        for (var word : from) {
            var row = new int[to.length + 1];
            row[0] = last[0] + step;
            for (var j = 1; j <= to.length; j++)
                row[j] = Math.min(last[j - 1] + change(word, to[j - 1], step), step + Math.min(last[j], row[j - 1]));
            last = row;
        }
        return last[to.length];
    }

    private static int change(String word, String wanted, int step) {
        if (wanted.equals(word)) return 0;
        return wanted.contains("{") ? step / 4 : step + step / 2;
    }
}
