package org.meshbed.scenarios.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.scenarios.control.Answer;
import org.meshbed.scenarios.control.ControlEndpoint;
import org.meshbed.scenarios.control.Conversation;
import org.meshbed.scenarios.control.RunFile;
import org.meshbed.scenarios.control.Sign;
import org.meshbed.scenarios.control.StandingMesh;
import org.meshbed.scenarios.control.Talk;
import org.meshbed.scenarios.input.BadInput;
import org.meshbed.scenarios.meshfile.MeshFile;
import org.meshbed.scenarios.meshfile.Naming;
import org.meshbed.scenarios.steps.AllSteps;
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

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var mesh = read();
        RunFile.mustBeFree(RunFile.FOLDER, mesh.mesh());
        var others = Vendors.column("reference/1.5");
        var standing = StandingMesh.start(mesh.mesh(), mesh.nodes(), Optional.ofNullable(journal), _ -> others);
        mesh.links().forEach(link -> standing.mesh().world().network().latency(link.a(), link.b(), link.latency()));
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

    private MeshFile read() {
        var mesh = MeshFile.read(file, Vendors::column);
        if (mesh.naming() != Naming.NAME)
            throw new BadInput(file + ": 'naming' other than 'name' is not there yet; take it out");
        return mesh;
    }

    private void tell(MeshFile mesh, StandingMesh standing) {
        var out = spec.commandLine().getOut();
        var authority = ca == null ? RunFile.FOLDER.resolve(mesh.mesh() + "-ca.pem") : ca;
        standing.writeAuthority(authority);
        out.println("mesh '" + mesh.mesh() + "' is up; the certificate of its authority is in " + authority);
        out.println();
        Sign.lines(standing.nodes(), authority).forEach(out::println);
        out.println();
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
