package org.meshbed.scenarios.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.meshbed.scenarios.bench.Bench;
import org.meshbed.scenarios.bench.Figure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what the design sets budgets for. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Measures how fast Meshbed is and prints each figure beside its budget; takes about half a minute.")
final class BenchCommand implements Callable<Integer> {
    private static final String ROW = "%-46s | %14s | %15s | %-5s | %s%n";

    @Option(names = "--json", description = "Prints the figures as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var list = new ObjectMapper().createArrayNode();
        if (!json) out.printf(ROW, "figure", "measured", "budget", "holds", "");
        out.flush();
        Bench.run(figure -> {
            put(figure, list);
            if (!json) print(figure, out);
        });
        if (json) out.println(list.toPrettyString());
        return Exit.FINE;
    }

    private static void print(Figure figure, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                ROW,
                figure.name(),
                figure.measuredWords(),
                figure.budgetWords(),
                figure.holdsWords(),
                figure.note());
        out.flush();
    }

    private static void put(Figure figure, ArrayNode list) {
        var row = list.addObject().put("figure", figure.name()).put("unit", figure.unit());
        figure.measured().ifPresent(value -> row.put("measured", value));
        row.put("budget", figure.budgetWords()).put("holds", figure.holds()).put("note", figure.note());
    }
}
