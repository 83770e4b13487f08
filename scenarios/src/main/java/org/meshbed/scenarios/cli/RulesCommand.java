package org.meshbed.scenarios.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.meshbed.scenarios.rules.RuleRow;
import org.meshbed.scenarios.rules.RuleTable;
import org.meshbed.scenarios.rules.RulesPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the rules of the specification, and what Meshbed knows to do with each. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "Lists the rules that every exchange is held against: how each is checked, which scenarios"
                + " exercise it, which mutant proves its check.")
final class RulesCommand implements Callable<Integer> {
    private static final String AREA = "%-8s %5s %10s %12s %10s %7s%n";

    @Option(names = "--summary", description = "Only figures, and what is open.")
    private boolean summary;

    @Option(names = "--json", description = "Prints the rules as JSON.")
    private boolean json;

    @Option(names = "--page", description = "Prints the page docs/rules.md.")
    private boolean page;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var table = RuleTable.current();
        if (page) out.print(RulesPage.of(table));
        else if (json) out.println(json(table));
        else if (summary) summary(table, out);
        else all(table, out);
        out.flush();
        return Exit.FINE;
    }

    private static void all(RuleTable table, PrintWriter out) {
        for (var row : table.rows()) {
            var rule = row.rule();
            out.printf(
                    "%-15s %-10s %-4s %-9s %s%n",
                    rule.id(), rule.level().word(), rule.role(), rule.versions(), rule.statement());
            out.printf("    section %s; checked: %s%n", rule.section(), row.how());
            if (row.exercised()) out.println("    scenarios: " + String.join(", ", row.scenarios()));
            if (row.proven()) out.println("    mutants: " + String.join("; ", row.mutants()));
        }
        out.println();
        out.println(table.figures());
    }

    private static void summary(RuleTable table, PrintWriter out) {
        out.printf(AREA, "part", "rules", "checkable", "implemented", "exercised", "proven");
        for (var area : table.areas()) {
            var part = new RuleTable(table.rows().stream()
                    .filter(row -> row.rule().area().equals(area))
                    .toList());
            out.printf(
                    AREA,
                    area,
                    part.rows().size(),
                    part.checkable(_ -> true),
                    part.checkable(RuleRow::implemented),
                    part.checkable(RuleRow::exercised),
                    part.checkable(RuleRow::proven));
        }
        out.println();
        table.open()
                .forEach((why, rows) -> out.println(why + " (" + rows.size() + "): "
                        + rows.stream().map(row -> row.rule().id().substring(4)).collect(Collectors.joining(" "))));
        out.println();
        out.println(table.figures());
    }

    private static String json(RuleTable table) {
        var list = new ObjectMapper().createArrayNode();
        table.rows().forEach(row -> put(row, list.addObject()));
        return list.toPrettyString();
    }

    private static void put(RuleRow row, ObjectNode into) {
        var rule = row.rule();
        into.put("id", rule.id())
                .put("level", rule.level().word())
                .put("role", rule.role())
                .put("section", rule.section())
                .put("since", rule.since().word())
                .put("until", rule.until().word())
                .put("statement", rule.statement())
                .put("checkable", rule.checkable())
                .put("implemented", row.implemented())
                .put("observed", row.observed())
                .put("how", row.how());
        row.scenarios().forEach(into.putArray("scenarios")::add);
        row.mutants().forEach(into.putArray("mutants")::add);
    }
}
