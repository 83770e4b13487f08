package org.meshbed.scenarios.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.meshbed.scenarios.input.BadInput;
import org.meshbed.scenarios.input.Nearest;

/** Where the nodes of a run live. */
public enum WorldKind {
    LOOPBACK,
    VIRTUAL;

    private static final int MOST_BESIDE = 4;
    private static final List<String> LATER = List.of("containers", "remote");

    /** Reads the value of {@code --world}. */
    public static WorldKind parse(String text) {
        if (LATER.contains(text))
            throw new BadInput("--world '" + text + "' is not there yet; choose loopback or virtual");
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(text))
                .findFirst()
                .orElseThrow(() -> new BadInput("--world '" + text + "' is not a world"
                        + Nearest.hint(text, List.of(LOOPBACK.word(), VIRTUAL.word()))));
    }

    /** How many scenarios are played side by side where nobody said so: in virtual time tasks hand over on one thread. */
    public int beside(int processors) {
        return switch (this) {
            case VIRTUAL -> 1;
            case LOOPBACK -> Math.clamp(processors, 1, MOST_BESIDE);
        };
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
