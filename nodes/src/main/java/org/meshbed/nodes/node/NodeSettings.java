package org.meshbed.nodes.node;

import java.util.LinkedHashMap;
import java.util.List;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.quirk.Facts;
import org.meshbed.nodes.vendor.quirk.Opening;

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

    /** What templates may say of this server. */
    Facts facts() {
        var values = new LinkedHashMap<String, String>();
        values.put("host", host().toString());
        values.put("name", host().name());
        values.put("origin", origin.toString());
        values.put("provider", name);
        return Facts.NONE.and("own", values);
    }
}
