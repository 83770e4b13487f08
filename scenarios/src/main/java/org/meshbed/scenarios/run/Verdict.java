package org.meshbed.scenarios.run;

import java.util.Locale;

/** What became of a scenario, from the best to the gravest: of several, the gravest counts. */
public enum Verdict {
    PASSED,
    /** A product cannot do what the scenario asks for. */
    UNSUPPORTED,
    /** A prerequisite failed, so what the scenario claims was never looked at. */
    BLOCKED,
    FAILED,
    /** Our own fault: no step for the sentence, or a step that threw what it should not. */
    BROKEN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
