package org.meshbed.scenarios.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.simulator.journal.RecordedExchange;
import org.meshbed.simulator.oracle.Coverage;
import org.meshbed.simulator.oracle.Finding;
import org.meshbed.simulator.oracle.Rule;
import org.meshbed.simulator.oracle.Rules;
import org.meshbed.simulator.oracle.Version;

/** What came of every rule that can be checked, and the exchanges that prove it. */
public record Report(
        String server,
        Version version,
        Optional<String> death,
        List<Row> rows,
        List<GuardRow> guards,
        List<RecordedExchange> exchanges) {
    /** Rules that messages go over TLS. */
    private static final List<String> OVER_TLS = List.of("OCM-SHARE-05", "OCM-NOTIF-05", "OCM-INV-14", "OCM-SEC-04");

    public Report {
        rows = List.copyOf(rows);
        guards = List.copyOf(guards);
        exchanges = List.copyOf(exchanges);
    }

    /**
     * One rule.
     *
     * @param why what was tried, what was found, or why nothing was
     * @param exchange number of the one in which the rule was broken
     */
    public record Row(Rule rule, Outcome outcome, String why, OptionalLong exchange) {
        /** Whether the server does what it must not, or does not do what it must. */
        public boolean breaksMust() {
            return outcome == Outcome.FAILED && rule.level().binding();
        }
    }

    /**
     * One guard.
     *
     * @param why what was tried, what was found, or why nothing was
     */
    public record GuardRow(Guard guard, Outcome outcome, String why) {}

    static Report of(
            Conformance.Wanted wanted, Session session, List<Finding> findings, List<RecordedExchange> exchanges) {
        var version = session.document()
                .text("apiVersion")
                .value()
                .flatMap(Report::version)
                .orElse(Version.V1_5);
        var untested =
                new Untested(session.document(), version, wanted.gestures().isPresent());
        var judging = new Judging(session.tally(), version, untested, judged(wanted.place(), findings));
        var rows = new ArrayList<Row>();
        for (var rule : Rules.all()) judging.row(rule).ifPresent(rows::add);
        return new Report(
                wanted.server().toString(), version, session.death(), rows, guards(session.tally()), exchanges);
    }

    private static List<GuardRow> guards(Tally tally) {
        return Stream.of(Guard.values())
                .map(guard -> tally.of(guard)
                        .map(note -> new GuardRow(guard, note.outcome(), note.why()))
                        .orElse(new GuardRow(
                                guard, Outcome.NOT_TESTED, guard.needs().words())))
                .toList();
    }

    /** Peers that were asked to speak plain HTTP leave nobody a way to speak TLS with them. */
    private static List<Finding> judged(PeerPlace place, List<Finding> findings) {
        if (place.scheme() == Scheme.HTTPS) return findings;
        return findings.stream()
                .filter(finding -> !OVER_TLS.contains(finding.rule().id()))
                .toList();
    }

    private static Optional<Version> version(String announced) {
        var numbers = announced.split("[.-]");
        return Version.named(numbers.length < 2 ? announced : numbers[0] + "." + numbers[1]);
    }

    public long count(Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    public List<Row> rows(Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).toList();
    }

    public List<GuardRow> guards(Outcome outcome) {
        return guards.stream().filter(row -> row.outcome() == outcome).toList();
    }

    /** Whether a MUST failed, or a guard. */
    public boolean failed() {
        return rows.stream().anyMatch(Row::breaksMust)
                || !guards(Outcome.FAILED).isEmpty();
    }

    public Optional<RecordedExchange> exchange(long number) {
        return exchanges.stream()
                .filter(exchange -> exchange.started().exchange() == number)
                .findFirst();
    }

    /** {@code rules: N passed, N failed, N blocked, N not tested}; what is unsupported was not tested. */
    public String figures() {
        return "rules: %d passed, %d failed, %d blocked, %d not tested"
                .formatted(
                        count(Outcome.PASSED),
                        count(Outcome.FAILED),
                        count(Outcome.BLOCKED),
                        count(Outcome.UNSUPPORTED) + count(Outcome.NOT_TESTED));
    }

    /** The same of the guards. */
    public String guardFigures() {
        return "guards: %d held, %d failed, %d blocked, %d not tested"
                .formatted(
                        guards(Outcome.PASSED).size(),
                        guards(Outcome.FAILED).size(),
                        guards(Outcome.BLOCKED).size(),
                        guards(Outcome.UNSUPPORTED).size()
                                + guards(Outcome.NOT_TESTED).size());
    }

    /** Puts the findings above what was tried, and finds words for what was not. */
    private record Judging(Tally tally, Version version, Untested untested, List<Finding> findings) {
        Optional<Row> row(Rule rule) {
            var finding = findings.stream().filter(f -> f.rule().equals(rule)).findFirst();
            if (finding.isPresent()) return finding.map(f -> failed(rule, f));
            if (!rule.checkable()) return Optional.empty();
            var note = tally.of(rule.id());
            var counts = rule.holdsIn(version) && Coverage.implemented().contains(rule.id());
            if (counts && note.isPresent())
                return note.map(n -> new Row(rule, n.outcome(), n.why(), OptionalLong.empty()));
            return Optional.of(new Row(rule, Outcome.NOT_TESTED, untested.reason(rule), OptionalLong.empty()));
        }

        private static Row failed(Rule rule, Finding finding) {
            var why = finding.seen() + "; asked for: " + finding.asked();
            return new Row(rule, Outcome.FAILED, why, OptionalLong.of(finding.exchange()));
        }
    }
}
