package org.meshbed.scenarios.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.scenarios.conform.AskedGestures;
import org.meshbed.scenarios.conform.Conformance;
import org.meshbed.scenarios.conform.Extent;
import org.meshbed.scenarios.conform.Gestures;
import org.meshbed.scenarios.conform.HttpGestures;
import org.meshbed.scenarios.conform.Report;
import org.meshbed.scenarios.conform.ReportText;
import org.meshbed.scenarios.conform.Trusting;
import org.meshbed.scenarios.control.StandingMesh;
import org.meshbed.scenarios.input.BadInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
                + " exchange, and tells rule by rule what came of it. Some of its peers mean harm: what the server does"
                + " then is told guard by guard.",
        footer = {
            "",
            "Examples:",
            "  ./meshbed conform https://cloud.example.org --party alice",
            "  ./meshbed conform https://cloud.example.org --party alice --bind 0.0.0.0 --host testbed.example.org"
                    + " --port 9500"
        })
final class ConformCommand implements Callable<Integer> {
    @Parameters(paramLabel = "URL", description = "The server; for example https://cloud.example.org")
    private String url = "";

    @Option(names = "--party", paramLabel = "NAME", description = "An account there that shares may be sent to.")
    private @Nullable String party;

    @Option(names = "--driver", paramLabel = "NAME", description = "Makes the party act. There is one: http.")
    private @Nullable String driver;

    @Option(
            names = "--token",
            paramLabel = "FILE|VARIABLE",
            description = "Where the token of the driver is: a file, or a variable of the environment.")
    private @Nullable String token;

    @Option(names = "--interactive", description = "Asks the person at the keyboard to act as the party.")
    private boolean interactive;

    @Option(names = "--cacert", paramLabel = "FILE", description = "Trusts the certificates in this file too (PEM).")
    private @Nullable Path cacert;

    @Option(
            names = "--authority",
            paramLabel = "DIR",
            description = "Keeps the authority of our own peer in this folder, for the server to trust (ca.pem).")
    private @Nullable Path authority;

    @Mixin
    private PeerOptions peers = new PeerOptions();

    @Option(names = "--slow", description = "Also tries how long the server waits for others: half a minute more.")
    private boolean slow;

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
        var place = peers.place();
        var wanted = new Conformance.Wanted(
                server,
                trusting,
                Optional.ofNullable(party),
                gestures(server, trusting),
                place,
                slow ? Extent.SLOW : Extent.GUARDS);
        peers.tell(spec.commandLine().getErr());
        var report = new Conformance(wanted).run();
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

    private Optional<Gestures> gestures(Origin server, Trusting trusting) {
        if (driver == null && !interactive) return Optional.empty();
        if (party == null) throw new BadInput("--driver and --interactive need to know who acts: --party NAME");
        if (driver == null)
            return Optional.of(
                    new AskedGestures(party, keyboard(), spec.commandLine().getErr()));
        if (!driver.equals("http")) throw new BadInput("--driver '" + driver + "' is not known; there is: http");
        if (token == null) throw new BadInput("--driver http needs a token: --token FILE or --token VARIABLE");
        return Optional.of(new HttpGestures(server, trusting, party, Tokens.fileOrVariable("--token", token)));
    }

    private static BufferedReader keyboard() {
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
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
