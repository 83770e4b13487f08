package org.meshbed.nodes.port;

/** What a node tells its witness. */
public sealed interface Testimony {
    /** A decision and why: the name of the check or step, what came out, and the reason in words without secrets. */
    record Decision(String what, String outcome, String why) implements Testimony {}

    /** A question asked of the profile: kind of thing, its name, and the answer in words. */
    record Consulted(Kind kind, String name, String answer) implements Testimony {}

    /** A change of state; before and after are short words such as {@code pending}, {@code -} where there was nothing. */
    record Changed(String kind, String id, String before, String after) implements Testimony {}

    enum Kind {
        QUIRK,
        SETTING,
        DIALECT,
        UNKNOWN
    }
}
