package org.meshbed.simulator.calibration.replay;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.meshbed.simulator.calibration.trace.RecordedBody;

/**
 * A cut body at its real length again: its last character repeated, and what was open in JSON closed. What was behind
 * the cut is not known; long bodies are made by repeating one character.
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
        Arrays.fill(whole, start.length, fill, start[start.length - 1]);
        System.arraycopy(end, 0, whole, fill, length - fill);
        return whole;
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
