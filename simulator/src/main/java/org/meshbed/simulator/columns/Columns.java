package org.meshbed.simulator.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.vendor.BadProfile;
import org.meshbed.nodes.vendor.Declared;
import org.meshbed.nodes.vendor.Nearest;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.invariant.Invariant;
import org.meshbed.simulator.invariant.Invariants;
import org.meshbed.simulator.oracle.Rule;
import org.meshbed.simulator.oracle.Rules;
import org.meshbed.simulator.oracle.Version;

/** Reads columns: profiles whose quirks bend only what a server of their versions, in their role, could break. */
public final class Columns {
    private Columns() {}

    /** The profile of a column. Throws {@link BadProfile}. */
    public static Profile read(String column) {
        var profile = Vendors.column(column);
        check(profile);
        return profile;
    }

    /** Throws {@link BadProfile} where a quirk bends what it cannot. */
    public static void check(Profile profile) {
        var all = new ArrayList<>(profile.quirks());
        profile.settings().values().forEach(s -> s.values().values().forEach(all::addAll));
        for (var declared : all) for (var id : declared.bends()) check(profile, declared, id);
    }

    private static void check(Profile profile, Declared declared, String id) {
        if (Invariants.all().stream().map(Invariant::id).anyMatch(id::equals)) return;
        var rule = Rules.find(id);
        if (rule.isEmpty()) throw wrong(declared, "'" + id + "' is no rule" + Nearest.hint(id, near(id)));
        objection(profile, declared, rule.get()).ifPresent(why -> {
            throw wrong(declared, why + instead(profile, declared, id));
        });
    }

    /** The nearest rule that the quirk can bend. */
    private static String instead(Profile profile, Declared declared, String id) {
        var allowed = near(id).stream()
                .filter(other -> Rules.find(other)
                        .filter(rule -> objection(profile, declared, rule).isEmpty())
                        .isPresent())
                .toList();
        return Nearest.to(id, allowed).map(n -> "; did you mean '" + n + "'?").orElse("");
    }

    private static Optional<String> objection(Profile profile, Declared declared, Rule rule) {
        var name = declared.quirk().name();
        if (!Roles.of(name).contains(rule.role()))
            return Optional.of("'%s' cannot bend %s: that binds %s, and the quirk is of %s"
                    .formatted(name, rule.id(), rule.role(), String.join(", ", Roles.of(name))));
        if (versions(profile).stream().noneMatch(rule::holdsIn))
            return Optional.of("'%s' cannot bend %s: that is a rule of %s, and %s speaks %s"
                    .formatted(name, rule.id(), rule.versions(), profile.name(), words(profile)));
        return Optional.empty();
    }

    /** All versions in which it may speak: from the oldest, unless it speaks its own only, up to the newest of its dialects. */
    private static List<Version> versions(Profile profile) {
        var newest = newest(profile);
        var base = Version.named(profile.speaks()).orElseThrow();
        if (base == Version.OCS) return List.of(Version.OCS);
        if (profile.speaksNothingElse()) return List.of(base);
        return List.of(Version.values()).stream()
                .filter(v -> v.compareTo(newest) <= 0)
                .toList();
    }

    private static Version newest(Profile profile) {
        var newest = Version.named(profile.speaks()).orElseThrow();
        for (var dialect : profile.ground().dialects().values()) {
            var version = Version.named(dialect.name()).orElseThrow();
            if (version.compareTo(newest) > 0) newest = version;
        }
        return newest;
    }

    private static String words(Profile profile) {
        return String.join(", ", versions(profile).stream().map(Version::word).toList());
    }

    /** The rules of the same part, and the invariants. */
    private static List<String> near(String id) {
        var ids = new ArrayList<String>();
        Rules.all().forEach(rule -> ids.add(rule.id()));
        Invariants.all().forEach(invariant -> ids.add(invariant.id()));
        var part = id.replaceFirst("-[^-]*$", "-");
        var same = ids.stream().filter(i -> i.startsWith(part)).toList();
        return same.isEmpty() ? ids : same;
    }

    private static BadProfile wrong(Declared declared, String message) {
        return new BadProfile(declared.place() + ": " + message);
    }
}
