package org.meshbed.nodes.dialect;

/** What a server says it can do; each version has its own words for these, or none. */
public enum Capability {
    ENFORCE_MFA,
    /** A relative uri of a share is understood (1.2 and 1.3; later said by {@code webdav-receive}). */
    RELATIVE_URI,
    /** A share's {@code protocol} may have one member per protocol. */
    PROTOCOL_OBJECT,
    EXCHANGE_TOKEN,
    HTTP_SIGNATURES,
    INVITES,
    INVITE_WAYF,
    NOTIFICATIONS
}
