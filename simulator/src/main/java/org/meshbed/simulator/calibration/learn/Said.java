package org.meshbed.simulator.calibration.learn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.meshbed.nodes.vendor.Declared;
import org.meshbed.nodes.vendor.Evidence;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.quirk.Merging;

/**
 * A declaration of a quirk as a file has it.
 *
 * @param value as JSON
 * @param merging whether a profile may have several of the type, whose parts are put together
 * @param own whether it was found in the recording, and not in a profile
 */
record Said(String value, List<String> bends, Optional<String> bug, Evidence evidence, boolean merging, boolean own) {
    Said {
        bends = List.copyOf(bends);
    }

    /** What a profile declares, by the name of the type; not what its settings add. */
    static Map<String, List<Said>> of(Profile profile) {
        var all = new LinkedHashMap<String, List<Said>>();
        for (var declared : profile.quirks())
            all.computeIfAbsent(declared.quirk().name(), _ -> new ArrayList<>()).add(of(declared));
        return all;
    }

    private static Said of(Declared declared) {
        return new Said(
                declared.written(),
                declared.bends(),
                declared.bug(),
                declared.evidence(),
                declared.quirk() instanceof Merging,
                false);
    }

    /** The same with another value, found in a recording. */
    Said saying(String other) {
        return new Said(other, bends, bug, evidence, merging, true);
    }

    /** The same, resting on this. */
    Said restingOn(Evidence other) {
        return new Said(value, bends, bug, other, merging, own);
    }

    static List<String> values(List<Said> all) {
        return all.stream().map(Said::value).toList();
    }

    /** What a child has to declare beside what it inherits; none where it has to begin from nothing. */
    static Optional<List<Said>> addedTo(List<Said> inherited, List<Said> wanted) {
        if (inherited.isEmpty()) return Optional.of(wanted);
        if (wanted.isEmpty()) return Optional.empty();
        if (!wanted.getFirst().merging()) return Optional.of(wanted);
        var begins = wanted.size() >= inherited.size()
                && values(wanted.subList(0, inherited.size())).equals(values(inherited));
        return begins ? Optional.of(wanted.subList(inherited.size(), wanted.size())) : Optional.empty();
    }

    /** Its lines in a file. */
    String text(String type) {
        var lines = new ArrayList<String>();
        lines.add("  - quirk: " + type);
        lines.add("    value: " + value);
        if (!bends.isEmpty()) lines.add("    bends: [" + String.join(", ", bends) + "]");
        bug.ifPresent(id -> lines.add("    bug: " + Draft.quoted(id)));
        var step = evidence.step().isEmpty() ? "" : ", step: " + Draft.quoted(evidence.step());
        lines.add("    evidence: {level: " + evidence.level().word() + ", in: " + Draft.quoted(evidence.in()) + step
                + "}");
        return lines.stream().collect(Collectors.joining("\n"));
    }
}
