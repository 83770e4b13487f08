package org.meshbed.scenarios.conform;

/** How much is tried of a server. */
public enum Extent {
    /** The rules alone. */
    RULES,
    /** Also what it does when others mean harm. */
    GUARDS,
    /** Also what takes half a minute more. */
    SLOW;

    boolean guards() {
        return this != RULES;
    }

    boolean slow() {
        return this == SLOW;
    }
}
