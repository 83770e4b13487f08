package org.meshbed.simulator.journal.export;

import java.util.ArrayList;
import java.util.List;

/** Draws what happens again and again twice, and says how often it happened: a retry, for one. */
final class Fold {
    private static final int LONGEST = 8;
    private static final int DRAWN = 2;
    /** Less is not worth a word. */
    private static final int LEAST_REPEATS = 5;

    private Fold() {}

    static List<Row> repeats(List<Row> rows) {
        var alike = rows.stream().map(Row::alike).toList();
        var folded = new ArrayList<Row>();
        var at = 0;
        while (at < rows.size()) {
            var length = lengthOfRepeated(alike, at);
            var times = length == 0 ? 1 : times(alike, at, length);
            if (length == 0) folded.add(rows.get(at++));
            else {
                folded.addAll(rows.subList(at, at + length * DRAWN));
                folded.add(words(times - DRAWN));
                at += length * times;
            }
        }
        return folded;
    }

    private static Row words(int times) {
        var words = "the same " + times + " times more";
        return new Row.Banner(words, words, false);
    }

    /** How many rows make up what is repeated from here; 0 where nothing is. */
    private static int lengthOfRepeated(List<Row> rows, int at) {
        for (var length = 1; length <= LONGEST; length++)
            if (isWhole(rows, at, length) && times(rows, at, length) >= LEAST_REPEATS) return length;
        return 0;
    }

    /** Exchanges that begin in a part must end in it, or their bars would have no end. */
    private static boolean isWhole(List<Row> rows, int at, int length) {
        var open = 0;
        for (var i = at; i < Math.min(rows.size(), at + length); i++) {
            if (rows.get(i) instanceof Row.Asks) open++;
            if (rows.get(i) instanceof Row.Answers) open--;
            if (open < 0) return false;
        }
        return open == 0;
    }

    private static int times(List<Row> rows, int at, int length) {
        var times = 1;
        while (isSame(rows, at, at + times * length, length)) times++;
        return times;
    }

    private static boolean isSame(List<Row> rows, int one, int other, int length) {
        if (other + length > rows.size()) return false;
        for (var i = 0; i < length; i++) if (!rows.get(one + i).equals(rows.get(other + i))) return false;
        return true;
    }
}
