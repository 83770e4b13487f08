package org.meshbed.nodes.vendor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meshbed.nodes.dialect.Dialect;
import org.meshbed.nodes.dialect.Dialects;
import org.meshbed.nodes.vendor.quirk.Family;

/**
 * Reads a profile strictly: an unknown key, a wrong value, missing evidence, a quirk that changes nothing are refused with
 * file and line.
 */
final class ProfileReader {
    private static final List<String> KEYS = List.of(
            "vendor",
            "line",
            "covers",
            "extends",
            "without",
            "dialect",
            "dialects",
            "settings",
            "federated",
            "quirks",
            "lacks",
            "unknown",
            "differences");
    private static final List<String> FAMILIES = families();

    private final YamlView root;
    private final Map<String, YamlView> members;
    private final Parents parents;

    private ProfileReader(YamlView root, Parents parents) {
        this.root = root;
        this.members = root.only("a profile", KEYS);
        this.parents = parents;
    }

    /** Finds the profile that another one extends. */
    interface Parents {
        /** Throws {@link BadProfile} where there is none, or where it extends in a circle. */
        Profile named(YamlView name);
    }

    private static List<String> families() {
        var families = new ArrayList<String>();
        for (var family : Family.values()) {
            families.add(family.word());
            families.add(family.word() + ".send");
            families.add(family.word() + ".receive");
        }
        return families;
    }

    static Profile read(String file, String text, Parents parents) {
        return new ProfileReader(YamlView.read(file, text), parents).profile();
    }

    private Optional<YamlView> member(String name) {
        return Optional.ofNullable(members.get(name));
    }

    private Profile profile() {
        var parent = member("extends").map(parents::named);
        var settings = settings(parent);
        var ground = new GroundReader(members, parent).ground(settings);
        var profile = new Profile(
                root.need(members, "vendor", "the name of the product").text("a name"),
                root.need(members, "line", "the version line, for example \"1.5\"")
                        .text("a version line"),
                root.need(members, "covers", "which releases it stands for").text("a sentence"),
                parent.isPresent() && member("dialect").isEmpty()
                        ? parent.get().dialect()
                        : dialect(root.need(members, "dialect", "one of " + dialectNames())),
                quirks(parent),
                settings,
                parent.map(Profile::chosen).orElse(new LinkedHashMap<>()),
                parent.map(Profile::limits).orElse(Limits.USUAL),
                lacks(parent),
                ground);
        new ProfileCheck(root, profile).whole();
        return profile;
    }

    private List<Declared> quirks(Optional<Profile> parent) {
        var own = member("quirks").map(q -> DeclaredReader.quirks(q)).orElse(List.of());
        var gone = without(parent);
        var all = new ArrayList<Declared>();
        for (var declared : parent.map(Profile::quirks).orElse(List.of())) {
            var name = declared.quirk().name();
            if (!gone.contains(name) && !DeclaredReader.replaced(declared, own)) all.add(declared);
        }
        all.addAll(own);
        return all;
    }

    private List<String> without(Optional<Profile> parent) {
        var list = member("without");
        if (list.isEmpty()) return List.of();
        if (parent.isEmpty()) throw list.get().wrong("'without' says nothing in a profile that extends no other");
        var there = parent.get().quirks().stream()
                .map(d -> d.quirk().name())
                .distinct()
                .toList();
        var gone = new ArrayList<String>();
        for (var item :
                list.get().items("a list of quirk types of " + parent.get().name()))
            gone.add(item.oneOf("quirk of " + parent.get().name(), there));
        return gone;
    }

    private List<Lack> lacks(Optional<Profile> parent) {
        var lacks = new ArrayList<>(parent.map(Profile::lacks).orElse(List.of()));
        if (member("lacks").isEmpty()) return lacks;
        for (var item : member("lacks").orElseThrow().items("a list of what it lacks")) {
            var lack = item.only("a lack", List.of("bends", "why", "while"));
            lacks.add(new Lack(
                    item.need(lack, "bends", "the ids of the rules it breaks by that")
                            .texts("a list of rule ids"),
                    item.need(lack, "why", "the reason").text("a reason"),
                    Optional.ofNullable(lack.get("while")).map(ProfileReader::switched)));
        }
        return lacks;
    }

    private static Lack.Switched switched(YamlView value) {
        var members = value.only("a value of a setting", List.of("setting", "value"));
        return new Lack.Switched(
                value.need(members, "setting", "the name of a setting").text("a name"),
                value.need(members, "value", "one of its values").text("a value"));
    }

    private Map<String, Setting> settings(Optional<Profile> parent) {
        var settings = new LinkedHashMap<>(parent.map(Profile::settings).orElse(new LinkedHashMap<>()));
        member("settings")
                .ifPresent(value -> value.members("a map of settings")
                        .forEach((name, setting) -> settings.put(name, SettingReader.read(name, setting))));
        return settings;
    }

    static List<String> dialectNames() {
        return Dialects.all().stream().map(Dialect::name).toList();
    }

    static Dialect dialect(YamlView value) {
        return Dialects.named(value.oneOf("dialect", dialectNames())).orElseThrow();
    }

    static Map<String, Dialect> dialects(YamlView value) {
        var dialects = new LinkedHashMap<String, Dialect>();
        value.only("a map of dialects", FAMILIES).forEach((family, name) -> dialects.put(family, dialect(name)));
        return dialects;
    }
}
