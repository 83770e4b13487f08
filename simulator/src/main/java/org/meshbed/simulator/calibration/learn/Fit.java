package org.meshbed.simulator.calibration.learn;

import java.util.Comparator;
import java.util.List;
import org.meshbed.simulator.calibration.Agreement;

/**
 * How far a draft is from a recording; less is better.
 *
 * @param exchanges that do not agree
 * @param differences in all of them
 */
record Fit(int exchanges, int differences) implements Comparable<Fit> {
    private static final Comparator<Fit> ORDER =
            Comparator.comparingInt(Fit::exchanges).thenComparingInt(Fit::differences);

    static Fit of(Agreement.OfFlow flow) {
        return new Fit(
                flow.exchanges() - flow.agreeing(),
                flow.lines().stream()
                        .mapToInt(line -> line.differences().size())
                        .sum());
    }

    static Fit sum(List<Fit> all) {
        return new Fit(
                all.stream().mapToInt(Fit::exchanges).sum(),
                all.stream().mapToInt(Fit::differences).sum());
    }

    @Override
    public int compareTo(Fit other) {
        return ORDER.compare(this, other);
    }
}
