package org.meshbed.nodes.vendor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a setting: each value is a list of quirks, or a map of what it adds, takes away and sets. */
final class SettingReader {
    private final Map<String, List<Declared>> values = new LinkedHashMap<>();
    private final Map<String, List<String>> without = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> sets = new LinkedHashMap<>();

    private SettingReader() {}

    static Setting read(String name, YamlView value) {
        return new SettingReader().setting(name, value);
    }

    private Setting setting(String name, YamlView value) {
        var members = value.only("a setting", List.of("default", "values", "evidence"));
        value.need(members, "values", "each value with the quirks it adds")
                .members("a map of values")
                .forEach(this::choice);
        return new Setting(
                name,
                value.need(members, "default", "one of the values").oneOf("value", new ArrayList<>(values.keySet())),
                values,
                without,
                sets,
                DeclaredReader.evidence(
                        value.need(members, "evidence", "what the setting rests on: {level, in, step}")));
    }

    private void choice(String word, YamlView value) {
        if (!value.isMap()) {
            values.put(word, DeclaredReader.quirks(value));
            return;
        }
        var members = value.only("a value of a setting", List.of("adds", "without", "sets"));
        values.put(word, members.containsKey("adds") ? DeclaredReader.quirks(members.get("adds")) : List.of());
        if (members.containsKey("without")) {
            var gone = new ArrayList<String>();
            for (var item : members.get("without").items("a list of quirk types"))
                gone.add(item.oneOf("quirk type", QuirkReader.names()));
            without.put(word, gone);
        }
        if (members.containsKey("sets")) {
            var others = new LinkedHashMap<String, String>();
            members.get("sets").members("a map of settings").forEach((n, v) -> others.put(n, v.text("a value")));
            sets.put(word, others);
        }
    }
}
