package org.meshbed.scenarios.vendors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.meshbed.nodes.vendor.Profile;

/** Two profiles side by side: what differs, with the settings as they are. */
public final class Compared {
    private Compared() {}

    /** The lines that tell them apart; none where they do the same. */
    public static List<String> lines(Profile one, Profile other) {
        var lines = new ArrayList<String>();
        compare("dialect", dialects(one), dialects(other), lines);
        compare("setting", new LinkedHashMap<>(one.values()), new LinkedHashMap<>(other.values()), lines);
        compare("quirk", quirks(one), quirks(other), lines);
        compare("unknown", unknown(one), unknown(other), lines);
        return lines;
    }

    private static Map<String, String> dialects(Profile profile) {
        var dialects = new LinkedHashMap<String, String>();
        dialects.put("all", profile.speaks());
        profile.ground().dialects().forEach((family, dialect) -> dialects.put(family, dialect.name()));
        return dialects;
    }

    private static Map<String, String> quirks(Profile profile) {
        var quirks = new LinkedHashMap<String, String>();
        for (var declared : profile.inForce())
            quirks.merge(declared.quirk().name(), declared.written(), (before, more) -> before + " " + more);
        return quirks;
    }

    private static Map<String, String> unknown(Profile profile) {
        var unknown = new LinkedHashMap<String, String>();
        profile.ground().unknown().forEach(u -> unknown.put(u.quirk(), u.why()));
        return unknown;
    }

    private static void compare(String what, Map<String, String> one, Map<String, String> other, List<String> lines) {
        var names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        for (var name : names) {
            var before = one.get(name);
            var after = other.get(name);
            if (before == null) lines.add("+ " + what + " " + name + " = " + after);
            else if (after == null) lines.add("- " + what + " " + name + " = " + before);
            else if (!before.equals(after)) {
                lines.add("- " + what + " " + name + " = " + before);
                lines.add("+ " + what + " " + name + " = " + after);
            }
        }
    }
}
