package org.meshbed.scenarios.meshfile;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.simulator.network.Latency;
import org.meshbed.simulator.world.NodePlan;
import org.meshbed.simulator.world.loopback.Addresses;

/**
 * What a mesh file says.
 *
 * @param mesh its name
 * @param nodes in the order of the file
 * @param hosts of nodes that were given one, by name
 * @param denied pairs of nodes that deny each other; each keeps a list of servers that it denies
 */
public record MeshFile(
        String mesh,
        long seed,
        Naming naming,
        List<NodePlan> nodes,
        Map<String, String> hosts,
        List<Link> links,
        List<Strangers> denied) {

    /** How long messages travel between two nodes, each way. */
    public record Link(String a, String b, Latency latency) {}

    /** Two nodes that have nothing to do with each other. */
    public record Strangers(String a, String b) {}

    public MeshFile {
        nodes = List.copyOf(nodes);
        hosts = Collections.unmodifiableMap(new LinkedHashMap<>(hosts));
        links = List.copyOf(links);
        denied = List.copyOf(denied);
    }

    /**
     * Reads a mesh file; throws {@link org.meshbed.scenarios.input.BadInput} with all its mistakes. A folder named in
     * it is looked for from the folder that the file is in.
     *
     * @param columns reads the column that names a vendor
     */
    public static MeshFile read(Path file, Function<String, Profile> columns) {
        var mistakes = new Mistakes(file);
        var root = new YamlReader(mistakes).read(file);
        var mesh = new MeshReader(file, column -> columns.apply(beside(file, column)), mistakes).read(root);
        mistakes.throwIfAny();
        return mesh;
    }

    /** Where its nodes listen and what they are called. */
    public Addresses addresses() {
        return Addresses.LOOPBACK.with(name -> switch (naming) {
            case NAME -> name + ".localhost";
            case PORT -> "localhost";
            case HOST -> hosts.getOrDefault(name, name + ".localhost");
        });
    }

    /** The nodes that a node denies. */
    public List<String> deniedBy(String node) {
        return denied.stream()
                .filter(pair -> pair.a().equals(node) || pair.b().equals(node))
                .map(pair -> pair.a().equals(node) ? pair.b() : pair.a())
                .distinct()
                .toList();
    }

    /** What its reader should know before they rely on it. */
    public Optional<String> warning() {
        return naming == Naming.PORT
                ? Optional.of("'naming: port' calls every node localhost: real and simulated servers treat that name"
                        + " specially; some speak plain http to it, others refuse it")
                : Optional.empty();
    }

    /** A profile in a file of its own is named as seen from the mesh file. */
    private static String beside(Path file, String column) {
        return column.matches(".*\\.ya?ml(\\[.*)?")
                ? file.resolveSibling(column).toString()
                : column;
    }
}
