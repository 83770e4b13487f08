package org.meshbed.scenarios.run;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of a run.
 *
 * @param inside real time between the beginnings and ends of scenarios, added up, nothing else
 */
public record RunResult(List<ScenarioResult> scenarios, Overlap overlap, Judged judged, Duration inside) {
    private static final List<Verdict> ORDER =
            List.of(Verdict.PASSED, Verdict.FAILED, Verdict.UNSUPPORTED, Verdict.BLOCKED, Verdict.BROKEN);

    public RunResult {
        scenarios = List.copyOf(scenarios);
    }

    public long count(Verdict verdict) {
        return scenarios.stream().filter(result -> result.verdict() == verdict).count();
    }

    /** 0 nothing failed, 1 a verdict failed or was blocked, 3 something is broken. */
    public int exitCode() {
        if (count(Verdict.BROKEN) > 0) return 3;
        return count(Verdict.FAILED) + count(Verdict.BLOCKED) > 0 ? 1 : 0;
    }

    /** The last line of every run. */
    public String summary() {
        return ORDER.stream()
                .map(verdict -> count(verdict) + " " + verdict.word())
                .collect(Collectors.joining(", ", "scenarios: ", ""));
    }

    /** What all of it rests on. */
    public Rests rests() {
        return scenarios.stream().map(ScenarioResult::rests).reduce(Rests.NOTHING, Rests::and);
    }

    /** What else is said about the run as a whole. */
    public Stream<String> figures() {
        return Stream.of(
                overlap.toString(),
                judged.toString(),
                rests().toString(),
                "time inside scenarios: %d.%03d s".formatted(inside.toSeconds(), inside.toMillisPart()));
    }
}
