package org.meshbed.scenarios.sentence;

/** A sentence that no step answers, that several answer, or that cannot be said alone; the message says what could be. */
public final class NotASentence extends IllegalArgumentException {
    NotASentence(String message) {
        super(message);
    }
}
