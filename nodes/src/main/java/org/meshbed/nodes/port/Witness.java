package org.meshbed.nodes.port;

/** Takes what the node decided and why, what it consulted, and each change of state. A node knows no journal. */
public interface Witness {
    void saw(Testimony testimony);

    default void decided(String what, String outcome, String why) {
        saw(new Testimony.Decision(what, outcome, why));
    }

    default void changed(String kind, String id, String before, String after) {
        saw(new Testimony.Changed(kind, id, before, after));
    }
}
