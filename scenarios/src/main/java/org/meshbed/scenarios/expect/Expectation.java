package org.meshbed.scenarios.expect;

import java.util.Optional;

/** What something should be. Knows no test: it answers a description of the mismatch, or nothing where there is none. */
@FunctionalInterface
public interface Expectation<T> {
    Optional<String> mismatch(T actual);

    /** A mismatch in these words unless it holds. */
    static Optional<String> unless(boolean holds, String words) {
        return holds ? Optional.empty() : Optional.of(words);
    }
}
