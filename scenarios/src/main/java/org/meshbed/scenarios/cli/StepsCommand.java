package org.meshbed.scenarios.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.meshbed.scenarios.run.RunOptions;
import org.meshbed.scenarios.run.StepClasses;
import org.meshbed.scenarios.sentence.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what can be said. */
@Command(
        name = "steps",
        mixinStandardHelpOptions = true,
        description = "Lists all sentences that features, 'up' and 'do' understand, grouped by what they speak of.")
final class StepsCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print them as JSON, for editors and scripts.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws JsonProcessingException {
        var all = StepClasses.sentences(List.of(RunOptions.STEPS)).all();
        var out = spec.commandLine().getOut();
        if (json)
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(asData(all)));
        else print(all, out);
        return Exit.FINE;
    }

    private static void print(List<Sentence> all, PrintWriter out) {
        var noun = "";
        for (var sentence : all) {
            if (!sentence.noun().equals(noun)) out.println((noun.isEmpty() ? "" : "\n") + sentence.noun());
            noun = sentence.noun();
            out.printf(
                    "  %-5s %s%s%n",
                    sentence.keyword(), sentence.text(), sentence.needsMore() ? "  (+ table or text)" : "");
        }
        out.println();
        out.println(all.size() + " sentences");
    }

    /** A sentence for machines. */
    private record Listed(String group, String keyword, String text, boolean needsTableOrText) {}

    private static List<Listed> asData(List<Sentence> all) {
        return all.stream()
                .map(sentence -> new Listed(sentence.noun(), sentence.keyword(), sentence.text(), sentence.needsMore()))
                .toList();
    }
}
