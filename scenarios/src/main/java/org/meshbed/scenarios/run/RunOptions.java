package org.meshbed.scenarios.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be run.
 *
 * @param features as written by a person; empty for all of Meshbed's own
 * @param tags a tag expression that scenarios must match
 * @param report folder the reports are written to
 * @param glue packages of step classes
 * @param beside how many scenarios are played side by side; what is told of them keeps the order of the files
 */
public record RunOptions(
        List<String> features,
        Optional<String> tags,
        long seed,
        Shard shard,
        Path report,
        List<String> glue,
        int beside) {
    public static final String STEPS = "org.meshbed.scenarios.steps";

    /** One scenario after another. */
    public RunOptions(
            List<String> features, Optional<String> tags, long seed, Shard shard, Path report, List<String> glue) {
        this(features, tags, seed, shard, report, glue, 1);
    }

    public RunOptions {
        if (beside < 1) throw new IllegalArgumentException("beside " + beside + " is below 1");
        features = List.copyOf(features);
        glue = List.copyOf(glue);
    }

    public RunOptions beside(int scenarios) {
        return new RunOptions(features, tags, seed, shard, report, glue, scenarios);
    }
}
