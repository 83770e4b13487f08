package org.meshbed.nodes.port;

/** What a product leaves to luck (map order, a race), seeded where the world is seeded. */
public interface Chance {
    /** A number from 0 up to, not including, {@code bound}; each purpose has a stream of its own. */
    int below(String purpose, int bound);
}
