package org.meshbed.simulator.calibration.binding;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.node.Person;
import org.meshbed.nodes.vendor.quirk.Opening;

/**
 * A server of a recording.
 *
 * @param called how {@code from} and {@code to} name it, besides {@code name}
 * @param origin where it is found; for one that goes by many names, the first
 * @param hosts further names that lead to it, with their ports
 * @param profile whose behaviour it shows; empty for a programmable peer
 * @param settings what its operator had switched
 * @param logins under which its people are known to a recorder, with their user names
 * @param providers the list of servers it was started with
 * @param documents what it is known to serve, by target, for those who had asked before the recording began
 */
public record BoundServer(
        String name,
        Pattern called,
        Origin origin,
        Pattern hosts,
        Optional<String> profile,
        Map<String, String> settings,
        List<Person> people,
        Map<String, String> logins,
        List<String> providers,
        List<Opening> reaches,
        Map<String, String> documents) {
    public BoundServer {
        settings = new LinkedHashMap<>(settings);
        people = List.copyOf(people);
        logins = new LinkedHashMap<>(logins);
        providers = List.copyOf(providers);
        reaches = List.copyOf(reaches);
        documents = new LinkedHashMap<>(documents);
    }

    /** The user of that login, or of that name. */
    public String user(String login) {
        return logins.getOrDefault(login, login);
    }

    /** The same with that user, or the user of that login, before all others. */
    public BoundServer ledBy(String login) {
        var user = user(login);
        var sorted = people.stream()
                .sorted(Comparator.comparing(person -> !person.user().equals(user)))
                .toList();
        return new BoundServer(
                name, called, origin, hosts, profile, settings, sorted, logins, providers, reaches, documents);
    }

    public boolean isCalled(String recorded) {
        return name.equals(recorded) || called.matcher(recorded).matches();
    }

    public boolean isAt(Origin place) {
        return origin.equals(place) || hosts.matcher(place.toString()).matches();
    }
}
