package org.meshbed.simulator.calibration.replay;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.meshbed.simulator.calibration.trace.RecordedBody;

/**
 * A cut body at its real length again: what it repeated last goes on, a character or a few, and what was open in JSON is
 * closed. What was behind the cut is not known; long bodies are made by repeating something short.
 */
final class Stretched {
    private Stretched() {}

    static byte[] whole(RecordedBody recorded) {
        var start = recorded.bytes();
        var length = (int) Math.min(recorded.whole(), 8L << 20);
        if (start.length == 0 || length <= start.length) return start;
        var end = closing(new String(start, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        var whole = Arrays.copyOf(start, length);
        var fill = Math.max(start.length, length - end.length);
        var period = period(start);
        for (var i = start.length; i < fill; i++) whole[i] = whole[i - period];
        System.arraycopy(end, 0, whole, fill, length - fill);
        return whole;
    }

    private static final int LONGEST_PERIOD = 64;

    /** After how many bytes the end of a text has repeated itself, four times over; 1 where it has not. */
    private static int period(byte[] bytes) {
        for (var period = 1; period <= LONGEST_PERIOD && 4 * period <= bytes.length; period++) {
            var i = bytes.length - 1;
            while (i >= bytes.length - 3 * period && bytes[i] == bytes[i - period]) i--;
            if (i < bytes.length - 3 * period) return period;
        }
        return 1;
    }

    private static String closing(String text) {
        if (!text.startsWith("{")) return "";
        var open = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (quoted && c == '\\') i++;
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c == '{') open.insert(0, '}');
            else if (!quoted && c == '[') open.insert(0, ']');
            else if (!quoted && (c == '}' || c == ']') && !open.isEmpty()) open.deleteCharAt(0);
        }
        return (quoted ? "\"" : "") + open;
    }
}
