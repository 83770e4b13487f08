package org.meshbed.nodes.discovery;

/** How the look-up of a server ended. */
public sealed interface Lookup {
    record Found(Peer peer) implements Lookup {}

    /**
     * There is no usable document.
     *
     * @param why in words that name the server and what was wrong
     * @param passing whether another try later may succeed: nothing answered, or with a server error
     */
    record Failed(String why, boolean passing) implements Lookup {}
}
