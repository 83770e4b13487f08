package org.meshbed.scenarios.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshbed.scenarios.mutants.MutantStage;
import org.meshbed.scenarios.run.Failure;
import org.meshbed.scenarios.run.Run;
import org.meshbed.scenarios.run.RunListener;
import org.meshbed.scenarios.run.RunOptions;
import org.meshbed.scenarios.run.ScenarioResult;
import org.meshbed.scenarios.run.Shard;
import org.meshbed.scenarios.run.Verdict;
import org.meshbed.simulator.world.virtual.VirtualPlan;

/** What becomes of scenarios that say something wrong, or too little. */
final class SentencesInUseTest {
    @TempDir
    Path folder;

    private ScenarioResult play(String... sentences) throws IOException {
        var file = folder.resolve("some.feature");
        var lines = "Feature: Some\n  Scenario: Something\n    " + String.join("\n    ", sentences) + "\n";
        Files.writeString(file, lines);
        var options = new RunOptions(
                List.of(file.toString()),
                Optional.empty(),
                7,
                Shard.parse("1/1"),
                folder.resolve("report"),
                List.of(RunOptions.STEPS));
        var stage = new MutantStage(7, VirtualPlan::of);
        return new Run(options, stage, RunListener.SILENT).run().scenarios().getFirst();
    }

    private static String words(ScenarioResult result) {
        return result.failure().map(Failure::message).orElse("");
    }

    @Test
    void whenSomebodyIsRefusedAndNoSentenceSaysSo_thenTheScenarioFails() throws IOException {
        var result = play("Given alice is at alpha", "And bob is at beta", "When alice shares missing.txt with bob");

        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(words(result))
                .contains("the scenario does not say that this fails: alice shares missing.txt with bob");
    }

    @Test
    void whenAServerCannotDoIt_thenTheScenarioIsUnsupported() throws IOException {
        var result = play("Given carol is at gamma", "And gamma runs reference/1.0", "When carol invites bob");

        assertThat(result.verdict()).isEqualTo(Verdict.UNSUPPORTED);
    }

    @Test
    void whenItWasNotSaidWhereSomebodyIs_thenThatIsAskedFor() throws IOException {
        var result = play("When alice invites bob");

        assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(words(result)).contains("it was not said where 'alice' is; for example 'alice is at alpha'");
    }

    @Test
    void whenANodeIsDescribedTooLate_thenThatIsSaid() throws IOException {
        var result = play("Given alice is at alpha", "And alpha stops", "And alpha runs reference/1.0");

        assertThat(words(result)).contains("alpha runs already: reference/1.0 has to be said of it before");
    }

    @Test
    void whenAnExpectationFails_thenTheFailureShowsWhatPeopleWereTold() throws IOException {
        var result = play(
                "Given alice is at alpha",
                "And bob is at beta",
                "And alice has a file a.txt",
                "When alice shares a.txt with bob",
                "Then within 1 hour, alice sees that bob accepted a.txt");

        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(words(result))
                .contains("alice should see the share of a.txt as accepted, but it is [pending]")
                .contains("before: alice shares a.txt with bob@beta.example: Done");
    }

    @Test
    void whenASentenceInsideOfAnotherIsUnknown_thenTheNearestIsNamed() throws IOException {
        var result = play("Given alice is at alpha", "Then within 1 hour, alice has got no contacts");

        assertThat(words(result)).contains("{party} has no contacts");
    }
}
