package org.meshbed.simulator.journal.export;

import java.util.List;

/** How wide a text will be, guessed: a picture that is read elsewhere cannot measure the font it will have. */
final class Letters {
    static final int SIZE = 16;
    private static final String NARROW = "fijlrtI.,:;'|!()[]/\\ -`\"";
    private static final String WIDE = "mwMW@%…→";
    /** A share id or a digest says as much by its beginning. */
    private static final int LONGEST_ID = 20;

    private static final int ID_SHOWN = 8;

    private Letters() {}

    /** In pixels, rather too much than too little. */
    static int width(String text) {
        var thousandths = 0;
        for (var i = 0; i < text.length(); i++) thousandths += width(text.charAt(i));
        return thousandths * SIZE / 1000 + 4;
    }

    private static int width(char c) {
        if (NARROW.indexOf(c) >= 0) return 380;
        if (WIDE.indexOf(c) >= 0) return 980;
        return c >= 'A' && c <= 'Z' || c > 0x7f ? 790 : 640;
    }

    /** At most so many characters, the last one saying that there were more; long ids are shortened first. */
    static String shorten(String text, int most) {
        var line = oneLine(text);
        if (line.length() > most) line = shortenIds(line);
        return line.length() <= most ? line : line.substring(0, endOfWhole(line, most - 1)) + "…";
    }

    /** At most two lines of at most so many characters each, broken between words where that is possible. */
    static List<String> wrap(String text, int most) {
        var line = oneLine(text);
        if (line.length() <= most) return List.of(line);
        var end = placeToBreak(line, most);
        return List.of(line.substring(0, end).strip(), shorten(line.substring(end), most));
    }

    /** Behind the last space or slash that leaves a first line worth having; else right at the end. */
    private static int placeToBreak(String line, int most) {
        for (var i = most; i > most / 3; i--) {
            var before = line.charAt(i - 1);
            if (before == ' ' || before == '/' || line.charAt(i) == ' ') return i;
        }
        return endOfWhole(line, most);
    }

    /** Never half of a character that takes two. */
    private static int endOfWhole(String text, int end) {
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    private static String oneLine(String text) {
        var line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return line.toString().strip();
    }

    private static String shortenIds(String text) {
        var shorter = new StringBuilder();
        var word = 0;
        for (var i = 0; i <= text.length(); i++) {
            if (i < text.length() && isOfId(text.charAt(i))) continue;
            if (i - word > LONGEST_ID)
                shorter.append(text, word, word + ID_SHOWN).append('…');
            else shorter.append(text, word, i);
            if (i < text.length()) shorter.append(text.charAt(i));
            word = i + 1;
        }
        return shorter.toString();
    }

    private static boolean isOfId(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-' || c == '_';
    }
}
