package org.meshbed.scenarios.rules;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.meshbed.simulator.oracle.Rule;
import org.meshbed.simulator.oracle.Version;

/** The page of all rules, in Markdown. */
public final class RulesPage {
    private static final String HEAD = """
            # Rules

            This page is made by `./meshbed rules --page`; a test holds it against the code.

            Every exchange of every mesh is held against these rules by the oracle, each side by the version it speaks. \
            A rule is *checkable* when a server that breaks it can be told from one that does not; it is *proven* when \
            there is a mutant, a server that breaks it on purpose, and a test that the oracle finds just that. What a \
            server is free to do or not (MAY, and what the catalogue marks as information) is written down as seen or \
            not seen, and is never a failure.

            Roles: SS sending server, RS receiving server, DS who looks up, DD who is looked up, IS and IR the servers \
            of who invites and who is invited, SIG signer, VER verifier, NS and NR who sends and receives a \
            notification, APP a web app, WAYF the page that asks where one is from, DIR a directory, ALL every server.

            """;

    private RulesPage() {}

    /** The whole page. */
    public static String of(RuleTable table) {
        var page = new StringBuilder(HEAD);
        line(page, table.figures());
        line(page, "");
        areas(table, page);
        versions(table, page);
        open(table, page);
        for (var area : table.areas()) rules(area, table, page);
        return page.toString();
    }

    private static void areas(RuleTable table, StringBuilder page) {
        line(page, "| part | rules | checkable | implemented | exercised | proven |");
        line(page, "|---|---|---|---|---|---|");
        for (var area : table.areas()) {
            var rows = new RuleTable(of(area, table));
            line(
                    page,
                    "| [%s](#%s) | %d | %d | %d | %d | %d |"
                            .formatted(
                                    area,
                                    area.toLowerCase(Locale.ROOT),
                                    rows.rows().size(),
                                    rows.checkable(_ -> true),
                                    rows.checkable(RuleRow::implemented),
                                    rows.checkable(RuleRow::exercised),
                                    rows.checkable(RuleRow::proven)));
        }
        line(page, "");
    }

    private static void versions(RuleTable table, StringBuilder page) {
        line(page, "## Versions");
        line(page, "");
        line(
                page,
                "What two servers say to each other is judged by the older of their versions, a discovery document by");
        line(
                page,
                "its own. A rule of the newest draft holds in an older version where the tables of versions say so.");
        line(page, "");
        line(page, "| version | rules that hold in it | checkable | implemented |");
        line(page, "|---|---|---|---|");
        for (var version : Version.values()) {
            var rows = new RuleTable(table.rows().stream()
                    .filter(row -> row.rule().holdsIn(version))
                    .toList());
            line(
                    page,
                    "| %s | %d | %d | %d |"
                            .formatted(
                                    version.word(),
                                    rows.rows().size(),
                                    rows.checkable(_ -> true),
                                    rows.checkable(RuleRow::implemented)));
        }
        line(page, "");
    }

    private static void open(RuleTable table, StringBuilder page) {
        line(page, "## What is open");
        line(page, "");
        line(page, "| it | rules |");
        line(page, "|---|---|");
        table.open().forEach((why, rows) -> line(page, "| %s | %s |".formatted(why, ids(rows))));
        line(page, "");
    }

    private static String ids(List<RuleRow> rows) {
        return rows.stream().map(row -> row.rule().id()).collect(Collectors.joining(", "));
    }

    private static void rules(String area, RuleTable table, StringBuilder page) {
        line(page, "## " + area);
        line(page, "");
        line(
                page,
                "| rule | role | level | versions | what it asks | section | how it is checked | scenarios | mutants |");
        line(page, "|---|---|---|---|---|---|---|---|---|");
        of(area, table).forEach(row -> line(page, row(row)));
        line(page, "");
    }

    private static List<RuleRow> of(String area, RuleTable table) {
        return table.rows().stream()
                .filter(row -> row.rule().area().equals(area))
                .toList();
    }

    private static String row(RuleRow row) {
        Rule rule = row.rule();
        return "| %s | %s | %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        rule.id(),
                        rule.role(),
                        rule.level().word(),
                        rule.versions(),
                        escaped(rule.statement()),
                        escaped(rule.section()),
                        row.how(),
                        row.exercised() ? row.scenarios().size() : "-",
                        row.proven() ? row.mutants().size() : "-");
    }

    /** What is between angle brackets would be taken for HTML. */
    private static String escaped(String text) {
        return text.replace("<", "&lt;").replace(">", "&gt;").replace("|", "&#124;");
    }

    private static void line(StringBuilder page, String line) {
        page.append(line).append('\n');
    }
}
