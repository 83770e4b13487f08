package org.meshbed.scenarios.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.scenarios.conform.PeerPlace;
import org.meshbed.scenarios.input.BadInput;
import org.meshbed.scenarios.meshfile.Words;
import org.meshbed.simulator.world.loopback.LoopbackWorld;
import picocli.CommandLine.Option;

/** Where the server under test finds the peers that Meshbed puts beside it. */
final class PeerOptions {
    private static final int HIGHEST = 65535;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Where the peers of the server listen. Default: 127.0.0.1, so nothing but this machine"
                    + " reaches them; 0.0.0.0 for servers elsewhere, in containers too.")
    private String bind = "";

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "The name by which the server reaches this machine. Default: names below localhost.")
    private @Nullable String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port of the first peer; the others take those behind it. Default: free ones.")
    private @Nullable String port;

    @Option(
            names = "--inside",
            paramLabel = "NAME",
            description = "A name that leads the server to where the peers listen, and that it is not to follow there:"
                    + " a public one that its resolver was told a private address for.")
    private @Nullable String inside;

    @Option(names = "--http", description = "The peers speak plain HTTP, for servers that do so in tests.")
    private boolean http;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            defaultValue = ".meshbed/conform/peer-ca.pem",
            description = "Where the certificate of the peers' authority is written, for the server to trust."
                    + " Default: .meshbed/conform/peer-ca.pem.")
    private Path ca = Path.of("");

    PeerPlace place() {
        var scheme = http ? Scheme.HTTP : Scheme.HTTPS;
        return new PeerPlace(
                address(),
                Optional.ofNullable(host).map(name -> name("--host", name)),
                first(),
                scheme,
                Optional.ofNullable(inside).map(name -> name("--inside", name)));
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw new BadInput("--bind '" + bind + "' is not an address of this machine; for example 0.0.0.0");
        }
    }

    private static String name(String option, String text) {
        try {
            var parsed = ServerHost.parse(text);
            if (parsed.toString().equals(parsed.name())) return parsed.name();
        } catch (NotWellFormed e) {
            throw new BadInput(option + " '" + text + "' is not a name; for example testbed.example.org");
        }
        throw new BadInput(option + " '" + text + "' has a port; give it by --port");
    }

    private int first() {
        var wanted = port;
        if (wanted == null) return 0;
        int first = BadInput.reading("--port", () -> Words.port(wanted));
        if (PeerPlace.last(first) > HIGHEST)
            throw new BadInput("--port " + first + " leaves no room: the peers take the ports " + first + " to "
                    + PeerPlace.last(first));
        return first;
    }

    /** Writes the certificate that the server has to trust, and says where. */
    void tell(PrintWriter out) {
        if (http) return;
        try {
            if (ca.toAbsolutePath().getParent() != null)
                Files.createDirectories(ca.toAbsolutePath().getParent());
            Files.writeString(ca, LoopbackWorld.caPem());
        } catch (IOException e) {
            throw new BadInput("--ca '" + ca + "' cannot be written: " + e.getMessage());
        }
        out.println("the peers' certificates are signed by the authority in " + ca
                + "; the server has to trust it, or it cannot answer them");
        out.flush();
    }
}
