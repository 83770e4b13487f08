package org.meshbed.nodes.dialect;

/** How much a server takes of what it is sent. */
public enum Reading {
    /** The forms of its own version, to the letter. */
    OWN,
    /** The forms of other versions too, and what deployed servers make of them. */
    LENIENT
}
