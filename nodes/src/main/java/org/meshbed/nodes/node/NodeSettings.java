package org.meshbed.nodes.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.port.Ports;
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
 * @param lists what its operator wrote down beside that
 */
public record NodeSettings(
        String name,
        Origin origin,
        Profile profile,
        List<Person> people,
        List<Group> groups,
        List<String> servers,
        List<Opening> openings,
        Lists lists) {
    /** Of an operator who wrote down nothing more. */
    public NodeSettings(
            String name,
            Origin origin,
            Profile profile,
            List<Person> people,
            List<Group> groups,
            List<String> servers,
            List<Opening> openings) {
        this(name, origin, profile, people, groups, servers, openings, Lists.NONE);
    }

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

    private static JsonNode now(Ports ports, String what) {
        var now = ports.time().now();
        return what.equals("seconds") ? LongNode.valueOf(now.getEpochSecond()) : TextNode.valueOf(now.toString());
    }

    private static Optional<JsonNode> chance(Ports ports, String bound) {
        return bound.matches("[1-9][0-9]{0,5}")
                ? Optional.of(IntNode.valueOf(ports.chance().below("profile", Integer.parseInt(bound))))
                : Optional.empty();
    }

    /** What templates may say of this server; {@code start}: what tells its starts apart, where that matters. */
    Facts facts(Ports ports, String start) {
        var values = new LinkedHashMap<String, String>();
        values.put("host", host().toString());
        values.put("name", host().name());
        values.put("origin", origin.toString());
        values.put("provider", name);
        values.put("start", start);
        return Facts.NONE
                .and("own", values)
                .and("now", what -> Optional.of(now(ports, what)))
                .and("chance", bound -> chance(ports, bound));
    }
}
