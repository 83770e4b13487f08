package org.meshbed.scenarios.meshfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.vendor.BadProfile;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.simulator.world.NodePlan;

/** Reads who has nothing to do with whom. */
final class TrustReader {
    private static final String EXAMPLE = "{deny: [[surf, sunet]]}";
    private static final List<String> KEYS = List.of("directory", "deny");
    private static final String SETTING = "servers";

    private final List<NodePlan> nodes;
    private final Mistakes mistakes;

    TrustReader(List<NodePlan> nodes, Mistakes mistakes) {
        this.nodes = nodes;
        this.mistakes = mistakes;
    }

    List<MeshFile.Strangers> denied(Yaml.Mapping root) {
        var trust = root.get("trust").flatMap(value -> mistakes.mapping("'trust'", value, EXAMPLE));
        if (trust.isEmpty()) return List.of();
        mistakes.unknownKeys("'trust'", trust.get(), KEYS);
        trust.get()
                .get("directory")
                .ifPresent(directory -> mistakes.add(
                        directory.place(),
                        "'directory' is not there yet: nodes are known by their hosts; take it out"));
        var pairs = trust.get()
                .get("deny")
                .map(value -> mistakes.sequence("'deny' of 'trust'", value, "[[surf, sunet]]"))
                .orElse(List.of());
        return pairs.stream().flatMap(pair -> pair(pair).stream()).toList();
    }

    private Optional<MeshFile.Strangers> pair(Yaml value) {
        var names = nodes.stream().map(NodePlan::name).toList();
        var ends = mistakes.sequence("a pair that is denied", value, "[surf, sunet]").stream()
                .flatMap(end ->
                        mistakes
                                .parsed("a node that is denied", end, "surf", text -> Words.one(names, "node", text))
                                .stream())
                .toList();
        if (ends.size() == 2 && !ends.get(0).equals(ends.get(1)))
            return Optional.of(new MeshFile.Strangers(ends.get(0), ends.get(1)));
        if (value instanceof Yaml.Sequence(var place, var items) && (items.size() != 2 || ends.size() == 2))
            mistakes.add(place, "a pair that is denied does not name two different nodes; for example [surf, sunet]");
        return Optional.empty();
    }

    /** The nodes, those that deny others with a list for it. */
    List<NodePlan> withLists(Yaml.Mapping root, List<MeshFile.Strangers> denied) {
        var place = root.get("trust").orElse(root).place();
        var changed = new ArrayList<NodePlan>();
        for (var node : nodes) {
            var denies = denied.stream()
                    .anyMatch(pair -> pair.a().equals(node.name()) || pair.b().equals(node.name()));
            changed.add(denies ? withList(node, place) : node);
        }
        return changed;
    }

    private NodePlan withList(NodePlan node, Yaml.Place place) {
        var chosen = node.profile().setting(SETTING).orElse("");
        if (chosen.equals("allow")) {
            mistakes.add(
                    place,
                    "node '" + node.name() + "' keeps a list of servers that it allows, so it cannot deny one by one;"
                            + " take its setting 'servers' out, or leave the other off its list");
            return node;
        }
        try {
            return with(node, node.profile().with(SETTING, "deny"));
        } catch (BadProfile e) {
            mistakes.add(place, "node '" + node.name() + "' cannot deny others: " + e.getMessage());
            return node;
        }
    }

    private static NodePlan with(NodePlan node, Profile profile) {
        return new NodePlan(
                node.name(),
                profile,
                node.people(),
                node.groups(),
                node.scheme(),
                node.port(),
                node.servers(),
                node.lists(),
                node.data());
    }
}
