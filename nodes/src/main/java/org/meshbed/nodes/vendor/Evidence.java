package org.meshbed.nodes.vendor;

import java.util.Locale;

/**
 * What a quirk or setting rests on.
 *
 * @param in where it was seen: a recording, a source file, an issue
 * @param step what was being done there: of a recording the words of a step, or those with which several steps begin
 * @param place file and line of the profile that says so
 */
public record Evidence(Level level, String in, String step, String place) {
    /** Evidence declared by code and not in a file. */
    public Evidence(Level level, String in, String step) {
        this(level, in, step, "code");
    }

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
