package org.meshbed.scenarios.rules;

import java.util.List;
import org.meshbed.simulator.oracle.Rule;

/**
 * One rule and what stands behind it.
 *
 * @param implemented whether the oracle finds its breach
 * @param observed whether the oracle writes down that it was seen
 * @param scenarios places of the scenarios that exercise it
 * @param mutants names of the mutants that break it
 */
public record RuleRow(Rule rule, boolean implemented, boolean observed, List<String> scenarios, List<String> mutants) {
    public RuleRow {
        scenarios = List.copyOf(scenarios);
        mutants = List.copyOf(mutants);
    }

    public boolean exercised() {
        return !scenarios.isEmpty();
    }

    public boolean proven() {
        return !mutants.isEmpty();
    }

    /** How it is checked; where it is not, for what that waits, or why it cannot be. */
    public String how() {
        if (implemented || observed) return rule.how().word();
        if (!rule.waits().isEmpty()) return rule.waits();
        return rule.how() == Rule.How.NOT ? "nothing shows it on the wire" : "not looked for";
    }
}
