package org.meshbed.scenarios.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.vendor.BadProfile;
import org.meshbed.nodes.vendor.Nearest;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.scenarios.calibration.AgreementJson;
import org.meshbed.scenarios.calibration.AgreementText;
import org.meshbed.simulator.calibration.Agreement;
import org.meshbed.simulator.calibration.Calibration;
import org.meshbed.simulator.calibration.ObservedEvidence;
import org.meshbed.simulator.calibration.RecordedSteps;
import org.meshbed.simulator.calibration.ShippedBindings;
import org.meshbed.simulator.calibration.trace.Flow;
import org.meshbed.simulator.calibration.trace.TraceReader;
import picocli.CommandLine.Command;
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

    @Option(
            names = "--bindings",
            paramLabel = "FILE",
            description = "What the recordings do not say by themselves; else those that ship for the folder's name.")
    private @Nullable Path bindings;

    @Option(
            names = "--flow",
            paramLabel = "NAME",
            description = "Only flows whose name begins so; may be given several times.")
    private List<String> only = new ArrayList<>();

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
        var column = Vendors.column(profile);
        var handed = Optional.ofNullable(bindings).map(ShippedBindings::file);
        var all = traces.stream().flatMap(t -> TraceReader.read(t).stream()).toList();
        var flows = wanted(all);
        warn(column, all);
        var done = new ArrayList<Agreement.OfFlow>();
        for (var flow : flows) {
            var checked = Calibration.check(column, handed.orElseGet(() -> ShippedBindings.of(flow.folder())), flow);
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

    private List<Flow> wanted(List<Flow> all) {
        for (var name : only)
            if (all.stream().noneMatch(f -> f.name().startsWith(name)))
                throw new BadProfile("no flow begins with '" + name + "'"
                        + Nearest.hint(name, all.stream().map(Flow::name).toList()));
        return all.stream()
                .filter(f -> only.isEmpty() || only.stream().anyMatch(f.name()::startsWith))
                .toList();
    }
}
