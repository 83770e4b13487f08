package org.meshbed.scenarios.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.scenarios.conform.DriverDesk;
import org.meshbed.scenarios.conform.DriverDesks;
import org.meshbed.scenarios.control.Answer;
import org.meshbed.scenarios.control.ControlEndpoint;
import org.meshbed.scenarios.control.Conversation;
import org.meshbed.scenarios.control.RunFile;
import org.meshbed.scenarios.control.Sign;
import org.meshbed.scenarios.control.StandingMesh;
import org.meshbed.scenarios.control.Talk;
import org.meshbed.scenarios.input.BadInput;
import org.meshbed.scenarios.meshfile.MeshFile;
import org.meshbed.scenarios.steps.AllSteps;
import org.meshbed.simulator.columns.Columns;
import org.meshbed.simulator.world.NodePlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts the mesh of a file and keeps it up. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Starts the mesh of a file on loopback, over HTTPS, and keeps it up until Ctrl-C."
                + " Takes the sentences of the features from standard input, one a line, and from './meshbed do'.",
        footer = {"", "Example:", "  ./meshbed up examples/three-sites.yaml"})
final class UpCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MESH.yaml", description = "Which nodes there are, who plays them, who lives there.")
    private Path file = Path.of("");

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "Writes every exchange and decision to this file, as JSON Lines.")
    private @Nullable Path journal;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description =
                    "Where the certificate of the nodes' authority is written. Default: .meshbed/run/<mesh>-ca.pem.")
    private @Nullable Path ca;

    @Option(
            names = "--authority",
            paramLabel = "DIR",
            description =
                    "Keeps the authority in this folder, so that the next start and other processes have the same."
                            + " Default: a new one, whose key is never on disk.")
    private @Nullable Path authority;

    @Option(
            names = "--drive",
            paramLabel = "NODE=FILE",
            description = "Offers the http driver at this node (docs/http-driver.md) to whoever has the token in the"
                    + " file; may be said for several nodes. For tests only.")
    private Map<String, Path> drive = Map.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var mesh = MeshFile.read(file, Columns::read);
        RunFile.mustBeFree(RunFile.FOLDER, mesh.mesh());
        var others = Vendors.column("reference/1.5");
        if (authority != null) StandingMesh.keepAuthorityIn(authority);
        var standing = StandingMesh.start(
                mesh.mesh(), mesh.nodes(), mesh.addresses(), Optional.ofNullable(journal), _ -> others, desks(mesh));
        mesh.links().forEach(link -> standing.mesh().world().network().latency(link.a(), link.b(), link.latency()));
        mesh.nodes().forEach(node -> standing.deny(node.name(), mesh.deniedBy(node.name())));
        var talk = new Conversation(AllSteps.sentences());
        var endpoint = ControlEndpoint.start(RunFile.FOLDER, mesh.mesh(), talk);
        UntilStopped.closeWhenStopped(() -> {
            endpoint.close();
            standing.close();
        });
        tell(mesh, standing);
        listen(talk);
        return UntilStopped.forEver();
    }

    /** The nodes that offer the driver, each for a token of its own. */
    private DriverDesks desks(MeshFile mesh) {
        var names = mesh.nodes().stream().map(NodePlan::name).toList();
        var desks = new TreeMap<String, DriverDesk>();
        drive.forEach((node, file) -> {
            if (!names.contains(node))
                throw new BadInput("--drive '" + node + "=" + file + "': there is no node '" + node + "' in "
                        + this.file + "; there are " + String.join(", ", names));
            desks.put(node, new DriverDesk(Tokens.read("--drive", file)));
        });
        return new DriverDesks(desks);
    }

    private void tell(MeshFile mesh, StandingMesh standing) {
        var out = spec.commandLine().getOut();
        var certificate = ca == null ? RunFile.FOLDER.resolve(mesh.mesh() + "-ca.pem") : ca;
        standing.writeAuthority(certificate);
        mesh.warning().ifPresent(warning -> spec.commandLine().getErr().println("meshbed: " + warning));
        out.println("mesh '" + mesh.mesh() + "' is up; the certificate of its authority is in " + certificate);
        out.println();
        Sign.lines(standing.nodes(), certificate).forEach(out::println);
        out.println();
        drive.forEach(
                (node, token) -> out.println("driver   " + node + " offers it to whoever has the token in " + token));
        out.println("Say sentences here, or elsewhere with './meshbed do SENTENCE'; './meshbed steps' lists them."
                + " Ctrl-C stops.");
        out.flush();
    }

    /** Until standard input ends; an empty line and one that begins with {@code #} says nothing. */
    private void listen(Talk talk) {
        var out = spec.commandLine().getOut();
        try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.strip().startsWith("#")) print(talk.say(line), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read", e);
        }
    }

    private static void print(Answer answer, PrintWriter out) {
        var mark = switch (answer.kind()) {
            case DONE -> "  ";
            case FAILED -> "! ";
            case NOT_UNDERSTOOD, BROKEN -> "? ";
        };
        answer.lines().forEach(line -> out.println(mark + line));
        out.flush();
    }
}
