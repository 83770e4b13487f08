package org.meshbed.nodes.vendor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.vendor.quirk.Check;
import org.meshbed.nodes.vendor.quirk.Condition;
import org.meshbed.nodes.vendor.quirk.Family;
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
        var members = item.only("a check", List.of("check", "when", "after", "needs"));
        var name = item.need(members, "check", "the name under which it is answered");
        var late = Optional.ofNullable(members.get("after"))
                .map(v -> v.oneOf("moment", List.of("effect")))
                .isPresent();
        var needs = Optional.ofNullable(members.get("needs"))
                .map(v -> v.items("a list of members").stream()
                        .map(m -> m.text("a member"))
                        .toList())
                .orElse(List.of());
        if (late && !members.containsKey("when"))
            return new Check(name.oneOf(family.word() + " check", family.movable()), Optional.empty(), true, needs);
        var when = needs.isEmpty() || members.containsKey("when")
                ? Optional.of((Condition) RecordReader.record(
                        Condition.class, item.need(members, "when", "the condition under which it objects")))
                : Optional.<Condition>empty();
        return new Check(name.text("a name"), when, late, needs);
    }
}
