package org.meshbed.scenarios.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.meshbed.nodes.vendor.Evidence;
import org.meshbed.scenarios.run.RunResult;
import org.meshbed.scenarios.run.ScenarioResult;
import org.meshbed.scenarios.run.Verdict;
import org.meshbed.scenarios.run.WorldKind;

/** The result of a run for machines. */
final class RunJson {
    private RunJson() {}

    static String of(RunResult result, long seed, WorldKind kind, Path page) {
        var root = new ObjectMapper().createObjectNode();
        root.put("seed", seed).put("world", kind.word()).put("report", page.toString());
        root.put("secondsInsideScenarios", result.inside().toMillis() / 1000.0);
        var counts = root.putObject("counts");
        for (var verdict : Verdict.values()) counts.put(verdict.word(), result.count(verdict));
        var scenarios = root.putArray("scenarios");
        for (var scenario : result.scenarios()) put(scenario, scenarios.addObject());
        return root.toPrettyString();
    }

    private static void put(ScenarioResult scenario, ObjectNode into) {
        into.put("name", scenario.id().name()).put("location", scenario.location());
        into.put("verdict", scenario.verdict().word()).put("seed", scenario.seed());
        into.put(
                "weakestEvidence",
                scenario.rests().weakest().map(Evidence.Level::word).orElse("none needed"));
        scenario.rests().unknown().forEach(into.putArray("unknown")::add);
        scenario.tags().forEach(into.putArray("tags")::add);
        scenario.failure()
                .ifPresent(failure -> into.putObject("failure")
                        .put("step", failure.step())
                        .put("line", failure.line())
                        .put("message", failure.message()));
    }
}
