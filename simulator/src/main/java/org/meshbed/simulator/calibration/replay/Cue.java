package org.meshbed.simulator.calibration.replay;

import java.util.List;
import java.util.regex.Matcher;
import org.meshbed.simulator.calibration.binding.Deed;
import org.meshbed.simulator.calibration.trace.Entry;

/** Something that makes the node do something: a request that comes, or a deed of a person. */
sealed interface Cue {
    Entry entry();

    /** Milliseconds since the flow began. */
    long startedAt();

    long endedAt();

    /** A recorded request is played, its answer compared. */
    record Played(Entry.Exchanged entry) implements Cue {
        @Override
        public long startedAt() {
            return entry.startedAt();
        }

        @Override
        public long endedAt() {
            return entry.endedAt();
        }
    }

    /**
     * Somebody does something; what they are answered is not compared.
     *
     * @param caused calls that the real server made for it
     */
    record Acted(
            Entry entry, long startedAt, long endedAt, List<Deed> deeds, Matcher match, List<Entry.Exchanged> caused)
            implements Cue {}
}
