package org.meshbed.scenarios.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.meshbed.scenarios.run.TaggedScenarios;
import org.meshbed.simulator.oracle.Coverage;
import org.meshbed.simulator.oracle.Rules;
import org.meshbed.simulator.oracle.mutant.Mutants;

/** All rules, in the order of the catalogue. */
public record RuleTable(List<RuleRow> rows) {
    public RuleTable {
        rows = List.copyOf(rows);
    }

    /** Of this build: its checks, its features, its mutants. */
    public static RuleTable current() {
        var implemented = Coverage.implemented();
        var observed = Coverage.observed();
        var scenarios = TaggedScenarios.byTag();
        var mutants = Mutants.byRule();
        return new RuleTable(Rules.all().stream()
                .map(rule -> new RuleRow(
                        rule,
                        implemented.contains(rule.id()),
                        observed.contains(rule.id()),
                        scenarios.getOrDefault(rule.id(), List.of()),
                        mutants.getOrDefault(rule.id(), List.of())))
                .toList());
    }

    /** Of the checkable ones, how many are so. */
    public long checkable(Predicate<RuleRow> so) {
        return rows.stream()
                .filter(row -> row.rule().checkable() && so.test(row))
                .count();
    }

    /** The checkable ones that no mutant proves, by what they wait for. */
    public Map<String, List<RuleRow>> open() {
        return rows.stream()
                .filter(row -> row.rule().checkable() && !row.proven())
                .collect(Collectors.groupingBy(
                        row -> row.implemented() ? "checked, and waits for a mutant" : row.how(),
                        TreeMap::new,
                        Collectors.toList()));
    }

    /** The parts of the specification, in the order of the catalogue. */
    public List<String> areas() {
        return rows.stream().map(row -> row.rule().area()).distinct().toList();
    }

    /** The last line of a summary. */
    public String figures() {
        return "rules: %d checkable, %d implemented, %d exercised, %d proven by a mutant; %d observed"
                .formatted(
                        checkable(_ -> true),
                        checkable(RuleRow::implemented),
                        checkable(RuleRow::exercised),
                        checkable(RuleRow::proven),
                        rows.stream().filter(RuleRow::observed).count());
    }
}
