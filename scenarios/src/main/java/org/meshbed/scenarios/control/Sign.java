package org.meshbed.scenarios.control;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.node.Group;
import org.meshbed.nodes.node.NodeSettings;

/** What a person needs to know of nodes that are up: who and where they are, and how to reach them by hand. */
public final class Sign {
    private Sign() {}

    /** A few lines for each node; {@code ca} is the file of the authority behind their certificates. */
    public static List<String> lines(List<NodeSettings> nodes, Path ca) {
        var lines = new ArrayList<String>();
        for (var node : nodes) {
            lines.add("%-8s %-28s %s".formatted(node.name(), node.profile().column(), node.origin()));
            parties(node).forEach(party -> lines.add("         " + party));
            lines.add("         " + curl(node.origin(), ca));
        }
        lines.add("hosts    127.0.0.1 "
                + nodes.stream().map(node -> node.host().name()).distinct().collect(Collectors.joining(" ")));
        return lines;
    }

    private static Stream<String> parties(NodeSettings node) {
        return Stream.concat(
                node.people().stream().map(person -> person.user() + "@" + node.host()),
                node.groups().stream().map(group -> group(group, node)));
    }

    private static String group(Group group, NodeSettings node) {
        return group.name() + "@" + node.host() + " (group of " + String.join(", ", group.members()) + ")";
    }

    private static String curl(Origin origin, Path ca) {
        var trusted = origin.scheme() == Scheme.HTTPS ? " --cacert " + quoted(ca) : "";
        return "curl --resolve %s:%d:127.0.0.1%s %s/.well-known/ocm"
                .formatted(origin.host().name(), origin.host().port(), trusted, origin);
    }

    /** As a shell takes it. */
    private static String quoted(Path path) {
        var text = path.toAbsolutePath().toString();
        return text.matches("[A-Za-z0-9/._-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
