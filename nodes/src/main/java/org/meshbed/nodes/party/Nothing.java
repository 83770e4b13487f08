package org.meshbed.nodes.party;

/** The value of an action that answers with words alone. */
public enum Nothing {
    NOTHING
}
