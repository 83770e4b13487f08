package org.meshbed.scenarios.vendors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.meshbed.nodes.vendor.Declared;
import org.meshbed.nodes.vendor.Evidence;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.Setting;

/** One profile in words: what it rests on, and all that it does differently. */
public final class Shown {
    private final Profile profile;
    private final List<String> lines = new ArrayList<>();

    private Shown(Profile profile) {
        this.profile = profile;
    }

    /** One line for a list of all. */
    public static String line(Profile profile) {
        return "%-16s dialect %-4s %3d quirks, %2d settings, %2d unknown   %s"
                .formatted(
                        profile.name(),
                        profile.speaks(),
                        profile.quirks().size(),
                        profile.settings().size(),
                        profile.ground().unknown().size(),
                        profile.covers());
    }

    /** The lines that show a profile. */
    public static List<String> lines(Profile profile) {
        return new Shown(profile).all();
    }

    private List<String> all() {
        lines.add(profile.column());
        lines.add("  covers    " + profile.covers());
        profile.ground().parent().ifPresent(parent -> lines.add("  extends   " + parent));
        lines.add("  dialect   " + profile.speaks()
                + profile.ground().dialects().entrySet().stream()
                        .map(e -> ", " + e.getKey() + " " + e.getValue().name())
                        .collect(Collectors.joining()));
        lines.add("  evidence  " + evidence(profile));
        part("settings", profile.settings().values().stream().map(this::setting).toList());
        part(
                "federated",
                profile.ground().federated().stream()
                        .map(need ->
                                word(need.what().name()) + (need.settings().isEmpty() ? "" : " " + need.settings()))
                        .toList());
        part("quirks", profile.inForce().stream().map(Shown::quirk).toList());
        part(
                "unknown",
                profile.ground().unknown().stream()
                        .map(unknown -> unknown.quirk() + ": " + unknown.why())
                        .toList());
        part(
                "lacks",
                profile.lacks().stream()
                        .map(lack -> String.join(", ", lack.bends()) + ": " + lack.why())
                        .toList());
        part(
                "differences",
                profile.ground().differences().stream()
                        .map(d -> d.in() + (d.step().isEmpty() ? "" : ", " + d.step()) + ": " + d.why())
                        .toList());
        return lines;
    }

    private void part(String name, List<String> of) {
        if (of.isEmpty()) return;
        lines.add(name);
        of.forEach(line -> lines.add("  " + line));
    }

    private String setting(Setting setting) {
        var value = profile.setting(setting.name()).orElse(setting.otherwise());
        return setting.name() + " = " + value + "   ("
                + String.join(", ", setting.values().keySet()) + ")";
    }

    private static String quirk(Declared declared) {
        var bug = declared.bug().map(b -> ", bug " + b).orElse("");
        var bends = declared.bends().isEmpty() ? "" : ", bends " + String.join(" ", declared.bends());
        var evidence = declared.evidence();
        return "%s = %s%n    %s: %s%s%s%s"
                .formatted(
                        declared.quirk().name(),
                        declared.written(),
                        evidence.level().word(),
                        evidence.in(),
                        evidence.step().isEmpty() ? "" : ", " + evidence.step(),
                        bug,
                        bends);
    }

    /** How much of a profile is observed, from source, inferred, unknown. */
    public static String evidence(Profile profile) {
        var all = profile.inForce();
        var counts = new ArrayList<String>();
        for (var level : Evidence.Level.values()) {
            var count = all.stream().filter(d -> d.evidence().level() == level).count();
            if (count > 0) counts.add(count + " " + level.word());
        }
        var unknown = profile.ground().unknown().size();
        return all.size() + " quirks" + (counts.isEmpty() ? "" : ": " + String.join(", ", counts)) + "; " + unknown
                + " unknown";
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
