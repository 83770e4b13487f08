package org.meshbed.nodes.dialect;

/** What a server demands of every share that it is sent; each version has its own words for these, or none. */
public enum Criterion {
    SIGNATURES,
    TOKEN_EXCHANGE,
    DENYLIST,
    ALLOWLIST,
    INVITE
}
