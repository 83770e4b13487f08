package org.meshbed.scenarios.run;

import java.util.List;
import java.util.Optional;

/**
 * A scenario after it ran.
 *
 * @param location under which {@code run} finds it again: {@code classpath:features/share/create.feature:12}
 * @param failure empty where it passed
 */
public record ScenarioResult(
        ScenarioId id,
        String location,
        List<String> tags,
        long seed,
        Verdict verdict,
        Optional<Failure> failure,
        List<String> journalTail,
        Rests rests) {
    public ScenarioResult {
        tags = List.copyOf(tags);
        journalTail = List.copyOf(journalTail);
    }
}
