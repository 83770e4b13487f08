package org.meshbed.scenarios.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant: the known names with the fewest letters changed, the known sentences likewise. */
public final class Nearest {
    /** Taking out or adding one word; a word that stands where a parameter is costs a quarter. */
    private static final int STEP = 4;

    private Nearest() {}

    /** The known name nearest to the one given, where no more than about every third letter differs. */
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

    /** How many letters are taken out, added, changed or swapped with their neighbour. */
    private static int letters(String given, String name) {
        var to = name.toLowerCase(Locale.ROOT);
        var cost = new int[given.length() + 1][to.length() + 1];
        for (var i = 0; i <= given.length(); i++) cost[i][0] = i;
        for (var j = 0; j <= to.length(); j++) cost[0][j] = j;
        for (var i = 1; i <= given.length(); i++)
            for (var j = 1; j <= to.length(); j++) cost[i][j] = letter(cost, given, to, i, j);
        return cost[given.length()][to.length()];
    }

    private static int letter(int[][] cost, String from, String to, int i, int j) {
        var same = from.charAt(i - 1) == to.charAt(j - 1);
        var best = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        var swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }

    private static int words(String said, String text) {
        var from = said.toLowerCase(Locale.ROOT).split("\\s+");
        var to = text.toLowerCase(Locale.ROOT).split("\\s+");
        var last = new int[to.length + 1];
        for (var j = 0; j <= to.length; j++) last[j] = j * STEP;
        for (var word : from) {
            var row = new int[to.length + 1];
            row[0] = last[0] + STEP;
            for (var j = 1; j <= to.length; j++)
                row[j] = Math.min(last[j - 1] + change(word, to[j - 1]), STEP + Math.min(last[j], row[j - 1]));
            last = row;
        }
        return last[to.length];
    }

    private static int change(String word, String wanted) {
        if (wanted.equals(word)) return 0;
        return wanted.contains("{") ? STEP / 4 : STEP + STEP / 2;
    }
}
