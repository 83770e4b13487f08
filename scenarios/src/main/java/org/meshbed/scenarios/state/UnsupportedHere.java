package org.meshbed.scenarios.state;

import org.opentest4j.TestAbortedException;

/**
 * A step asked a product for something that it cannot do at all: the scenario's verdict is <em>unsupported</em>. It is
 * of the kind that Cucumber shows as skipped, not as failed.
 */
public final class UnsupportedHere extends TestAbortedException {
    public UnsupportedHere(String words) {
        super(words);
    }
}
