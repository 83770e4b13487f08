package org.meshbed.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshbed.scenarios.input.BadInput;
import org.meshbed.simulator.oracle.Finding;
import org.meshbed.simulator.oracle.Rules;

final class RunTest {
    private static final String EVERY_VERDICT = """
            Feature: Every verdict
              @good
              Scenario: Passes
                Given all is well
                When all goes well
                Then all was well

              Scenario: Fails
                Given all is well
                Then the door is open

              Scenario: Is blocked
                Given all is well
                And the house is closed
                Then all was well

              Scenario: Is not supported
                When somebody flies
                Then the door is open

              Scenario: Has a bug
                When a step has a bug

              Scenario: Says something unknown
                When all goes weel

              Scenario: Says something ambiguous
                When it is late
            """;

    /** Writes down what is played, and leaves a little evidence. */
    private static final class RecordingStage implements Stage {
        final List<String> log = new ArrayList<>();
        List<Finding> findings = List.of();

        @Override
        public void open() {
            log.add("open");
        }

        @Override
        public Scene begin(ScenarioId scenario) {
            log.add("begin " + scenario.name());
            return new RecordingScene(log, findings);
        }

        @Override
        public Overlap overlap() {
            return new Overlap(1, 2, 3);
        }

        @Override
        public void close() {
            log.add("close");
        }
    }

    private record RecordingScene(List<String> log, List<Finding> findings) implements Scene {
        @Override
        public void step(String sentence) {
            log.add("step " + sentence);
        }

        @Override
        public Exhibits exhibits() {
            return new Exhibits("<svg xmlns='http://www.w3.org/2000/svg'/>", "GET /secret-garden", List.of("the tail"));
        }

        @Override
        public void end() {
            log.add("end");
        }
    }

    @TempDir
    private Path folder;

    private final RecordingStage stage = new RecordingStage();

    private RunOptions options(Path feature, Optional<String> tags, Shard shard) {
        return new RunOptions(
                List.of(feature.toString()),
                tags,
                7,
                shard,
                folder.resolve("a report"),
                List.of("org.meshbed.scenarios.run.glue"));
    }

    private RunResult run(RunOptions options) {
        return new Run(options, stage, RunListener.SILENT).run();
    }

    private Path feature(String text) throws IOException {
        return Files.writeString(folder.resolve("tiny.feature"), text);
    }

    @Nested
    class GivenARuleThatANodeBreaks {
        private static final String FINE = "Feature: tiny\n  Scenario: fine\n    Then all is well\n";

        private ScenarioResult ran(boolean declared) throws IOException {
            var rule = Rules.find("OCM-SHARE-22").orElseThrow();
            stage.findings = List.of(new Finding(rule, "alpha", true, declared, 3, "no name", "a name"));
            return run(options(feature(FINE), Optional.empty(), Shard.WHOLE))
                    .scenarios()
                    .getFirst();
        }

        @Test
        void whenItsProfileDoesNotSaySo_thenTheScenarioFailsThoughItsStepsPass() throws IOException {
            var result = ran(false);

            assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
            assertThat(result.failure().orElseThrow().message()).contains("OCM-SHARE-22", "alpha", "no name");
        }

        @Test
        void whenItsProfileSaysSo_thenTheScenarioPasses() throws IOException {
            assertThat(ran(true).verdict()).isEqualTo(Verdict.PASSED);
        }
    }

    @Nested
    class GivenScenariosOfEveryKind {
        @Test
        void whenRun_thenEachHasItsVerdict() throws IOException {
            var result = run(options(feature(EVERY_VERDICT), Optional.empty(), Shard.WHOLE));

            assertThat(result.scenarios())
                    .extracting(ScenarioResult::verdict)
                    .containsExactly(
                            Verdict.PASSED,
                            Verdict.FAILED,
                            Verdict.BLOCKED,
                            Verdict.UNSUPPORTED,
                            Verdict.BROKEN,
                            Verdict.BROKEN,
                            Verdict.BROKEN);
            assertThat(result.summary()).isEqualTo("scenarios: 1 passed, 1 failed, 1 unsupported, 1 blocked, 3 broken");
            assertThat(result.exitCode()).isEqualTo(3);
        }

        @Test
        void whenRun_thenEachFailureSaysWhereAndWhy() throws IOException {
            var result = run(options(feature(EVERY_VERDICT), Optional.empty(), Shard.WHOLE));

            var failures = result.scenarios().stream()
                    .flatMap(scenario -> scenario.failure().stream())
                    .toList();
            assertThat(failures.get(0))
                    .isEqualTo(new Failure("Then the door is open", 10, "expected: open\nfound: closed"));
            assertThat(failures.get(1).step()).isEqualTo("And the house is closed");
            assertThat(failures.get(2).message()).isEqualTo("nobody can fly here");
            assertThat(failures.get(3).message())
                    .startsWith("IllegalStateException: the step's own fault (at org.meshbed.scenarios.run.glue");
            assertThat(failures.get(4).message())
                    .isEqualTo("no step answers this sentence"
                            + "; nearest: 'all goes well', 'all is well', 'all was well'");
            assertThat(failures.get(5).message()).contains("it is {word}", "it {word} late");
        }

        @Test
        void whenRun_thenTheStageIsSetAndClearedAroundEach() throws IOException {
            run(options(feature(EVERY_VERDICT), Optional.of("@good"), Shard.WHOLE));

            assertThat(stage.log)
                    .containsExactly(
                            "open",
                            "begin Passes",
                            "step all is well",
                            "step all goes well",
                            "step all was well",
                            "end");
        }

