package org.meshbed.simulator.calibration.learn;

import java.util.List;

/**
 * One thing that could be otherwise.
 *
 * @param type the quirk, the part of a family, or the dialect it changes
 * @param from where it comes from: a profile, or the recording
 * @param draft the profile with it
 */
record Idea(List<String> type, String from, Draft draft) {
    Idea {
        type = List.copyOf(type);
    }
}
