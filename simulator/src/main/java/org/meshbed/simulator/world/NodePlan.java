package org.meshbed.simulator.world;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.node.Group;
import org.meshbed.nodes.node.Lists;
import org.meshbed.nodes.node.Person;
import org.meshbed.nodes.vendor.Profile;

/**
 * A node to be started.
 *
 * @param profile of a product whose operator lets it federate: what has to be switched for that is, unless somebody chose
 * @param port to listen on; empty for one that the world chooses
 * @param servers the list of servers that it denies or allows, where it keeps one
 * @param lists what its operator wrote down beside that
 * @param data folder that keeps the node's state on disk; empty to keep it in memory, across restarts of the node
 */
public record NodePlan(
        String name,
        Profile profile,
        List<Person> people,
        List<Group> groups,
        Scheme scheme,
        OptionalInt port,
        List<String> servers,
        Lists lists,
        Optional<Path> data) {
    /** With an empty list of servers. */
    public NodePlan(
            String name,
            Profile profile,
            List<Person> people,
            List<Group> groups,
            Scheme scheme,
            OptionalInt port,
            Optional<Path> data) {
        this(name, profile, people, groups, scheme, port, List.of(), Lists.NONE, data);
    }

    public NodePlan {
        profile = profile.federating();
        people = List.copyOf(people);
        groups = List.copyOf(groups);
        servers = List.copyOf(servers);
    }
}
