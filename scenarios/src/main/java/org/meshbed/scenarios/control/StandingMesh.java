package org.meshbed.scenarios.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.meshbed.nodes.http.NodeApplication;
import org.meshbed.nodes.jetty.PortInUse;
import org.meshbed.nodes.node.NodeSettings;
import org.meshbed.nodes.node.OcmNode;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.scenarios.input.BadInput;
import org.meshbed.scenarios.run.Meshes;
import org.meshbed.scenarios.state.Bindings;
import org.meshbed.simulator.mesh.Mesh;
import org.meshbed.simulator.world.NodePlan;
import org.meshbed.simulator.world.loopback.Addresses;
import org.meshbed.simulator.world.loopback.LoopbackWorld;

/** A mesh on loopback that stays up until it is closed; others may call its nodes, and sentences may be said to it. */
public final class StandingMesh implements AutoCloseable {
    private final Mesh mesh;

    private StandingMesh(Mesh mesh) {
        this.mesh = mesh;
    }

    /**
     * Starts these nodes; all serve when this returns. Throws {@link BadInput} where one of them cannot have its port.
     *
     * @param addresses where they listen and what they are called
     * @param journal file to write every exchange and decision to
     * @param others the vendor of a node that a sentence starts
     */
    public static StandingMesh start(
            String name,
            List<NodePlan> nodes,
            Addresses addresses,
            Optional<Path> journal,
            Function<String, Profile> others) {
        return start(
                name,
                nodes,
                addresses,
                journal,
                others,
                (node, request) -> NodeApplication.shared().answer(node, request));
    }

    /**
     * The same.
     *
     * @param serving how its nodes answer
     */
    public static StandingMesh start(
            String name,
            List<NodePlan> nodes,
            Addresses addresses,
            Optional<Path> journal,
            Function<String, Profile> others,
            BiFunction<OcmNode, WireRequest, WireAnswer> serving) {
        var mesh = BadInput.reading("--authority", () -> Meshes.standing(name, addresses, serving));
        var standing = new StandingMesh(mesh);
        try {
            if (journal.isPresent()) standing.record(journal.get());
            nodes.forEach(standing::add);
            Bindings.use(new Bindings(() -> mesh, others));
            return standing;
        } catch (RuntimeException e) {
            standing.close();
            throw e;
        }
    }

    /** Keeps the authority of all standing meshes of this process in a folder; to be said before the first starts. */
    public static void keepAuthorityIn(Path folder) {
        LoopbackWorld.keepAuthorityIn(folder);
    }

    public Mesh mesh() {
        return mesh;
    }

    public List<NodeSettings> nodes() {
        var nodes = new ArrayList<NodeSettings>();
        for (var slot : mesh.world().nodes()) nodes.add(slot.node().settings());
        return nodes;
    }

    /** Writes the certificate of the authority behind all its nodes, for {@code curl --cacert}. */
    public void writeAuthority(Path file) {
        try {
            if (file.toAbsolutePath().getParent() != null)
                Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, LoopbackWorld.caPem());
        } catch (IOException e) {
            throw new BadInput("the certificate cannot be written to " + file + ": " + e.getMessage());
        }
    }

    /** The node denies these others from now on, which run already. */
    public void deny(String node, List<String> others) {
        if (others.isEmpty()) return;
        var hosts =
                others.stream().map(other -> mesh.slot(other).host().toString()).toList();
        var told = mesh.operator(node).editProviderList(hosts);
        if (!told.happened()) throw new BadInput("node '" + node + "' cannot deny others: " + told.words());
    }

    private void record(Path file) {
        try {
            mesh.journal().writeTo(file);
        } catch (IOException e) {
            throw new BadInput("--journal '" + file + "' cannot be written: " + e.getMessage());
        }
    }

    private void add(NodePlan plan) {
        try {
            mesh.node(plan);
        } catch (PortInUse e) {
            throw new BadInput(
                    "node '" + plan.name() + "' cannot have port " + plan.port().orElse(0)
                            + ": it is in use; give it another port, or none to have a free one chosen");
        }
    }

    @Override
    public void close() {
        Bindings.clear();
        try {
            mesh.close();
        } finally {
            mesh.journal().close();
        }
    }
}
