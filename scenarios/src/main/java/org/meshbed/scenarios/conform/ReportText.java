package org.meshbed.scenarios.conform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.simulator.journal.RecordedExchange;

/** A report for people and for machines. Messages are as the journal has them: secrets are masked. */
public final class ReportText {
    private static final List<Outcome> UNTRIED = List.of(Outcome.BLOCKED, Outcome.UNSUPPORTED, Outcome.NOT_TESTED);
    private static final int LONGEST_BODY = 2_000;

    private ReportText() {}

    /** What failed with its exchange, what is blocked, and of the rest how many and why; the figures last. */
    public static List<String> lines(Report report) {
        var lines = new ArrayList<String>();
        lines.add(report.server() + " speaks OCM " + report.version().word());
        report.death().ifPresent(lines::add);
        report.rows(Outcome.FAILED).forEach(row -> failed(report, row, lines));
        report.guards(Outcome.FAILED)
                .forEach(row -> lines.addAll(List.of(
                        "failed guard: " + row.guard().id() + ": " + row.guard().statement(),
                        "    seen: " + row.why())));
        for (var outcome : UNTRIED) {
            reasons(report, outcome)
                    .forEach((why, ids) ->
                            lines.add(outcome.word() + ", " + why + " (" + ids.size() + "): " + String.join(" ", ids)));
            guards(report, outcome)
                    .forEach((why, ids) -> lines.add(outcome.word() + ", " + why + ": guard " + String.join(" ", ids)));
        }
        lines.add(report.guardFigures());
        lines.add(report.figures());
        return lines;
    }

    private static TreeMap<String, List<String>> guards(Report report, Outcome outcome) {
        var reasons = new TreeMap<String, List<String>>();
        for (var row : report.guards(outcome))
            reasons.computeIfAbsent(row.why(), _ -> new ArrayList<>())
                    .add(row.guard().id());
        return reasons;
    }

    private static void failed(Report report, Report.Row row, List<String> lines) {
        var rule = row.rule();
        lines.add("failed: " + rule.id() + " (" + rule.level().word() + ", section " + rule.section() + "): "
                + rule.statement());
        lines.add("    seen: " + row.why());
        row.exchange().stream()
                .boxed()
                .flatMap(n -> report.exchange(n).stream())
                .forEach(x -> lines.add("    exchange "
                        + x.started().exchange() + ": " + x.started().from() + " "
                        + x.started().method() + " "
                        + x.started().origin() + x.started().target() + " -> " + ending(x)));
    }

    private static String ending(RecordedExchange exchange) {
        return exchange.ended()
                .map(end -> end.status() > 0 ? String.valueOf(end.status()) : end.why())
                .orElse("no end");
    }

    private static TreeMap<String, List<String>> reasons(Report report, Outcome outcome) {
        var reasons = new TreeMap<String, List<String>>();
        for (var row : report.rows(outcome))
            reasons.computeIfAbsent(row.why(), _ -> new ArrayList<>())
                    .add(row.rule().id().substring(4));
        return reasons;
    }

    public static ObjectNode json(Report report) {
        var json = Json.object()
                .put("server", report.server())
                .put("version", report.version().word())
                .put("figures", report.figures())
                .put("failed", report.failed());
        report.death().ifPresent(death -> json.put("death", death));
        var rules = json.putArray("rules");
        report.rows().forEach(row -> put(report, row, rules.addObject()));
        var guards = json.put("guardFigures", report.guardFigures()).putArray("guards");
        report.guards()
                .forEach(row -> guards.addObject()
                        .put("id", row.guard().id())
                        .put("statement", row.guard().statement())
                        .put("verdict", row.outcome().word())
                        .put("why", row.why()));
        return json;
    }

    private static void put(Report report, Report.Row row, ObjectNode into) {
        into.put("id", row.rule().id())
                .put("level", row.rule().level().word())
                .put("section", row.rule().section())
                .put("statement", row.rule().statement())
                .put("verdict", row.outcome().word())
                .put("why", row.why());
        row.exchange().stream()
                .boxed()
                .flatMap(n -> report.exchange(n).stream())
                .forEach(x -> put(x, into.putObject("evidence")));
    }

    private static void put(RecordedExchange exchange, ObjectNode into) {
        into.put("exchange", exchange.started().exchange())
                .put("from", exchange.started().from())
                .put("to", exchange.started().to())
                .put(
                        "request",
                        exchange.started().method() + " " + exchange.started().origin()
                                + exchange.started().target())
                .put("requestBody", cut(exchange.request().text()))
                .put("ended", ending(exchange))
                .put("replyBody", cut(exchange.reply().text()));
    }

    private static String cut(String body) {
        return body.length() <= LONGEST_BODY ? body : body.substring(0, LONGEST_BODY) + " ...";
    }
}
