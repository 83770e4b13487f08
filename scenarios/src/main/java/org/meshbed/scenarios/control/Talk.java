package org.meshbed.scenarios.control;

/** Takes one sentence after another; several may speak, each waits for its turn. */
@FunctionalInterface
public interface Talk {
    Answer say(String sentence);
}
