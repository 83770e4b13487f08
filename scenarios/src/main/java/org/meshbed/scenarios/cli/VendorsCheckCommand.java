package org.meshbed.scenarios.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.scenarios.calibration.AgreementJson;
import org.meshbed.scenarios.calibration.AgreementText;
import org.meshbed.simulator.calibration.Agreement;
import org.meshbed.simulator.calibration.Calibration;
import org.meshbed.simulator.calibration.ObservedEvidence;
import org.meshbed.simulator.calibration.RecordedSteps;
import org.meshbed.simulator.calibration.trace.Flow;
import org.meshbed.simulator.columns.Columns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays recordings of a real server at nodes of a profile and says where they differ. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Plays the recorded requests of real servers at nodes of a profile, answers the calls of these nodes"
                        + " as recorded, and says in which exchanges they differ. Exit code 1: fewer agree than --at-least.",
        footer = {
            "Examples:",
            "  ./meshbed vendors check ocm-go/1 recordings/ocm-go-1",
            "  ./meshbed vendors check ocm-go/1 recordings/ocm-go-1 --flow 05 --quiet",
            "  ./meshbed vendors check acme.yaml --bindings acme-bindings.yaml recordings/acme/*.jsonl"
        })
final class VendorsCheckCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "PROFILE", description = "A profile that ships, or a .yaml file.")
    private String profile = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "TRACE",
            description = "A .jsonl file, or a folder of them.")
    private List<Path> traces = new ArrayList<>();

    @Mixin
    private FlowOptions which = new FlowOptions();

    @Option(names = "--quiet", description = "A line per flow and the sum, without the differences.")
    private boolean quiet;

    @Option(names = "--json", description = "Prints the agreement and all differences as JSON.")
    private boolean json;

    @Option(
            names = "--at-least",
            paramLabel = "PERCENT",
            defaultValue = "97",
            description = "How many exchanges must agree; by default ${DEFAULT-VALUE} of a hundred.")
    private double atLeast;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var column = Columns.read(profile);
        var all = FlowOptions.all(traces);
        var wanted = which.wanted(all);
        warn(column, all);
        var done = new ArrayList<Agreement.OfFlow>();
        for (var recorded : wanted) {
            var checked = Calibration.check(column, recorded.bindings(), recorded.flow());
            if (!json) AgreementText.flow(checked, !quiet, out);
            out.flush();
            done.add(checked);
        }
        return end(new Agreement(done), out);
    }

    private int end(Agreement agreement, PrintWriter out) {
        out.println(json ? AgreementJson.of(agreement) : agreement.words());
        out.flush();
        return agreement.exchanges() > 0 && agreement.perMille() >= atLeast * 10 ? Exit.FINE : Exit.FAILED;
    }

    /** What the profile says it saw in these recordings and did not: its agreement stands, whatever is wrong there. */
    private void warn(Profile column, List<Flow> flows) {
        var steps = new RecordedSteps();
        flows.forEach(steps::put);
        for (var mistake : new ObservedEvidence(steps).mistakesInFlowsAtHand(column))
            spec.commandLine().getErr().println("evidence: " + mistake);
        spec.commandLine().getErr().flush();
    }
}
