package org.meshbed.simulator.calibration.replay;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.meshbed.nodes.port.Testimony;

/** What the node said of its decisions since the last cue. */
final class Heard {
    private final List<Testimony> all = new ArrayList<>();

    private final List<String> told = new ArrayList<>();
    private final List<String> arrivals = new ArrayList<>();

    void saw(Testimony testimony) {
        all.add(testimony);
        if (testimony instanceof Testimony.Changed(var kind, var id, var before, var _)
                && kind.equals("received-share")
                && before.equals("-")) arrivals.add(id);
    }

    List<String> arrivals() {
        return List.copyOf(arrivals);
    }

    void clear() {
        all.clear();
        told.clear();
    }

    /** What a person was told. */
    void told(String words) {
        told.add(words);
    }

    /** The last decision, and the quirks that had something to say. */
    String words() {
        var last = "";
        var quirks = new LinkedHashSet<String>();
        for (var testimony : all) {
            switch (testimony) {
                case Testimony.Decision(var what, var outcome, var why) ->
                    last = what + ": " + outcome + " (" + why + ")";
                case Testimony.Consulted(var _, var name, var answer) -> {
                    if (!answer.equals("as the dialect")) quirks.add(name);
                }
                case Testimony.Changed _ -> {}
            }
        }
        return last
                + (told.isEmpty() ? "" : "; told: " + String.join("; ", told))
                + (quirks.isEmpty() ? "" : "; consulted " + String.join(", ", quirks));
    }
}
