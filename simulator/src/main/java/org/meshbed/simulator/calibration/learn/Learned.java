package org.meshbed.simulator.calibration.learn;

import org.meshbed.nodes.vendor.Profile;
import org.meshbed.simulator.calibration.Agreement;

/** What was learned: a profile to be looked at by a person, and how far it and the one it is like agree. */
public final class Learned {
    private final Draft draft;
    private final Agreement before;
    private final Agreement after;

    Learned(Draft draft, Agreement before, Agreement after) {
        this.draft = draft;
        this.before = before;
        this.after = after;
    }

    public Profile profile() {
        return draft.profile().orElseThrow();
    }

    /** The profile as a file. */
    public String text() {
        return draft.text("learned from recordings, like " + draft.like().name() + "; not looked at yet");
    }

    public Agreement before() {
        return before;
    }

    public Agreement after() {
        return after;
    }
}
