package org.meshbed.simulator.oracle;

/** What an exchange is about. */
enum Kind {
    DISCOVERY,
    SHARE,
    NOTIFICATION,
    INVITE,
    TOKEN,
    KEYS,
    ACCESS,
    OTHER
}
