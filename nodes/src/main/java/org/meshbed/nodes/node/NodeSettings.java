package org.meshbed.nodes.node;

import java.util.List;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.vendor.Opening;
import org.meshbed.nodes.vendor.Profile;

/**
 * What one node is.
 *
 * @param name of the node in its mesh, for people
 * @param origin scheme, host and port under which its parties' addresses are found
 * @param servers the list of servers that it reads when it is made: those it denies or allows, if it keeps such a list
 * @param openings what the network that it is in needs beyond the public Internet
 */
public record NodeSettings(
        String name,
        Origin origin,
        Profile profile,
        List<Person> people,
        List<Group> groups,
        List<String> servers,
        List<Opening> openings) {
    /** On the public Internet. */
    public NodeSettings(String name, Origin origin, Profile profile, List<Person> people, List<Group> groups) {
        this(name, origin, profile, people, groups, List.of(), List.of());
    }

    public NodeSettings {
        servers = List.copyOf(servers);
        openings = List.copyOf(openings);
        people = List.copyOf(people);
        groups = List.copyOf(groups);
    }

    public ServerHost host() {
        return origin.host();
    }
}
