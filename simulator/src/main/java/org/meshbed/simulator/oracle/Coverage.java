package org.meshbed.simulator.oracle;

import java.util.Set;
import java.util.TreeSet;

/** Which rules the oracle holds against exchanges. */
public final class Coverage {
    private Coverage() {}

    /** The ids of the rules whose breach is found. */
    public static Set<String> implemented() {
        var ids = new TreeSet<>(Checks.rules());
        ids.addAll(Shapes.rules());
        ids.addAll(Promises.rules());
        ids.addAll(Deeds.rules());
        return ids;
    }

    /** The ids of the rules that leave a choice, which is written down. */
    public static Set<String> observed() {
        return new TreeSet<>(Notes.rules());
    }
}
