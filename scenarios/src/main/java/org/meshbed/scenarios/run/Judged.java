package org.meshbed.scenarios.run;

import java.util.List;
import org.meshbed.simulator.oracle.Finding;

/**
 * What the oracle looked at and found.
 *
 * @param declared findings that the profile of a node declares
 * @param undeclared those it does not
 * @param ofStrangers findings of servers that are no nodes of ours
 */
public record Judged(long exchanges, int declared, int undeclared, int ofStrangers) {
    public static final Judged NONE = new Judged(0, 0, 0, 0);

    static Judged of(long exchanges, List<Finding> findings) {
        var ours = findings.stream().filter(Finding::ours).toList();
        var declared = (int) ours.stream().filter(Finding::declared).count();
        return new Judged(exchanges, declared, ours.size() - declared, findings.size() - ours.size());
    }

    Judged plus(Judged other) {
        return new Judged(
                exchanges + other.exchanges,
                declared + other.declared,
                undeclared + other.undeclared,
                ofStrangers + other.ofStrangers);
    }

    @Override
    public String toString() {
        return "oracle: %d exchanges judged; findings: %d declared, %d undeclared, %d of strangers"
                .formatted(exchanges, declared, undeclared, ofStrangers);
    }
}
