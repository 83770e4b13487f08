package org.meshbed.scenarios.meshfile;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.node.Lists;
import org.meshbed.nodes.vendor.BadProfile;
import org.meshbed.nodes.vendor.Limits;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.simulator.world.NodePlan;

/** Reads one node of a mesh file. */
final class NodeReader {
    private static final List<String> KEYS = List.of(
            "vendor",
            "settings",
            "servers",
            "welcomes",
            "directories",
            "parties",
            "host",
            "port",
            "scheme",
            "data",
            "limits");
    private static final List<String> REAL = List.of("url", "driver", "image");
    private static final List<String> LIMITS =
            List.of("message-bytes", "header-bytes", "name-characters", "request-time", "pending-shares");

    private final Path file;
    private final Function<String, Profile> columns;
    private final Mistakes mistakes;
    private final Map<String, String> hosts = new LinkedHashMap<>();

    NodeReader(Path file, Function<String, Profile> columns, Mistakes mistakes) {
        this.file = file;
        this.columns = columns;
        this.mistakes = mistakes;
    }

    /** The hosts that nodes were given, by name. */
    Map<String, String> hosts() {
        return hosts;
    }

    Optional<NodePlan> read(Yaml.Entry entry) {
        var name =
                mistakes.parsed("the name of a node", new Yaml.Scalar(entry.place(), entry.key()), "cern", Words::name);
        var node = mistakes.mapping(
                "node '" + entry.key() + "'", entry.value(), "{vendor: reference/1.5, parties: [alice]}");
        if (node.isEmpty()) return Optional.empty();
        var plan = plan(entry.key(), node.get(), entry.place());
        return name.flatMap(_ -> plan);
    }

    private Optional<NodePlan> plan(String name, Yaml.Mapping node, Yaml.Place place) {
        if (isReal(name, node)) return Optional.empty();
        mistakes.unknownKeys("node '" + name + "'", node, KEYS);
        var parties = new PartiesReader(name, mistakes);
        node.get("parties").ifPresent(parties::read);
        get(
                        name,
                        node,
                        "host",
                        "cloud.example.org",
                        text -> ServerHost.parse(text).name())
                .ifPresent(host -> hosts.put(name, host));
        var scheme = get(name, node, "scheme", "https", text -> Words.oneOf(Scheme.class, text))
                .orElse(Scheme.HTTPS);
        var port = get(name, node, "port", "9401", Words::port)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
        var data = get(
                name,
                node,
                "data",
                "data/" + name,
                text -> file.toAbsolutePath().resolveSibling(text).normalize());
        var servers = listed(name, node, "servers", "a host", "cloud.example.org", ServerHost::parse);
        var lists = new Lists(
                listed(name, node, "welcomes", "a pattern", "cloud[.]example[.]org", NodeReader::pattern),
                listed(name, node, "directories", "a URL", "https://directory.example.org/", Endpoint::parse));
        return profile(name, node, place)
                .map(profile -> new NodePlan(
                        name, profile, parties.people(), parties.groups(), scheme, port, servers, lists, data));
    }

    /** What its operator wrote down: the servers that it denies or allows, those whose people need no invite, directories. */
    private List<String> listed(
            String name, Yaml.Mapping node, String key, String item, String example, Function<String, ?> parse) {
        var what = "'" + key + "' of node '" + name + "'";
        return node
                .get(key)
                .map(value -> mistakes.sequence(what, value, "[" + example + "]"))
                .orElse(List.of())
                .stream()
                .flatMap(value -> mistakes
                        .parsed(item + " in " + what, value, example, text -> {
                            var _ = parse.apply(text);
                            return text;
                        })
                        .stream())
                .toList();
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new NotWellFormed("pattern", text, "a regular expression; for example cloud[.]example[.]org");
        }
    }

    private boolean isReal(String name, Yaml.Mapping node) {
        var real = node.entries().stream()
                .filter(entry -> REAL.contains(entry.key()))
                .findFirst();
        real.ifPresent(entry -> mistakes.add(
                entry.place(),
                "node '" + name + "' has '" + entry.key() + "': real servers are not there yet; give it a vendor"));
        return real.isPresent();
    }

    private Optional<Profile> profile(String name, Yaml.Mapping node, Yaml.Place place) {
        var vendor = node.get("vendor");
        if (vendor.isEmpty())
            mistakes.add(place, "node '" + name + "' has no vendor; for example vendor: reference/1.5");
        var profile = vendor.flatMap(
                value -> mistakes.parsed("'vendor' of node '" + name + "'", value, "reference/1.5", columns));
        var limits = node.get("limits").map(value -> limits(name, value));
        return profile.map(chosen -> node.get("settings")
                        .map(value -> settings(name, chosen, value))
                        .orElse(chosen))
                .map(chosen -> limits.map(chosen::with).orElse(chosen));
    }

    private Profile settings(String name, Profile profile, Yaml value) {
        var chosen = profile;
        var entries = mistakes.mapping("'settings' of node '" + name + "'", value, "{mode: compat}")
                .map(Yaml.Mapping::entries)
                .orElse(List.of());
        for (var entry : entries) {
            var text = mistakes.text("setting '" + entry.key() + "'", entry.value(), "mode: compat");
            if (text.isPresent()) chosen = set(chosen, entry, text.get());
        }
        return chosen;
    }

    private Profile set(Profile profile, Yaml.Entry entry, String value) {
        try {
            return profile.with(entry.key(), value);
        } catch (BadProfile e) {
            mistakes.add(entry.place(), String.valueOf(e.getMessage()));
            return profile;
        }
    }

    private Limits limits(String name, Yaml value) {
        var usual = Limits.USUAL;
        var limits =
                mistakes.mapping("'limits' of node '" + name + "'", value, "{message-bytes: 65536, request-time: 5s}");
        if (limits.isEmpty()) return usual;
        mistakes.unknownKeys("'limits'", limits.get(), LIMITS);
        return new Limits(
                count(name, limits.get(), "message-bytes", usual.messageBytes()),
                count(name, limits.get(), "header-bytes", usual.headerBytes()),
                count(name, limits.get(), "name-characters", usual.nameCharacters()),
                get(name, limits.get(), "request-time", "5s", Words::duration).orElse(usual.requestTime()),
                count(name, limits.get(), "pending-shares", usual.pendingShares()));
    }

    private int count(String node, Yaml.Mapping limits, String key, int otherwise) {
        return get(node, limits, key, "1000", Words::positive).orElse(otherwise);
    }

    private <T> Optional<T> get(String node, Yaml.Mapping from, String key, String example, Function<String, T> parse) {
        return from.get(key)
                .flatMap(value -> mistakes.parsed("'" + key + "' of node '" + node + "'", value, example, parse));
    }
}
