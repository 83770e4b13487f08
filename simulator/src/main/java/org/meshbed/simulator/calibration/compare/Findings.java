package org.meshbed.simulator.calibration.compare;

import java.util.ArrayList;
import java.util.List;

/** Collects the differences of one exchange. */
final class Findings {
    private static final int LONGEST = 300;
    private final List<Difference> found = new ArrayList<>();
    private final Texts texts;

    Findings(Texts texts) {
        this.texts = texts;
    }

    List<Difference> all() {
        return List.copyOf(found);
    }

    Bonds bonds() {
        return texts.bonds();
    }

    void text(String where, Role role, String real, String own) {
        texts.objection(role, real, own)
                .ifPresent(why -> add(where, real, why.isEmpty() ? own : own + "  (" + why + ")"));
    }

    void add(String where, String real, String own) {
        found.add(new Difference(where, shown(real), shown(own)));
    }

    void missing(String where, String real) {
        add(where, real, Difference.NOTHING);
    }

    void extra(String where, String own) {
        add(where, Difference.NOTHING, own);
    }

    private static String shown(String text) {
        var line = text.replace("\r", "\\r").replace("\n", "\\n").replaceAll("\\p{Cntrl}", "\uFFFD");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
