package org.meshbed.simulator.journal.export;

import java.time.Duration;
import org.meshbed.simulator.journal.Entry;

/** What happened, in words for people. */
final class Words {
    private Words() {}

    static String of(Entry.ExchangeEnded ended) {
        var words = switch (ended.outcome()) {
            case REPLIED -> "answered " + ended.status();
            case REFUSED -> "refused: " + ended.why();
            case TLS_FAILED -> "TLS failed: " + ended.why();
            case RESET -> "connection broke: " + ended.why();
            case TIMED_OUT -> "timed out: " + ended.why();
        };
        return ended.faults().isEmpty() ? words : words + " (" + String.join(", ", ended.faults()) + ")";
    }

    /** {@code 2 d 3 h}, {@code 10 min}, {@code 1.5 s}. */
    static String of(Duration time) {
        var words = new StringBuilder();
        part(words, time.toDays(), "d");
        part(words, time.toHoursPart(), "h");
        part(words, time.toMinutesPart(), "min");
        var millis = time.toSecondsPart() * 1000L + time.toMillisPart();
        if (millis > 0 || words.isEmpty())
            words.append(words.isEmpty() ? "" : " ").append(seconds(millis)).append(" s");
        return words.toString();
    }

    private static void part(StringBuilder words, long count, String unit) {
        if (count > 0)
            words.append(words.isEmpty() ? "" : " ").append(count).append(' ').append(unit);
    }

    private static String seconds(long millis) {
        if (millis % 1000 == 0) return Long.toString(millis / 1000);
        var fraction = Long.toString(1000 + millis % 1000).substring(1);
        while (fraction.endsWith("0")) fraction = fraction.substring(0, fraction.length() - 1);
        return millis / 1000 + "." + fraction;
    }
}
