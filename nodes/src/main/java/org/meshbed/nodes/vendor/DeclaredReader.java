package org.meshbed.nodes.vendor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.meshbed.nodes.vendor.quirk.Merging;

/** Reads quirks as profiles and settings declare them. */
final class DeclaredReader {
    private static final Pattern RECORDING = Pattern.compile("(traces/)?[A-Za-z0-9.-]+/[A-Za-z0-9][A-Za-z0-9._-]*");

    private DeclaredReader() {}

    static List<Declared> quirks(YamlView value) {
        var quirks = new ArrayList<Declared>();
        for (var item : value.items("a list of quirks")) {
            var declared = declared(item);
            var name = declared.quirk().name();
            var twice = quirks.stream().anyMatch(d -> d.quirk().name().equals(name));
            if (twice && !(declared.quirk() instanceof Merging))
                throw item.wrong("'" + name + "' stands here twice, and it has no parts that could be put together");
            quirks.add(declared);
        }
        return quirks;
    }

    /** Whether a quirk of a parent gives way to one of the child's own. */
    static boolean replaced(Declared parents, List<Declared> own) {
        return !(parents.quirk() instanceof Merging)
                && own.stream()
                        .anyMatch(d -> d.quirk().getClass() == parents.quirk().getClass());
    }

    private static Declared declared(YamlView item) {
        var members = item.only("a quirk", List.of("quirk", "value", "bends", "evidence", "bug"));
        var value = item.need(members, "value", "what the product does instead");
        var quirk = QuirkReader.read(item.need(members, "quirk", "the name of a quirk type"), value);
        return new Declared(
                quirk,
                Optional.ofNullable(members.get("bends"))
                        .map(b -> b.texts("a list of rule ids"))
                        .orElse(List.of()),
                evidence(item.need(members, "evidence", "what the quirk rests on: {level, in, step}")),
                Optional.ofNullable(members.get("bug")).map(b -> b.text("the id of a bug")),
                Optional.ofNullable(members.get("bends")).orElse(item).place(),
                value.json().toString());
    }

    static Evidence evidence(YamlView value) {
        var members = value.only("evidence", List.of("level", "in", "step"));
        var words =
                Arrays.stream(Evidence.Level.values()).map(Evidence.Level::word).toList();
        var word = value.need(members, "level", "one of " + words).oneOf("level of evidence", words);
        var in = value.need(members, "in", "where it was seen");
        var evidence = new Evidence(
                Evidence.Level.values()[words.indexOf(word)],
                in.text("a place"),
                Optional.ofNullable(members.get("step"))
                        .map(s -> s.text("what was being done"))
                        .orElse(""),
                value.place());
        if (evidence.level() == Evidence.Level.OBSERVED) recorded(value, in, evidence);
        return evidence;
    }

    /** What was seen can be looked up: the evidence names the recording and the step. */
    private static void recorded(YamlView value, YamlView in, Evidence evidence) {
        if (!RECORDING.matcher(evidence.in()).matches())
            throw in.wrong("'" + evidence.in()
                    + "' is no folder and flow of a recording; for example ocm-stub-1/01-discovery");
        if (evidence.step().isBlank())
            throw value.wrong("'step' is missing: what was being done when that was observed");
    }
}
