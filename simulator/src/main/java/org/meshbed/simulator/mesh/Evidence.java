package org.meshbed.simulator.mesh;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.meshbed.simulator.journal.Journal;

/**
 * What a failed wait shows beside its description.
 *
 * @param seed of the run, where it has one
 * @param tail the last lines of the journal, oldest first
 */
public record Evidence(OptionalLong seed, Supplier<List<String>> tail) {
    public static final Evidence NONE = new Evidence(OptionalLong.empty(), List::of);

    public static Evidence of(long seed, Journal journal) {
        return new Evidence(OptionalLong.of(seed), () -> Tail.of(journal));
    }
}
