package org.meshbed.simulator.journal;

/** A message with its secrets in it, for readers in this process only: it is never printed and never written. */
public record Raw<T>(T message) {
    @Override
    public String toString() {
        return "(not printed)";
    }
}
