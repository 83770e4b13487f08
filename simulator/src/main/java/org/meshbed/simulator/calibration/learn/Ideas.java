package org.meshbed.simulator.calibration.learn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.simulator.calibration.compare.Difference;

/**
 * All single things in which a draft could be otherwise: as another profile has it, without what it has, with a word or
 * number that stands in the recording in place of its own, or in another dialect.
 */
final class Ideas {
    private final Draft draft;
    private final Map<String, Idea> all = new LinkedHashMap<>();

    private Ideas(Draft draft) {
        this.draft = draft;
    }

    /** Each leads to another draft. */
    static List<Idea> of(Draft draft, List<Profile> others, List<Difference> differences) {
        var ideas = new Ideas(draft);
        others.forEach(ideas::as);
        ideas.without();
        ideas.recorded(differences);
        return List.copyOf(ideas.all.values());
    }

    private void put(List<String> type, String from, Draft other) {
        if (!other.equals(draft)) all.putIfAbsent(other.text(""), new Idea(type, from, other));
    }

    private void as(Profile other) {
        var theirs = Said.of(other);
        var types = new TreeSet<>(theirs.keySet());
        types.addAll(draft.quirks().keySet());
        var families = new LinkedHashMap<String, List<String>>();
        for (var type : types) {
            var said = theirs.getOrDefault(type, List.of());
            if (Said.values(said).equals(Said.values(draft.of(type)))) continue;
            families.computeIfAbsent(family(type), _ -> new ArrayList<>()).add(type);
            put(List.of(type), other.name(), draft.with(type, said));
            for (var one : said) if (one.merging()) part(type, one, other.name());
        }
        families.forEach((_, changed) -> together(changed, theirs, other.name()));
        put(List.of("dialect"), other.name(), draft.speaking(other.speaks()));
    }

    /** {@code share.receive} of {@code share.receive.checks}: what belongs together may do nothing alone. */
    private static String family(String type) {
        return type.contains(".") ? type.substring(0, type.lastIndexOf('.')) : type;
    }

    private void part(String type, Said one, String from) {
        if (Said.values(draft.of(type)).contains(one.value())) return;
        var more = new ArrayList<>(draft.of(type));
        more.add(one);
        put(List.of(type), from, draft.with(type, more));
    }

    private void together(List<String> types, Map<String, List<Said>> theirs, String from) {
        var other = draft;
        for (var type : types) other = other.with(type, theirs.getOrDefault(type, List.of()));
        put(types, from, other);
    }

    private void without() {
        for (var type : draft.quirks().keySet()) {
            put(List.of(type), "the dialect", draft.with(type, List.of()));
            var said = draft.of(type);
            if (said.size() == 1) continue;
            for (var gone : said) {
                var fewer = new ArrayList<>(said);
                fewer.remove(gone);
                put(List.of(type), "the dialect", draft.with(type, fewer));
            }
        }
    }

    /** What stands in a difference on the node's side, and in a quirk, becomes what the real server had there. */
    private void recorded(List<Difference> differences) {
        var seen = new LinkedHashSet<>(differences);
        for (var type : draft.quirks().keySet())
            for (var at = 0; at < draft.of(type).size(); at++) recorded(type, at, seen);
    }

    private void recorded(String type, int at, LinkedHashSet<Difference> differences) {
        var said = draft.of(type).get(at);
        var tree = tree(said);
        for (var difference : differences) {
            var other = replaced(tree, difference.simulated(), difference.recorded());
            if (other.equals(tree)) continue;
            var all = new ArrayList<>(draft.of(type));
            all.set(at, said.saying(other.toString()));
            put(List.of(type), "the recording", draft.with(type, all));
        }
    }

    private static JsonNode tree(Said said) {
        try {
            return Json.read(said.value().getBytes(StandardCharsets.UTF_8));
        } catch (Json.NotJson e) {
            throw new IllegalStateException("values of quirks are kept as JSON", e);
        }
    }

    private static JsonNode replaced(JsonNode tree, String own, String real) {
        return switch (tree) {
            case ObjectNode map -> {
                var other = Json.object();
                map.properties().forEach(m -> other.set(m.getKey(), replaced(m.getValue(), own, real)));
                yield other;
            }
            case ArrayNode list -> {
                var other = Json.object().arrayNode();
                list.forEach(item -> other.add(replaced(item, own, real)));
                yield other;
            }
            default -> tree.asText().equals(own) && !real.endsWith("...") ? leaf(tree, real) : tree;
        };
    }

    private static JsonNode leaf(JsonNode before, String real) {
        if (before.isNumber() && real.matches("[0-9]{1,9}"))
            return Json.object().numberNode(Integer.parseInt(real));
        if (before.isBoolean() && real.matches("true|false"))
            return Json.object().booleanNode(real.equals("true"));
        return Json.object().textNode(real);
    }
}
