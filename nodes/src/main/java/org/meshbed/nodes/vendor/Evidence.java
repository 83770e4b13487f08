package org.meshbed.nodes.vendor;

import java.util.Locale;

/**
 * What a quirk or setting rests on.
 *
 * @param in where it was seen: a recording, a source file, an issue
 * @param step what was being done there
 */
public record Evidence(Level level, String in, String step) {
    /** From the strongest to the weakest. */
    public enum Level {
        OBSERVED,
        SOURCE,
        TESTS,
        ISSUE,
        THIRD_PARTY,
        INFERRED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
