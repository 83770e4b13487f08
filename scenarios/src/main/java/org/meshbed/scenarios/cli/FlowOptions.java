package org.meshbed.scenarios.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.vendor.Nearest;
import org.meshbed.scenarios.input.BadInput;
import org.meshbed.simulator.calibration.ShippedBindings;
import org.meshbed.simulator.calibration.learn.Recorded;
import org.meshbed.simulator.calibration.trace.Flow;
import org.meshbed.simulator.calibration.trace.TraceReader;
import picocli.CommandLine.Option;

/** Which flows of recordings are meant, and what goes with them. */
final class FlowOptions {
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

    /** Every flow of these files and folders. */
    static List<Flow> all(List<Path> traces) {
        return traces.stream().flatMap(t -> TraceReader.read(t).stream()).toList();
    }

    /** Those of them that are meant; throws {@link BadInput} where a name fits none. */
    List<Recorded> wanted(List<Flow> all) {
        var handed = Optional.ofNullable(bindings).map(ShippedBindings::file);
        for (var name : only)
            if (all.stream().noneMatch(f -> f.name().startsWith(name)))
                throw new BadInput("no flow begins with '" + name + "'"
                        + Nearest.hint(name, all.stream().map(Flow::name).toList()));
        return all.stream()
                .filter(f -> only.isEmpty() || only.stream().anyMatch(f.name()::startsWith))
                .map(f -> new Recorded(f, handed.orElseGet(() -> ShippedBindings.of(f.folder()))))
                .toList();
    }
}
