package org.meshbed.simulator.journal.export;

/** One vertical line of a sequence diagram. */
sealed interface Lane {
    String name();

    record Node(String name) implements Lane {
        /** A server or caller that is none of ours. */
        boolean foreign() {
            return name.startsWith("foreign:");
        }
    }

    /** A person at a node. */
    record Actor(String name, String node) implements Lane {}
}
