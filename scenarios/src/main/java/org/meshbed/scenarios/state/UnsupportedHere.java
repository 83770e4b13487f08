package org.meshbed.scenarios.state;

/** A step asked a product for something that it cannot do at all: the scenario's verdict is <em>unsupported</em>. */
public final class UnsupportedHere extends RuntimeException {
    public UnsupportedHere(String words) {
        super(words);
    }
}
