package org.meshbed.simulator.oracle;

import java.util.ArrayList;
import java.util.List;

/** What has still to follow from the exchanges so far. */
final class Promises {
    private final List<Promise> made = new ArrayList<>();

    void add(Promise promise) {
        made.add(promise);
    }

    /** Those that were not kept. */
    List<Promise> broken() {
        return made.stream().filter(promise -> !promise.kept().getAsBoolean()).toList();
    }

    /** The rules that are held against runs in this way. */
    static List<String> rules() {
        return List.of(
                "OCM-ACC-09",
                "OCM-TOKEN-11",
                "OCM-TOKEN-15",
                "OCM-ROLE-03",
                "OCM-RESHARE-03",
                "OCM-RESHARE-14",
                "OCM-RESHARE-30",
                "OCM-RESHARE-31");
    }
}
