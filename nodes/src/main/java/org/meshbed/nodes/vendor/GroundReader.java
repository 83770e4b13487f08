package org.meshbed.nodes.vendor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.meshbed.nodes.vendor.Ground.Difference;
import org.meshbed.nodes.vendor.Ground.Need;
import org.meshbed.nodes.vendor.Ground.Unknown;

/** Reads what a profile says beside its quirks; what it extends says it too. */
final class GroundReader {
    private final Map<String, YamlView> members;
    private final Optional<Profile> parent;
    private final Ground before;

    GroundReader(Map<String, YamlView> members, Optional<Profile> parent) {
        this.members = members;
        this.parent = parent;
        this.before = parent.map(Profile::ground).orElse(Ground.NONE);
    }

    Ground ground(Map<String, Setting> settings) {
        var dialects = new LinkedHashMap<>(before.dialects());
        member("dialects").map(ProfileReader::dialects).ifPresent(dialects::putAll);
        return new Ground(parent.map(Profile::name), dialects, unknown(), federated(settings), differences());
    }

    private Optional<YamlView> member(String name) {
        return Optional.ofNullable(members.get(name));
    }

    private List<Unknown> unknown() {
        var unknown = new ArrayList<Unknown>();
        var answered =
                member("quirks").map(YamlView::json).map(Object::toString).orElse("");
        for (var one : before.unknown()) if (!answered.contains("\"" + one.quirk() + "\"")) unknown.add(one);
        if (member("unknown").isEmpty()) return unknown;
        for (var item : member("unknown").orElseThrow().items("a list of what is not known")) {
            var one = item.only("an unknown", List.of("quirk", "why"));
            unknown.add(new Unknown(
                    item.need(one, "quirk", "the name of a quirk type").oneOf("quirk type", QuirkReader.names()),
                    item.need(one, "why", "where it was looked for in vain").text("a reason")));
        }
        return unknown;
    }

    private List<Need> federated(Map<String, Setting> settings) {
        if (member("federated").isEmpty()) return before.federated();
        var needs = new ArrayList<Need>();
        for (var item : member("federated").orElseThrow().items("a list of what its operator has to do"))
            needs.add(need(item, settings));
        return needs;
    }

    private static Need need(YamlView item, Map<String, Setting> settings) {
        var members = item.only("a need", List.of("need", "settings", "evidence"));
        var words = new ArrayList<String>();
        for (var what : Need.What.values()) words.add(word(what));
        var word = item.need(members, "need", "one of " + words).oneOf("need", words);
        var switched = new LinkedHashMap<String, String>();
        if (members.containsKey("settings"))
            members.get("settings")
                    .only("a map of settings", new ArrayList<>(settings.keySet()))
                    .forEach((name, value) ->
                            switched.put(name, value.oneOf("value of " + name, values(settings, name))));
        return new Need(
                Need.What.values()[words.indexOf(word)],
                switched,
                DeclaredReader.evidence(item.need(members, "evidence", "what it rests on: {level, in, step}")));
    }

    private static List<String> values(Map<String, Setting> settings, String name) {
        var setting = settings.get(name);
        return setting == null ? List.of() : new ArrayList<>(setting.values().keySet());
    }

    static String word(Need.What what) {
        return what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<Difference> differences() {
        var differences = new ArrayList<Difference>();
        if (member("differences").isEmpty()) return differences;
        for (var item : member("differences").orElseThrow().items("a list of differences that remain")) {
            var one = item.only("a difference", List.of("in", "step", "why"));
            differences.add(new Difference(
                    item.need(one, "in", "folder and flow of a recording").text("a folder and a flow"),
                    Optional.ofNullable(one.get("step"))
                            .map(s -> s.text("a step"))
                            .orElse(""),
                    item.need(one, "why", "the reason").text("a reason")));
        }
        return differences;
    }
}
