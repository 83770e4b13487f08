package org.meshbed.nodes.vendor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meshbed.nodes.dialect.Dialect;
import org.meshbed.nodes.dialect.Dialects;

/** Reads a profile strictly: an unknown key, a wrong value or missing evidence is refused with file and line. */
final class ProfileReader {
    private static final List<String> KEYS =
            List.of("vendor", "line", "covers", "dialect", "settings", "quirks", "lacks");

    private ProfileReader() {}

    static Profile read(String file, String text) {
        var root = YamlView.read(file, text);
        var members = root.only("a profile", KEYS);
        return new Profile(
                root.need(members, "vendor", "the name of the product").text("a name"),
                root.need(members, "line", "the version line, for example \"1.5\"")
                        .text("a version line"),
                root.need(members, "covers", "which releases it stands for").text("a sentence"),
                dialect(root.need(members, "dialect", "one of " + dialectNames())),
                Optional.ofNullable(members.get("quirks"))
                        .map(ProfileReader::quirks)
                        .orElse(List.of()),
                Optional.ofNullable(members.get("settings"))
                        .map(ProfileReader::settings)
                        .orElse(new LinkedHashMap<>()),
                new LinkedHashMap<>(),
                Limits.USUAL,
                Optional.ofNullable(members.get("lacks"))
                        .map(ProfileReader::lacks)
                        .orElse(List.of()));
    }

    private static List<Lack> lacks(YamlView value) {
        var lacks = new ArrayList<Lack>();
        for (var item : value.items("a list of what it lacks")) {
            var members = item.only("a lack", List.of("bends", "why", "while"));
            lacks.add(new Lack(
                    item.need(members, "bends", "the ids of the rules it breaks by that")
                            .texts("a list of rule ids"),
                    item.need(members, "why", "the reason").text("a reason"),
                    Optional.ofNullable(members.get("while")).map(ProfileReader::switched)));
        }
        return lacks;
    }

    private static Lack.Switched switched(YamlView value) {
        var members = value.only("a value of a setting", List.of("setting", "value"));
        return new Lack.Switched(
                value.need(members, "setting", "the name of a setting").text("a name"),
                value.need(members, "value", "one of its values").text("a value"));
    }

    private static List<String> dialectNames() {
        return Dialects.all().stream().map(Dialect::name).toList();
    }

    private static Dialect dialect(YamlView value) {
        return Dialects.named(value.oneOf("dialect", dialectNames())).orElseThrow();
    }

    private static List<Declared> quirks(YamlView value) {
        var quirks = new ArrayList<Declared>();
        for (var item : value.items("a list of quirks")) quirks.add(declared(item));
        return quirks;
    }

    private static Declared declared(YamlView item) {
        var members = item.only("a quirk", List.of("quirk", "value", "bends", "evidence", "bug"));
        var quirk = QuirkReader.read(
                item.need(members, "quirk", "the name of a quirk type"),
                item.need(members, "value", "what the product does instead"));
        return new Declared(
                quirk,
                Optional.ofNullable(members.get("bends"))
                        .map(b -> b.texts("a list of rule ids"))
                        .orElse(List.of()),
                evidence(item.need(members, "evidence", "what the quirk rests on: {level, in, step}")),
                Optional.ofNullable(members.get("bug")).map(b -> b.text("the id of a bug")));
    }

    private static Evidence evidence(YamlView value) {
        var members = value.only("evidence", List.of("level", "in", "step"));
        var words =
                Arrays.stream(Evidence.Level.values()).map(Evidence.Level::word).toList();
        var word = value.need(members, "level", "one of " + words).oneOf("level of evidence", words);
        return new Evidence(
                Evidence.Level.values()[words.indexOf(word)],
                value.need(members, "in", "where it was seen").text("a place"),
                Optional.ofNullable(members.get("step"))
                        .map(s -> s.text("what was being done"))
                        .orElse(""));
    }

    private static Map<String, Setting> settings(YamlView value) {
        var settings = new LinkedHashMap<String, Setting>();
        value.members("a map of settings").forEach((name, setting) -> settings.put(name, setting(name, setting)));
        return settings;
    }

    private static Setting setting(String name, YamlView value) {
        var members = value.only("a setting", List.of("default", "values", "evidence"));
        var values = new LinkedHashMap<String, List<Declared>>();
        value.need(members, "values", "each value with the quirks it adds")
                .members("a map of values")
                .forEach((word, adds) -> values.put(word, quirks(adds)));
        return new Setting(
                name,
                value.need(members, "default", "one of the values").oneOf("value", new ArrayList<>(values.keySet())),
                values,
                evidence(value.need(members, "evidence", "what the setting rests on: {level, in, step}")));
    }
}
