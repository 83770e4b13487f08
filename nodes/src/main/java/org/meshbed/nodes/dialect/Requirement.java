package org.meshbed.nodes.dialect;

/** What one protocol entry of one share demands of the recipient; each version has its own words for these, or none. */
public enum Requirement {
    MFA,
    TOKEN_EXCHANGE
}
