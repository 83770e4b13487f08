package org.meshbed.simulator.world;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.node.Group;
import org.meshbed.nodes.node.Person;
import org.meshbed.nodes.vendor.Profile;

/**
 * A node to be started.
 *
 * @param port to listen on; empty for one that the world chooses
 * @param data folder that keeps the node's state on disk; empty to keep it in memory, across restarts of the node
 */
public record NodePlan(
        String name,
        Profile profile,
        List<Person> people,
        List<Group> groups,
        Scheme scheme,
        OptionalInt port,
        Optional<Path> data) {
    public NodePlan {
        people = List.copyOf(people);
        groups = List.copyOf(groups);
    }
}
