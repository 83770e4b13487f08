package org.meshbed.simulator.oracle;

/** What an exchange is about. */
enum Kind {
    DISCOVERY,
    SHARE,
    NOTIFICATION,
    INVITE,
    /** The call of 1.4 to ask for a share. */
    ASK,
    TOKEN,
    KEYS,
    ACCESS,
    OTHER
}
