package org.meshbed.simulator.calibration.replay;

import java.util.ArrayList;
import java.util.List;
import org.meshbed.simulator.calibration.trace.Entry;

/** A recorded request that the real server sent by itself: expected of the node. */
final class Call {
    private final Entry.Exchanged record;
    private final boolean toItself;
    private final List<Cue.Played> inside = new ArrayList<>();
    private boolean taken;

    Call(Entry.Exchanged record, boolean toItself) {
        this.record = record;
        this.toItself = toItself;
    }

    Entry.Exchanged record() {
        return record;
    }

    /** Whether the server called itself: its own answer shows too. */
    boolean toItself() {
        return toItself;
    }

    /** Requests that came in while the real server waited for this answer. */
    List<Cue.Played> inside() {
        return inside;
    }

    boolean taken() {
        return taken;
    }

    void take() {
        taken = true;
    }

    /** Within a millisecond: times are rounded. */
    boolean encloses(Entry.Exchanged other) {
        return record.startedAt() - 1 <= other.startedAt()
                && other.endedAt() <= record.endedAt() + 1
                && other != record;
    }
}
