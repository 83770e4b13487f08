package org.meshbed.scenarios.meshfile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.simulator.network.Latency;
import org.meshbed.simulator.world.NodePlan;

/** Reads the whole of a mesh file; goes on after a mistake, so that all of them are found. */
final class MeshReader {
    private static final List<String> KEYS = List.of("mesh", "seed", "naming", "nodes", "links", "trust");
    private static final List<String> LINK_KEYS = List.of("between", "latency", "loss");
    private static final String LINK = "{between: [cern, surf], latency: 40ms}";
    private static final String NODES = "cern: {vendor: reference/1.5, parties: [alice]}";

    private final Path file;
    private final Function<String, Profile> columns;
    private final Mistakes mistakes;

    MeshReader(Path file, Function<String, Profile> columns, Mistakes mistakes) {
        this.file = file;
        this.columns = columns;
        this.mistakes = mistakes;
    }

    MeshFile read(Yaml value) {
        var root =
                mistakes.mapping("a mesh file", value, "nodes: {" + NODES + "}").orElseThrow(mistakes::badInput);
        mistakes.unknownKeys("a mesh file", root, KEYS);
        var reader = new NodeReader(file, columns, mistakes);
        var found = nodes(root, reader);
        var trust = new TrustReader(found, mistakes);
        var denied = trust.denied(root);
        var nodes = trust.withLists(root, denied);
        var naming = text(root, "naming", "name", text -> Words.oneOf(Naming.class, text))
                .orElse(Naming.NAME);
        if (naming == Naming.HOST) everyNodeHasAHost(root, reader);
        return new MeshFile(
                text(root, "mesh", "workshop", Words::name).orElseGet(this::fileName),
                text(root, "seed", "7", text -> Words.number(text, "7")).orElse(1L),
                naming,
                nodes,
                reader.hosts(),
                links(root, nodes.stream().map(NodePlan::name).toList()),
                denied);
    }

    private <T> Optional<T> text(Yaml.Mapping root, String key, String example, Function<String, T> parse) {
        return root.get(key).flatMap(value -> mistakes.parsed("'" + key + "'", value, example, parse));
    }

    private String fileName() {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }

    private List<NodePlan> nodes(Yaml.Mapping root, NodeReader reader) {
        var value = root.get("nodes").orElseGet(() -> new Yaml.Scalar(root.place(), ""));
        var entries = mistakes.mapping("'nodes'", value, NODES)
                .map(Yaml.Mapping::entries)
                .orElse(List.of());
        var nodes =
                entries.stream().flatMap(entry -> reader.read(entry).stream()).toList();
        unique(entries, "port", "two nodes cannot listen on one port");
        unique(entries, "data", "two nodes cannot keep their state in one folder");
        return nodes;
    }

    private void everyNodeHasAHost(Yaml.Mapping root, NodeReader reader) {
        if (!(root.get("nodes").orElse(root) instanceof Yaml.Mapping nodes)) return;
        for (var node : nodes.entries())
            if (!reader.hosts().containsKey(node.key()))
                mistakes.add(
                        node.place(),
                        "node '" + node.key() + "' has no host, which 'naming: host' asks for; for example"
                                + " host: cloud.example.org");
    }

    /** The same value of a key at two nodes is a mistake at the second. */
    private void unique(List<Yaml.Entry> nodes, String key, String why) {
        var seen = new LinkedHashMap<String, String>();
        for (var node : nodes) {
            if (!(node.value() instanceof Yaml.Mapping mapping)) continue;
            if (!(mapping.get(key).orElse(mapping) instanceof Yaml.Scalar(var place, var text))) continue;
            var other = seen.putIfAbsent(text, node.key());
            if (other != null)
                mistakes.add(
                        place,
                        "'%s' of node '%s' is '%s', as of node '%s'; %s".formatted(key, node.key(), text, other, why));
        }
    }

    private List<MeshFile.Link> links(Yaml.Mapping root, List<String> nodes) {
        var items = root.get("links")
                .map(value -> mistakes.sequence("'links'", value, "[" + LINK + "]"))
                .orElse(List.of());
        var links = new ArrayList<MeshFile.Link>();
        for (var item : items)
            mistakes.mapping("a link", item, LINK)
                    .flatMap(link -> link(link, nodes))
                    .ifPresent(links::add);
        return links;
    }

    private Optional<MeshFile.Link> link(Yaml.Mapping link, List<String> nodes) {
        mistakes.unknownKeys("a link", link, LINK_KEYS);
        link.get("loss")
                .ifPresent(loss -> mistakes.add(
                        loss.place(), "'loss' is not there yet; single messages are lost by a sentence; take it out"));
        var latency = link.get("latency")
                .flatMap(value -> mistakes.parsed("'latency'", value, "40ms", Words::duration))
                .map(Latency::always)
                .orElse(Latency.NONE);
        var between = link.get("between").orElseGet(() -> new Yaml.Scalar(link.place(), ""));
        var ends = mistakes.sequence("'between' of a link", between, "[cern, surf]").stream()
                .flatMap(end ->
                        mistakes
                                .parsed("an end of a link", end, "cern", text -> Words.one(nodes, "node", text))
                                .stream())
                .toList();
        if (ends.size() == 2 && !ends.get(0).equals(ends.get(1)))
            return Optional.of(new MeshFile.Link(ends.get(0), ends.get(1), latency));
        if (between instanceof Yaml.Sequence(var place, var items) && (items.size() != 2 || ends.size() == 2))
            mistakes.add(place, "'between' of a link does not name two different nodes; for example [cern, surf]");
        return Optional.empty();
    }
}
