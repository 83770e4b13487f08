package org.meshbed.scenarios.state;

/** What a request to a foreign server is about, told from its path. */
public enum Topic {
    DISCOVERY,
    SHARES,
    NEWS,
    INVITES,
    FILES,
    TOKENS,
    ASKS,
    KEYS,
    OTHER
}
