package org.meshbed.scenarios.bench;

import java.util.Optional;

/**
 * Something measured, beside what it may be.
 *
 * @param measured empty where it could not be measured here; {@code note} says why
 * @param budget the bound
 * @param atMost whether the bound is the most or the least
 */
public record Figure(String name, Optional<Double> measured, double budget, boolean atMost, String unit, String note) {
    static Figure atMost(String name, double measured, double budget, String unit, String note) {
        return new Figure(name, Optional.of(measured), budget, true, unit, note);
    }

    static Figure atLeast(String name, double measured, double budget, String unit, String note) {
        return new Figure(name, Optional.of(measured), budget, false, unit, note);
    }

    static Figure unknown(String name, double budget, boolean atMost, String unit, String why) {
        return new Figure(name, Optional.empty(), budget, atMost, unit, why);
    }

    public boolean holds() {
        return measured.filter(value -> atMost ? value < budget : value > budget)
                .isPresent();
    }

    public String budgetWords() {
        return (atMost ? "< " : "> ") + words(budget);
    }

    public String measuredWords() {
        return measured.map(this::words).orElse("not measured");
    }

    public String holdsWords() {
        if (measured.isEmpty()) return "?";
        return holds() ? "yes" : "NO";
    }

    private String words(double value) {
        var digits = unit.equals("s") ? "%.2f %s" : "%.0f %s";
        return String.format(java.util.Locale.ROOT, digits, value, unit);
    }
}