        @Test
        void whenRun_thenTheReportsCarryTheEvidence() throws IOException {
            run(options(feature(EVERY_VERDICT), Optional.of("@good"), Shard.WHOLE));

            var report = folder.resolve("a report");
            assertThat(Files.readString(report.resolve("index.html"))).contains("image/svg+xml", "sequence diagram");
            assertThat(Files.readString(report.resolve("messages.ndjson"))).contains("\"fileName\":\"exchanges\"");
            assertThat(Files.readString(report.resolve("junit.xml"))).contains("<testsuite");
        }

        @Test
        void whenRunInParts_thenThePartsAreTheWhole() throws IOException {
            var file = feature(EVERY_VERDICT);
            var names = new ArrayList<String>();
            for (var part : List.of("1/3", "2/3", "3/3"))
                run(options(file, Optional.empty(), Shard.parse(part))).scenarios().stream()
                        .map(result -> result.id().name())
                        .forEach(names::add);

            assertThat(names).hasSize(7).doesNotHaveDuplicates().startsWith("Passes", "Is not supported");
        }

        @Test
        void whenRunAlone_thenTheSeedIsTheSame() throws IOException {
            var file = feature(EVERY_VERDICT);
            var all = run(options(file, Optional.empty(), Shard.WHOLE)).scenarios();
            var alone = run(options(Path.of(file + ":8"), Optional.empty(), Shard.WHOLE))
                    .scenarios();

            assertThat(alone).hasSize(1);
            assertThat(alone.getFirst().seed())
                    .isEqualTo(all.get(1).seed())
                    .isNotEqualTo(all.get(0).seed());
        }
    }

    @Test
    void whenAScenarioSaysNothing_thenItIsBroken() throws IOException {
        var file = feature("Feature: Silence\n  Scenario: One\n    Gven all is well\n");

        var result =
                run(options(file, Optional.empty(), Shard.WHOLE)).scenarios().getFirst();

        assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(result.failure().orElseThrow().message()).contains("misspelt");
    }

    @Nested
    class GivenBadInput {
        @Test
        void whenAFeatureIsMalformed_thenFileAndLineAreNamed() throws IOException {
            var file = feature("Feature: Broken\n  Scenario: One\n    Given all is well\n    nonsense\n");

            assertThatThrownBy(() -> run(options(file, Optional.empty(), Shard.WHOLE)))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("tiny.feature, line 4, column 5: expected:")
                    .hasMessageContaining("'nonsense'");
            assertThat(stage.log).noneMatch(happened -> happened.startsWith("begin"));
        }

        @Test
        void whenAFeatureIsMissing_thenItIsNamed() {
            assertThatThrownBy(() -> run(options(Path.of("no/such.feature"), Optional.empty(), Shard.WHOLE)))
                    .isInstanceOf(BadInput.class)
                    .hasMessageStartingWith("there is no feature file or folder 'no/such.feature'; for example");
        }

        @Test
        void whenTagsAreNoExpression_thenTheRightFormIsShown() throws IOException {
            var file = feature(EVERY_VERDICT);

            assertThatThrownBy(() -> run(options(file, Optional.of("@a and"), Shard.WHOLE)))
                    .isInstanceOf(BadInput.class)
                    .hasMessageStartingWith(
                            "--tags '@a and' is no tag expression; for example '@share and not @group'");
        }

        @Test
        void whenNoScenarioMatches_thenThatIsSaid() throws IOException {
            var file = feature(EVERY_VERDICT);

            assertThatThrownBy(() -> run(options(file, Optional.of("@nobody"), Shard.WHOLE)))
                    .isInstanceOf(BadInput.class)
                    .hasMessage("no scenario matches --tags '@nobody'");
        }

        @Test
        void whenAShardIsImpossible_thenTheRightFormIsShown() {
            for (var text : List.of("0/2", "3/2", "1", "a/b"))
                assertThatThrownBy(() -> Shard.parse(text))
                        .isInstanceOf(BadInput.class)
                        .hasMessageContaining("'" + text + "' is not <part>/<parts>");
        }

        @Test
        void whenAWorldIsUnknown_thenTheNearestIsNamed() {
            assertThatThrownBy(() -> WorldKind.parse("virtaul"))
                    .isInstanceOf(BadInput.class)
                    .hasMessage("--world 'virtaul' is not a world; did you mean 'virtual'?");
            assertThatThrownBy(() -> WorldKind.parse("containers"))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("not there yet");
        }
    }

    @Nested
    class GivenAConsole {
        private String printed(boolean terminal) throws IOException {
            var bytes = new ByteArrayOutputStream();
            var printer =
                    new ConsolePrinter(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal, " --seed 7");
            new Run(options(feature(EVERY_VERDICT), Optional.empty(), Shard.WHOLE), stage, printer).run();
            return bytes.toString(StandardCharsets.UTF_8);
        }

        @Test
        void whenItIsAFile_thenThereIsNeitherColourNorProgress() throws IOException {
            assertThat(printed(false))
                    .startsWith("FAILED  Fails  (")
                    .contains("  line 10: Then the door is open")
                    .contains("    found: closed")
                    .contains("again: ./meshbed run ")
                    .contains("tiny.feature:8 --seed 7")
                    .contains("    the tail")
                    .doesNotContain("\u001b", "\r");
        }

        @Test
        void whenItIsATerminal_thenProgressIsWrittenOver() throws IOException {
            assertThat(printed(true)).contains("\r\u001b[K[7/7] tiny.feature: Says", "\u001b[31mFAILED\u001b[0m");
        }
    }
}
