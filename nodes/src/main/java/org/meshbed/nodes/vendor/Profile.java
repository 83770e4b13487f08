package org.meshbed.nodes.vendor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meshbed.nodes.dialect.Dialect;
import org.meshbed.nodes.vendor.quirk.DialectQuirk.DialectSpeaks;
import org.meshbed.nodes.vendor.quirk.Merging;
import org.meshbed.nodes.vendor.quirk.Quirk;

/**
 * A vendor's version as data: a base dialect, settings and quirks.
 *
 * @param vendor and {@code line} name it: {@code reference/1.5}
 * @param covers which releases it stands for, in words
 * @param chosen settings that were switched, by name
 * @param lacks what it is known not to do
 */
public record Profile(
        String vendor,
        String line,
        String covers,
        Dialect dialect,
        List<Declared> quirks,
        Map<String, Setting> settings,
        Map<String, String> chosen,
        Limits limits,
        List<Lack> lacks) {
    public Profile {
        quirks = List.copyOf(quirks);
        lacks = List.copyOf(lacks);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        chosen = Collections.unmodifiableMap(new LinkedHashMap<>(chosen));
    }

    /** A profile that is not known to lack anything. */
    public Profile(
            String vendor,
            String line,
            String covers,
            Dialect dialect,
            List<Declared> quirks,
            Map<String, Setting> settings,
            Map<String, String> chosen,
            Limits limits) {
        this(vendor, line, covers, dialect, quirks, settings, chosen, limits, List.of());
    }

    public String name() {
        return vendor + "/" + line;
    }

    /** The name of its base dialect: {@code 1.5}. */
    public String speaks() {
        return dialect.name();
    }

    /** Whether it speaks its base dialect to everybody, and never an older one. */
    public boolean speaksNothingElse() {
        return find(DialectSpeaks.class)
                .map(declared -> ((DialectSpeaks) declared.quirk()).dialects())
                .filter(List.of(dialect.name())::equals)
                .isPresent();
    }

    /** The ids of the rules that its quirks break, those of its settings included, and those it lacks something for. */
    public List<String> bends() {
        var bends = new ArrayList<String>();
        quirks.forEach(declared -> bends.addAll(declared.bends()));
        for (var setting : settings.values()) {
            var value = chosen.getOrDefault(setting.name(), setting.otherwise());
            setting.values().getOrDefault(value, List.of()).forEach(declared -> bends.addAll(declared.bends()));
        }
        lacks.stream().filter(lack -> lack.holds(this)).forEach(lack -> bends.addAll(lack.bends()));
        return bends;
    }

    /** The value of a setting, switched or not; empty where the product has no such setting. */
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name)).map(s -> chosen.getOrDefault(name, s.otherwise()));
    }

    /**
     * The declaration of the quirk of this type, of the profile itself or added by a setting; a setting wins. Of a quirk of
     * several parts, all declarations together.
     */
    public Optional<Declared> find(Class<? extends Quirk> type) {
        return inForce().stream().filter(d -> type.isInstance(d.quirk())).reduce(Profile::together);
    }

    private static Declared together(Declared below, Declared above) {
        if (!(above.quirk() instanceof Merging parts)) return above;
        var bends = new ArrayList<>(below.bends());
        bends.addAll(above.bends());
        return new Declared(parts.over(below.quirk()), bends, above.evidence(), above.bug());
    }

    /** All that is declared, with the settings as they are. */
    public List<Declared> inForce() {
        var all = new ArrayList<>(quirks);
        for (var setting : settings.values()) {
            var value = chosen.getOrDefault(setting.name(), setting.otherwise());
            all.addAll(setting.values().getOrDefault(value, List.of()));
        }
        return all;
    }

    /** This profile with a setting switched; throws {@link BadProfile} for a name or value it does not have. */
    public Profile with(String name, String value) {
        var setting = settings.get(name);
        if (setting == null)
            throw new BadProfile("%s has no setting '%s'; it has %s"
                    .formatted(name(), name, settings.isEmpty() ? "none" : String.join(", ", settings.keySet())));
        if (!setting.values().containsKey(value))
            throw new BadProfile("setting '%s' of %s has no value '%s'; it has %s"
                    .formatted(
                            name,
                            name(),
                            value,
                            String.join(", ", setting.values().keySet())));
        var more = new LinkedHashMap<>(chosen);
        more.put(name, value);
        return new Profile(vendor, line, covers, dialect, quirks, settings, more, limits, lacks);
    }

    public Profile with(Limits other) {
        return new Profile(vendor, line, covers, dialect, quirks, settings, chosen, other, lacks);
    }

    /** The column that names this profile again: {@code reference/1.5[mode=compat]}. */
    public String column() {
        if (chosen.isEmpty()) return name();
        return name() + "["
                + String.join(
                        ";",
                        chosen.entrySet().stream()
                                .map(e -> e.getKey() + "=" + e.getValue())
                                .toList()) + "]";
    }
}
