package org.meshbed.scenarios.run;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where a scenario ended otherwise than passed, and why.
 *
 * @param step its sentence with its keyword; empty where it was no sentence but what stands around all scenarios
 * @param line of the step in its file, 0 where there is none
 * @param message what was expected, what was found
 */
public record Failure(String step, int line, String message) {

    /** The words of what was thrown; where it was our own fault, with its type and the first place of ours. */
    static String words(Throwable thrown, boolean ourFault) {
        var said = Optional.ofNullable(thrown.getMessage()).orElse("").strip();
        if (!ourFault) return said.isEmpty() ? thrown.getClass().getSimpleName() : said;
        return thrown.getClass().getSimpleName() + (said.isEmpty() ? "" : ": " + said) + place(thrown);
    }

    private static String place(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.meshbed."))
                .findFirst()
                .map(frame -> " (at " + frame + ")")
                .orElse("");
    }
}
