package org.meshbed.scenarios.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshbed.scenarios.run.Run;
import org.meshbed.scenarios.run.RunListener;
import org.meshbed.scenarios.run.RunOptions;
import org.meshbed.scenarios.run.Shard;
import org.meshbed.scenarios.run.Verdict;
import org.meshbed.simulator.world.virtual.VirtualPlan;

/** Nodes whose store looks and acts in two calls: an invite accepted by two requests at once may count twice. */
final class PlantedRaceTest {
    private static final String FEATURE = "features/together/together.feature";
    private static final String SCENARIO = "Scenario: Two people accept one invite at once";

    @TempDir
    Path report;

    @Test
    void whenPeopleActAtOnce_thenSomeSeedFindsIt() throws IOException {
        var place = "classpath:" + FEATURE + ":" + line();

        var found = LongStream.range(0, 200)
                .filter(seed -> failures(seed, place) > 0)
                .findFirst();

        assertThat(found).as("a seed below 200").isPresent();
    }

    @Test
    void whenPeopleActOneAfterTheOther_thenNothingIsFound() {
        assertThat(failures(7, "classpath:features/invite")).isZero();
    }

    private long failures(long seed, String feature) {
        var stage = new MutantStage(
                seed, s -> Wrongs.keeping(WrongStore.looksThenActs()).apply(VirtualPlan.of(s)));
        var options = new RunOptions(
                List.of(feature), Optional.empty(), seed, Shard.parse("1/1"), report, List.of(RunOptions.STEPS));
        return new Run(options, stage, RunListener.SILENT).run().count(Verdict.FAILED);
    }

    private static int line() throws IOException {
        try (var stream = PlantedRaceTest.class.getResourceAsStream("/" + FEATURE)) {
            assertThat(stream).isNotNull();
            var lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.indexOf("  " + SCENARIO) + 1;
        }
    }
}
