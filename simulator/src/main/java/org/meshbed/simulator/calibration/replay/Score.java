package org.meshbed.simulator.calibration.replay;

import java.util.ArrayList;
import java.util.List;
import org.meshbed.simulator.calibration.compare.Difference;

/** What the replay of one server in one flow found, by line of the recording. */
public final class Score {
    private final List<Line> lines = new ArrayList<>();

    /**
     * One exchange that counts.
     *
     * @param line of the recording; 0 for a call that was never recorded
     * @param what method, target, from and to
     * @param answeredBy the last check that decided and the quirks consulted, in the words of the node
     */
    public record Line(
            int line, String step, String server, String what, List<Difference> differences, String answeredBy) {
        public Line {
            differences = List.copyOf(differences);
        }

        public boolean agrees() {
            return differences.isEmpty();
        }
    }

    void add(Line line) {
        lines.add(line);
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }
}
