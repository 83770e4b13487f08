package org.meshbed.scenarios.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.meshbed.scenarios.control.Answer;
import org.meshbed.scenarios.control.ControlClient;
import org.meshbed.scenarios.control.RunFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says one sentence to a mesh that is up. */
@Command(
        name = "do",
        mixinStandardHelpOptions = true,
        description = "Says one sentence to a mesh that 'up' holds in this folder, and prints what came of it.",
        footer = {"", "Example:", "  ./meshbed do alice at cern shares report.txt with bob at surf"})
final class DoCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "SENTENCE",
            description = "As in a feature file, with or without quotes around it; './meshbed steps' lists them all.")
    private List<String> words = List.of();

    @Option(names = "--mesh", paramLabel = "NAME", description = "Which mesh, where several are up.")
    private @Nullable String mesh;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var run = RunFile.find(RunFile.FOLDER, Optional.ofNullable(mesh));
        var answer = ControlClient.say(run, String.join(" ", words));
        var fine = answer.kind() == Answer.Kind.DONE || answer.kind() == Answer.Kind.FAILED;
        var to = fine ? spec.commandLine().getOut() : spec.commandLine().getErr();
        answer.lines().forEach(line -> to.println(fine ? line : "meshbed: " + line));
        return answer.kind().exitCode();
    }
}
