package org.meshbed.nodes.vendor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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
 * @param ground what it says beside
 * @param worked what follows from the rest
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
        List<Lack> lacks,
        Ground ground,
        Worked worked) {
    public Profile {
        quirks = List.copyOf(quirks);
        lacks = List.copyOf(lacks);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        chosen = Collections.unmodifiableMap(new LinkedHashMap<>(chosen));
    }

    public Profile(
            String vendor,
            String line,
            String covers,
            Dialect dialect,
            List<Declared> quirks,
            Map<String, Setting> settings,
            Map<String, String> chosen,
            Limits limits,
            List<Lack> lacks,
            Ground ground) {
        this(vendor, line, covers, dialect, quirks, settings, chosen, limits, lacks, ground, new Worked());
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
        this(vendor, line, covers, dialect, quirks, settings, chosen, limits, List.of(), Ground.NONE);
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
        return worked.bends(this::bending);
    }

    private List<String> bending() {
        var bends = new ArrayList<String>();
        inForce().forEach(declared -> bends.addAll(declared.bends()));
        lacks.stream().filter(lack -> lack.holds(this)).forEach(lack -> bends.addAll(lack.bends()));
        return bends;
    }

    /** The dialect of a family of messages in one direction: {@code share.send}; of its own, of the family, or of all. */
    public Dialect dialect(String family) {
        var dot = family.indexOf('.');
        var whole = dot < 0 ? family : family.substring(0, dot);
        var dialects = ground.dialects();
        return dialects.getOrDefault(family, dialects.getOrDefault(whole, dialect));
    }

    /** The weakest evidence that what is in force rests on; that of an unknown is no evidence at all. */
    public Optional<Evidence.Level> weakest() {
        return inForce().stream().map(d -> d.evidence().level()).max(Comparator.naturalOrder());
    }

    /** What it and its settings rest on, with the values that are not in force. */
    public List<Evidence> evidence() {
        var all = new ArrayList<Evidence>();
        quirks.forEach(declared -> all.add(declared.evidence()));
        for (var setting : settings.values()) {
            all.add(setting.evidence());
            setting.values().values().forEach(adds -> adds.forEach(declared -> all.add(declared.evidence())));
        }
        ground.federated().forEach(need -> all.add(need.evidence()));
        return all;
    }

    /** The values of all settings: as switched, as another setting has them, or as they are when nobody switched them. */
    public Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        settings.values().forEach(s -> values.put(s.name(), chosen.getOrDefault(s.name(), s.otherwise())));
        for (var setting : settings.values()) {
            var sets = setting.sets().getOrDefault(String.valueOf(values.get(setting.name())), new LinkedHashMap<>());
            sets.forEach((name, value) -> {
                if (!chosen.containsKey(name)) values.put(name, value);
            });
        }
        return values;
    }

    /** The value of a setting, switched or not; empty where the product has no such setting. */
    public Optional<String> setting(String name) {
        return Optional.ofNullable(values().get(name));
    }

    /**
     * The declaration of the quirk of this type, of the profile itself or added by a setting; a setting wins. Of a quirk of
     * several parts, all declarations together.
     */
    public Optional<Declared> find(Class<? extends Quirk> type) {
        return worked.find(type, this::declared);
    }

    private Optional<Declared> declared(Class<? extends Quirk> type) {
        return inForce().stream().filter(d -> type.isInstance(d.quirk())).reduce(Profile::together);
    }

    /** The quirk of this type, with what a witness hears of the question. */
    Asked ask(Class<? extends Quirk> type) {
        return worked.ask(type, asked -> Asked.of(asked, find(asked)));
    }

    private static Declared together(Declared below, Declared above) {
        if (!(above.quirk() instanceof Merging parts)) return above;
        var bends = new ArrayList<>(below.bends());
        bends.addAll(above.bends());
        return new Declared(
                parts.over(below.quirk()), bends, weaker(below, above), above.bug(), above.place(), above.written());
    }

    private static Evidence weaker(Declared one, Declared other) {
        var isWeaker = one.evidence().level().compareTo(other.evidence().level()) > 0;
        return isWeaker ? one.evidence() : other.evidence();
    }

    /** All that is declared, with the settings as they are. */
    public List<Declared> inForce() {
        return settings.isEmpty() ? quirks : worked.inForce(this::set);
    }

    private List<Declared> set() {
        var all = new ArrayList<>(quirks);
        var values = values();
        for (var setting : settings.values()) {
            var value = String.valueOf(values.get(setting.name()));
            var gone = setting.without().getOrDefault(value, List.of());
            all.removeIf(d -> gone.contains(d.quirk().name()));
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
        return new Profile(vendor, line, covers, dialect, quirks, settings, more, limits, lacks, ground);
    }

    /** As its operator has it who lets it federate: what has to be switched for that is, unless somebody chose. */
    public Profile federating() {
        var federating = this;
        for (var need : ground.federated())
            for (var setting : need.settings().entrySet())
                if (!chosen.containsKey(setting.getKey()))
                    federating = federating.with(setting.getKey(), setting.getValue());
        return federating;
    }

    public Profile with(Limits other) {
        return new Profile(vendor, line, covers, dialect, quirks, settings, chosen, other, lacks, ground);
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
