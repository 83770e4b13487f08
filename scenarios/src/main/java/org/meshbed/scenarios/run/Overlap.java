package org.meshbed.scenarios.run;

/**
 * How much really went on at once.
 *
 * @param scenarios in which parties acted at once
 * @param overlapping exchanges of those that overlap another at the same node
 * @param exchanges of those, all
 */
public record Overlap(int scenarios, long overlapping, long exchanges) {
    public static final Overlap NONE = new Overlap(0, 0, 0);

    public Overlap plus(Overlap other) {
        return new Overlap(scenarios + other.scenarios, overlapping + other.overlapping, exchanges + other.exchanges);
    }

    @Override
    public String toString() {
        return "at once: %d scenarios, %d of %d exchanges overlap another at the same node"
                .formatted(scenarios, overlapping, exchanges);
    }
}
