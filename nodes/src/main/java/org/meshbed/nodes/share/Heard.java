package org.meshbed.nodes.share;

/** How a message of the other server about a share went. */
public enum Heard {
    DONE,
    UNKNOWN_SHARE,
    NOT_THE_RECIPIENTS_SERVER,
    CONTRADICTS
}
