package org.meshbed.simulator.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.meshbed.simulator.calibration.replay.Score;

/**
 * How far a profile agrees with recordings.
 *
 * @param flows in the order in which they were given
 */
public record Agreement(List<OfFlow> flows) {
    public Agreement {
        flows = List.copyOf(flows);
    }

    /** An exchange in which two real servers show counts once, and agrees where both do; so does each call too many. */
    public record OfFlow(String name, String file, List<Score.Line> lines) {
        public OfFlow {
            lines = List.copyOf(lines);
        }

        public int exchanges() {
            return outcomes().size();
        }

        public int agreeing() {
            return (int) outcomes().stream().filter(agrees -> agrees).count();
        }

        private List<Boolean> outcomes() {
            Map<Integer, Boolean> recorded = new LinkedHashMap<>();
            var outcomes = new ArrayList<Boolean>();
            for (var line : lines) {
                if (line.line() == 0) outcomes.add(line.agrees());
                else recorded.merge(line.line(), line.agrees(), (a, b) -> a && b);
            }
            outcomes.addAll(recorded.values());
            return outcomes;
        }
    }

    public int exchanges() {
        return flows.stream().mapToInt(OfFlow::exchanges).sum();
    }

    public int agreeing() {
        return flows.stream().mapToInt(OfFlow::agreeing).sum();
    }

    /** Per mille of the exchanges that agree, rounded down; all of nothing is nothing. */
    public int perMille() {
        return exchanges() == 0 ? 0 : (int) (1000L * agreeing() / exchanges());
    }

    /** {@code agreement: 97 of 100 exchanges (97.0 %)}. */
    public String words() {
        return "agreement: %d of %d exchanges (%d.%d %%)"
                .formatted(agreeing(), exchanges(), perMille() / 10, perMille() % 10);
    }
}
