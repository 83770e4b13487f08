package org.meshbed.scenarios.control;

import java.util.List;

/**
 * What came of one sentence.
 *
 * @param lines what was told, without line breaks
 */
public record Answer(Kind kind, List<String> lines) {
    /** In the order of their exit codes. */
    public enum Kind {
        DONE,
        /** It did not happen, or is not so. */
        FAILED,
        /** It was not understood. */
        NOT_UNDERSTOOD,
        /** Our own fault. */
        BROKEN;

        public int exitCode() {
            return ordinal();
        }
    }

    public Answer {
        lines = lines.stream().flatMap(String::lines).toList();
    }
}
