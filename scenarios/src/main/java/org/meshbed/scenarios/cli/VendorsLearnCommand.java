package org.meshbed.scenarios.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.scenarios.input.BadInput;
import org.meshbed.scenarios.vendors.Compared;
import org.meshbed.simulator.calibration.learn.Child;
import org.meshbed.simulator.calibration.learn.Learned;
import org.meshbed.simulator.calibration.learn.Learning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proposes the quirks that would explain a recording of a release nobody has described yet. */
@Command(
        name = "learn",
        mixinStandardHelpOptions = true,
        description =
                "Plays a recording at nodes of a profile and proposes the smallest set of quirks that would explain where"
                        + " they differ, for a person to accept: prints them as 'vendors diff' does, and the profile.",
        footer = {
            "Examples:",
            "  ./meshbed vendors learn recordings/ocm-go-1 --like ocm-go/1",
            "  ./meshbed vendors learn recordings/acme-2 --like acme.yaml --bindings acme-2-bindings.yaml --out acme-2.yaml"
        })
final class VendorsLearnCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "TRACE",
            description = "A .jsonl file, or a folder of them, all of one product line.")
    private List<Path> traces = new ArrayList<>();

    @Option(
            names = "--like",
            required = true,
            paramLabel = "PROFILE",
            description = "What to begin from: a profile that ships, or a .yaml file.")
    private String like = "";

    @Option(
            names = "--from",
            paramLabel = "PROFILE,...",
            description = "Profiles whose ways are tried; by default all that ship.")
    private String from = "";

    @Mixin
    private FlowOptions which = new FlowOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "Where the profile is written; printed where left out.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (like.contains("["))
            throw new BadInput("--like '" + like + "' has settings; name the profile alone: the bindings switch them");
        var profile = Vendors.column(like);
        var err = spec.commandLine().getErr();
        var learned = Learning.learn(child(profile), which.wanted(FlowOptions.all(traces)), others(), line -> {
            err.println(line);
            err.flush();
        });
        tell(profile, learned);
        return Exit.FINE;
    }

    /** A file beside which another one lies names it by the way there. */
    private Child child(Profile profile) {
        var file = Optional.ofNullable(out).orElse(Path.of("learned.yaml")).toAbsolutePath();
        var folder = Optional.ofNullable(file.getParent()).orElseThrow();
        var parent = Vendors.names().contains(like)
                ? like
                : folder.relativize(Path.of(like).toAbsolutePath()).toString();
        return new Child(file, parent, profile);
    }

    private void tell(Profile profile, Learned learned) {
        var to = spec.commandLine().getOut();
        var lines = Compared.lines(profile, learned.profile());
        lines.forEach(to::println);
        if (lines.isEmpty()) to.println("nothing that was tried explains more than " + like + " does");
        to.println("before: " + learned.before().words());
        to.println("after:  " + learned.after().words());
        if (out == null) to.print("\n" + learned.text());
        else write(out, learned.text());
        to.flush();
    }

    private void write(Path file, String text) {
        try {
            Files.writeString(file, text);
            spec.commandLine().getOut().println("wrote " + file);
        } catch (IOException e) {
            throw new BadInput("--out " + file + " cannot be written: its folder must be there, and be yours to write");
        }
    }

    private List<Profile> others() {
        var columns = from.isBlank() ? Vendors.names() : Vendors.columns(from);
        return columns.stream()
                .filter(c -> !c.equals(like))
                .map(Vendors::column)
                .toList();
    }
}
