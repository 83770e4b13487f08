package org.meshbed.nodes.vendor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.vendor.quirk.Check;
import org.meshbed.nodes.vendor.quirk.Condition;
import org.meshbed.nodes.vendor.quirk.Family;
import org.meshbed.nodes.vendor.quirk.Flaw;
import org.meshbed.nodes.vendor.quirk.Ordered;
import org.meshbed.nodes.vendor.quirk.Quirk;

/** Makes a quirk from its name and value in a profile. */
final class QuirkReader {
    private QuirkReader() {}

    /** The names of all quirk types, in the order of their declaration. */
    static List<String> names() {
        return Quirk.types().stream().map(Quirk::name).toList();
    }

    static Class<? extends Quirk> type(YamlView name) {
        var word = name.oneOf("quirk type", names());
        return Quirk.types().get(names().indexOf(word));
    }

    static Quirk read(YamlView name, YamlView value) {
        var type = type(name);
        return Ordered.class.isAssignableFrom(type)
                ? (Quirk) RecordReader.make(type, List.of(checks(family(type), value)), value)
                : (Quirk) RecordReader.whole(type, value);
    }

    static Family family(Class<? extends Quirk> type) {
        return Arrays.stream(Family.values())
                .filter(f -> f.order() == type || f.answers() == type)
                .findFirst()
                .orElseThrow();
    }

    private static List<Check> checks(Family family, YamlView value) {
        var checks = new ArrayList<Check>();
        for (var item : value.items("a list of checks")) {
            if (item.isText()) checks.add(Check.named(item.oneOf(family.word() + " check", family.movable())));
            else checks.add(own(family, item));
        }
        return checks;
    }

    private static Check own(Family family, YamlView item) {
        var members = item.only("a check", List.of("check", "when", "each", "after"));
        var name = item.need(members, "check", "the name under which it is answered");
        var late = Optional.ofNullable(members.get("after"))
                .map(v -> v.oneOf("moment", List.of("effect")))
                .isPresent();
        if (late && !members.containsKey("when") && !members.containsKey("each"))
            return new Check(name.oneOf(family.word() + " check", family.movable()), Optional.empty(), List.of(), true);
        var each = Optional.ofNullable(members.get("each"));
        var when = each.isPresent() && !members.containsKey("when")
                ? Optional.<Condition>empty()
                : Optional.of((Condition) RecordReader.record(
                        Condition.class, item.need(members, "when", "the condition under which it objects")));
        return new Check(name.text("a name"), when, each.map(QuirkReader::flaws).orElse(List.of()), late);
    }

    private static List<Flaw> flaws(YamlView value) {
        return value.items("a list of single things").stream()
                .map(item -> (Flaw) RecordReader.record(Flaw.class, item))
                .toList();
    }
}
