package org.meshbed.simulator.calibration.replay;

import java.util.List;
import java.util.Locale;

/** How an exchange ends to which nobody replies: as a recorder wrote it down, or as the node did. */
enum Silence {
    /** The connection was closed or reset. */
    CLOSED(
            "closed without an answer",
            List.of("closed", "connection close", "reset", "disconnected", "broke the connection")),
    /** It stayed open, and nobody said anything until the caller gave up. */
    OPEN("no answer, and the connection stays open", List.of("no answer within", "timed out", "in time", "given up")),
    /** Nobody listened. */
    REFUSED("nobody listens", List.of("refused", "could not be reached")),
    /** The recorder does not say how. */
    UNTOLD("no answer", List.of());

    private final String words;
    private final List<String> recorded;

    Silence(String words, List<String> recorded) {
        this.words = words;
        this.recorded = recorded;
    }

    String words() {
        return words;
    }

    /** What the words of a recorder mean. */
    static Silence of(String told) {
        var lower = told.toLowerCase(Locale.ROOT);
        for (var silence : values()) if (silence.recorded.stream().anyMatch(lower::contains)) return silence;
        return UNTOLD;
    }

    /** Whether a node that ends so does what was recorded. */
    boolean is(Silence own) {
        return this == own || this == UNTOLD;
    }
}
