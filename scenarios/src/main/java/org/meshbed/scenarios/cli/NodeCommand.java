package org.meshbed.scenarios.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.http.NodeApplication;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.node.OcmNode;
import org.meshbed.nodes.node.Person;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.scenarios.conform.DriverDesk;
import org.meshbed.scenarios.control.Sign;
import org.meshbed.scenarios.control.StandingMesh;
import org.meshbed.scenarios.input.BadInput;
import org.meshbed.scenarios.meshfile.Words;
import org.meshbed.simulator.columns.Columns;
import org.meshbed.simulator.world.NodePlan;
import org.meshbed.simulator.world.loopback.Addresses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One node in a process of its own. */
@Command(
        name = "node",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Starts one node and keeps it up until Ctrl-C or SIGTERM.",
        footer = {"", "Example:", "  ./meshbed node --name cern --port 9401 --people alice,bob --data kept/cern"})
final class NodeCommand implements Callable<Integer> {
    @Option(names = "--name", paramLabel = "NAME", defaultValue = "node", description = "Its name. Default: node.")
    private String name = "";

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "The host its addresses end in. Default: <name>.localhost.")
    private @Nullable String host;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Where it listens. Default: 127.0.0.1, so nothing but this machine reaches it.")
    private String bind = "";

    @Option(names = "--port", paramLabel = "PORT", description = "Default: a free one.")
    private @Nullable String port;

    @Option(
            names = "--vendor",
            paramLabel = "COLUMN",
            defaultValue = "reference/1.5",
            description = "Who plays it. Default: reference/1.5.")
    private String vendor = "";

    @Option(names = "--people", paramLabel = "USER,...", split = ",", description = "Who has an account there.")
    private List<String> people = List.of();

    @Option(names = "--data", paramLabel = "DIR", description = "Keeps its state in this folder. Default: in memory.")
    private @Nullable Path data;

    @Option(names = "--http", description = "Speaks plain HTTP, for tests only.")
    private boolean http;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            defaultValue = ".meshbed/run/node-ca.pem",
            description = "Where the certificate of its authority is written.")
    private Path ca = Path.of("");

    @Option(names = "--journal", paramLabel = "FILE", description = "Writes every exchange and decision to this file.")
    private @Nullable Path journal;

    @Option(
            names = "--authority",
            paramLabel = "DIR",
            description =
                    "Keeps the authority in this folder: nodes that share it trust each other. Default: a new one.")
    private @Nullable Path authority;

    @Option(
            names = "--drive",
            paramLabel = "FILE",
            description = "Lets whoever has the token in this file make its people act (see docs/http-driver.md).")
    private @Nullable Path drive;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var profile = Columns.read(vendor);
        var node = new NodePlan(
                BadInput.reading("--name", () -> Words.name(name)),
                profile,
                BadInput.reading("--people", this::accounts),
                List.of(),
                http ? Scheme.HTTP : Scheme.HTTPS,
                BadInput.reading("--port", this::listening),
                Optional.ofNullable(data));
        if (authority != null) StandingMesh.keepAuthorityIn(authority);
        var standing = StandingMesh.start(
                name, List.of(node), addresses(), Optional.ofNullable(journal), _ -> profile, serving());
        UntilStopped.closeWhenStopped(standing::close);
        standing.writeAuthority(ca);
        var out = spec.commandLine().getOut();
        Sign.lines(standing.nodes(), ca).forEach(out::println);
        out.flush();
        return UntilStopped.forEver();
    }

    private BiFunction<OcmNode, WireRequest, WireAnswer> serving() {
        if (drive == null) return (node, request) -> NodeApplication.shared().answer(node, request);
        return new DriverDesk(Tokens.read("--drive", drive))::answer;
    }

    private List<Person> accounts() {
        return people.stream().map(Words::user).map(Person::named).toList();
    }

    private OptionalInt listening() {
        return port == null ? OptionalInt.empty() : OptionalInt.of(Words.port(port));
    }

    private String called() {
        return host == null ? name + ".localhost" : ServerHost.parse(host).name();
    }

    private Addresses addresses() {
        var called = BadInput.reading("--host", this::called);
        try {
            return new Addresses(InetAddress.getByName(bind), _ -> called);
        } catch (UnknownHostException e) {
            throw new BadInput("--bind '" + bind + "' is not an address of this machine; for example 127.0.0.1");
        }
    }
}
