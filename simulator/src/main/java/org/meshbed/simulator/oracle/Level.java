package org.meshbed.simulator.oracle;

import java.util.Arrays;

/** How much a rule binds, by its keyword (BCP 14); {@link #DEFINED}: a statement without one that can still be tested. */
public enum Level {
    MUST("MUST"),
    MUST_NOT("MUST NOT"),
    SHOULD("SHOULD"),
    SHOULD_NOT("SHOULD NOT"),
    MAY("MAY"),
    DEFINED("def");

    private final String word;

    Level(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Whether breaking it is a failure by itself. */
    public boolean binding() {
        return this == MUST || this == MUST_NOT;
    }

    static Level of(String word) {
        return Arrays.stream(values())
                .filter(level -> level.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("'" + word + "' is no level of a rule"));
    }
}
