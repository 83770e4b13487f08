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
 */
public record RunOptions(
        List<String> features, Optional<String> tags, long seed, Shard shard, Path report, List<String> glue) {
    public static final String STEPS = "org.meshbed.scenarios.steps";

    public RunOptions {
        features = List.copyOf(features);
        glue = List.copyOf(glue);
    }
}
