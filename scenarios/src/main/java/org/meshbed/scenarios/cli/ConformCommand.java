package org.meshbed.scenarios.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.scenarios.conform.Conformance;
import org.meshbed.scenarios.conform.Gestures;
import org.meshbed.scenarios.conform.Report;
import org.meshbed.scenarios.conform.ReportText;
import org.meshbed.scenarios.conform.Trusting;
import org.meshbed.scenarios.control.StandingMesh;
import org.meshbed.scenarios.input.BadInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds the rules against one real server. */
@Command(
        name = "conform",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Holds the rules against one real server: sends it what is right and what is wrong, judges every"
                + " exchange, and tells rule by rule what came of it.",
        footer = {"", "Example:", "  ./meshbed conform https://cloud.example.org --party alice"})
final class ConformCommand implements Callable<Integer> {
    @Parameters(paramLabel = "URL", description = "The server; for example https://cloud.example.org")
    private String url = "";

    @Option(names = "--party", paramLabel = "NAME", description = "An account there that shares may be sent to.")
    private @Nullable String party;

    @Option(names = "--cacert", paramLabel = "FILE", description = "Trusts the certificates in this file too (PEM).")
    private @Nullable Path cacert;

    @Option(
            names = "--authority",
            paramLabel = "DIR",
            description = "Keeps the authority of our own peer in this folder, for the server to trust (ca.pem).")
    private @Nullable Path authority;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".meshbed/conform",
            description = "Where the report is written. Default: .meshbed/conform.")
    private Path folder = Path.of("");

    @Option(names = "--json", description = "Prints the report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var server = server();
        if (authority != null) StandingMesh.keepAuthorityIn(authority);
        var trusting = Trusting.machineAnd(Optional.ofNullable(cacert));
        var report =
                new Conformance(new Conformance.Wanted(server, trusting, Optional.ofNullable(party), gestures())).run();
        write(report);
        var out = spec.commandLine().getOut();
        if (json) out.println(ReportText.json(report).toPrettyString());
        else ReportText.lines(report).forEach(out::println);
        out.flush();
        return report.failed() ? Exit.FAILED : Exit.FINE;
    }

    private Origin server() {
        var endpoint = Endpoint.parse(url);
        if (!endpoint.target().equals("/"))
            throw new BadInput("'" + url + "' has a path; a server is found at its host alone: " + endpoint.origin());
        return endpoint.origin();
    }

    private Optional<Gestures> gestures() {
        return Optional.empty();
    }

    private void write(Report report) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("report.txt"), ReportText.lines(report));
            Files.writeString(
                    folder.resolve("report.json"), ReportText.json(report).toPrettyString());
        } catch (IOException e) {
            throw new BadInput("--out '" + folder + "' cannot be written: " + e.getMessage());
        }
    }
}
