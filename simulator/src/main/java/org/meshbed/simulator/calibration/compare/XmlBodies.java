package org.meshbed.simulator.calibration.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares XML by structure. Children are told apart by their name, answers of a multistatus by their {@code href},
 * groups of properties by their {@code status}; their order is left aside.
 */
final class XmlBodies {
    private final Findings findings;

    XmlBodies(Findings findings) {
        this.findings = findings;
    }

    void compare(String where, XmlTree real, XmlTree own) {
        if (!real.name().equals(own.name())) {
            findings.add(where, real.name(), own.name());
            return;
        }
        var place = where + "/" + real.local();
        findings.text(place, Role.ofMember(real.local()), real.text(), own.text());
        var left = new ArrayList<>(own.children());
        for (var child : real.children()) {
            var other = take(left, child);
            if (other.isEmpty()) findings.missing(place + "/" + child.local(), child.name() + " " + child.text());
            else compare(place, child, other.getFirst());
        }
        left.forEach(child -> findings.extra(place + "/" + child.local(), child.name() + " " + child.text()));
    }

    private List<XmlTree> take(List<XmlTree> left, XmlTree real) {
        for (var strict : List.of(true, false))
            for (var candidate : left)
                if (candidate.name().equals(real.name()) && (!strict || fits(real, candidate))) {
                    left.remove(candidate);
                    return List.of(candidate);
                }
        return List.of();
    }

    private boolean fits(XmlTree real, XmlTree own) {
        for (var sign : List.of("href", "status"))
            if (!findings.bonds().toSimulated(real.textOf(sign)).equals(own.textOf(sign))) return false;
        return true;
    }
}
