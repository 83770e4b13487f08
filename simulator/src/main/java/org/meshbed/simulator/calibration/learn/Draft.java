package org.meshbed.simulator.calibration.learn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.meshbed.nodes.vendor.BadProfile;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.columns.Columns;

/**
 * A profile in the making: what another one declares, and what differs from that so far.
 *
 * @param name {@code vendor/line} of what is learned
 * @param child where it will lie, and what it extends
 * @param dialect its base dialect
 * @param quirks what it declares, by the name of the type
 */
record Draft(String name, Child child, String dialect, Map<String, List<Said>> quirks) {
    Draft {
        quirks = Collections.unmodifiableMap(new LinkedHashMap<>(quirks));
    }

    /** One that differs in nothing. */
    static Draft of(Child child, String name) {
        return new Draft(name, child, child.like().speaks(), Said.of(child.like()));
    }

    Profile like() {
        return child.like();
    }

    /** The same with these declarations of one type; none where the list is empty. */
    Draft with(String type, List<Said> said) {
        var all = new LinkedHashMap<>(quirks);
        if (said.isEmpty()) all.remove(type);
        else all.put(type, List.copyOf(said));
        return new Draft(name, child, dialect, all);
    }

    Draft speaking(String other) {
        return new Draft(name, child, other, quirks);
    }

    List<Said> of(String type) {
        return quirks.getOrDefault(type, List.of());
    }

    /** The types whose declarations are not those of the profile it is like, in alphabetical order. */
    List<String> changed() {
        var before = Said.of(like());
        var names = new TreeSet<>(before.keySet());
        names.addAll(quirks.keySet());
        return names.stream()
                .filter(type ->
                        !Said.values(before.getOrDefault(type, List.of())).equals(Said.values(of(type))))
                .toList();
    }

    /** The profile; none where no profile can be so, for example since a quirk says what the dialect says already. */
    Optional<Profile> profile() {
        try {
            var profile = Vendors.text(child.file(), text(""));
            Columns.check(profile);
            return Optional.of(profile);
        } catch (BadProfile e) {
            return Optional.empty();
        }
    }

    /** The file, as {@code vendors} reads it. */
    String text(String covers) {
        var before = Said.of(like());
        var without = new ArrayList<String>();
        var own = new ArrayList<String>();
        for (var type : changed()) {
            var old = before.getOrDefault(type, List.of());
            var added = Said.addedTo(old, of(type));
            if (added.isEmpty()) without.add(type);
            for (var said : added.orElse(of(type))) own.add(said.text(type));
        }
        var slash = name.indexOf('/');
        var lines = new ArrayList<String>();
        lines.add("vendor: " + quoted(name.substring(0, slash)));
        lines.add("line: " + quoted(name.substring(slash + 1)));
        lines.add("covers: " + quoted(covers.isEmpty() ? "like " + like().name() : covers));
        lines.add("extends: " + child.parent());
        if (!dialect.equals(like().speaks())) lines.add("dialect: " + quoted(dialect));
        if (!without.isEmpty()) lines.add("without: [" + String.join(", ", without) + "]");
        if (!own.isEmpty()) lines.add("quirks:");
        lines.addAll(own);
        return String.join("\n", lines) + "\n";
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
