package org.meshbed.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.scenarios.run.glue.Appointments;

final class BesideTest {
    @TempDir
    private Path folder;

    private RunOptions options(String text, String glue, int beside) throws IOException {
        var feature = Files.writeString(folder.resolve("beside.feature"), text);
        var report = folder.resolve("report");
        return new RunOptions(
                List.of(feature.toString()), Optional.empty(), 7, Shard.WHOLE, report, List.of(glue), beside);
    }

    /** Of four scenarios the first ends last. */
    @Nested
    class GivenScenariosThatEndInAnotherOrder {
        private static final String FEATURE = """
                Feature: Beside
                  Scenario: First
                    When Third has ended
                    Then the door is open

                  Scenario: Second
                    Given all is well

                  Scenario: Third
                    Then the door is open

                  Scenario: Fourth
                    When a step has a bug
                """;

        private final List<String> ends = new ArrayList<>();

        @BeforeEach
        void forget() {
            Appointments.forgetAll();
        }

        private RunResult run(int beside, RunListener listener) throws IOException {
            try (var stage = new PlainStage(this::ended)) {
                return new Run(options(FEATURE, "org.meshbed.scenarios.run.glue", beside), stage, listener).run();
            }
        }

        private void ended(ScenarioId scenario) {
            synchronized (ends) {
                ends.add(scenario.name());
            }
            Appointments.ended(scenario.name());
        }

        private List<String> inReport(String file, String pattern) throws IOException {
            var text = Files.readString(folder.resolve("report").resolve(file));
            return Pattern.compile(pattern)
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }

        @ParameterizedTest
        @ValueSource(ints = {2, 4})
        void whenPlayedSideBySide_thenResultsKeepTheOrderOfTheFile(int beside) throws IOException {
            var result = run(beside, RunListener.SILENT);

            assertThat(ends).hasSize(4);
            assertThat(ends.indexOf("First")).isGreaterThan(ends.indexOf("Third"));
            assertThat(result.scenarios())
                    .extracting(r -> r.id().name() + " " + r.verdict().word())
                    .containsExactly("First failed", "Second passed", "Third failed", "Fourth broken");
            assertThat(result.exitCode()).isEqualTo(3);
        }

        @Test
        void whenPlayedSideBySide_thenTheConsoleKeepsTheOrderOfTheFile() throws IOException {
            var bytes = new ByteArrayOutputStream();
            run(2, new ConsolePrinter(new PrintStream(bytes, true, StandardCharsets.UTF_8), false, ""));

            assertThat(bytes.toString(StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> line.startsWith("FAILED ") || line.startsWith("BROKEN ")))
                    .extracting(line -> line.split("  ")[1])
                    .containsExactly("First", "Third", "Fourth");
        }

        @Test
        void whenPlayedSideBySide_thenTheReportsKeepTheOrderOfTheFile() throws IOException {
            run(2, RunListener.SILENT);

            assertThat(inReport("junit.xml", "testcase [^>]*name=\"(\\w+)\""))
                    .containsExactly("First", "Second", "Third", "Fourth");
            var played = inReport("messages.ndjson", "\\{\"testCase\":\\{\"id\":\"([^\"]+)\"");
            assertThat(played).hasSize(4);
            assertThat(inReport("messages.ndjson", "\"testCaseId\":\"([^\"]+)\""))
                    .isEqualTo(played);
        }

        @Test
        void whenPlayedSideBySide_thenNothingOfOneScenarioStandsBetweenWhatIsToldOfAnother() throws IOException {
            run(2, RunListener.SILENT);

            var begunAndEnded = inReport("messages.ndjson", "\\{\"(testCaseStarted|testCaseFinished)\"");
            assertThat(begunAndEnded)
                    .containsExactly(
                            "testCaseStarted", "testCaseFinished",
                            "testCaseStarted", "testCaseFinished",
                            "testCaseStarted", "testCaseFinished",
                            "testCaseStarted", "testCaseFinished");
        }
    }

    @Nested
    class GivenMeshesWithTheSameNames {
        /** Each has a file of its own, and one of them fails while others are played. */
        private static String feature() {
            var text = new StringBuilder("Feature: Beside\n");
            for (var n = 0; n < 12; n++) text.append("""
                      Scenario: Number %d
                        Given alice is at alpha
                        And bob is at beta
                        And alice has a file report-%d.txt
                        When alice shares report-%d.txt with bob
                        And bob %s report-%d.txt
                        Then bob can read report-%d.txt
                    """.formatted(n, n, n, n == 5 ? "declines" : "accepts", n, n));
            return text.toString();
        }

        @ParameterizedTest
        @EnumSource(WorldKind.class)
        void whenPlayedSideBySide_thenNoneSeesAnother(WorldKind kind) throws IOException {
            var one = run(kind, 1);
            var three = run(kind, 3);

            assertThat(verdicts(three)).isEqualTo(verdicts(one));
            assertThat(three.count(Verdict.FAILED)).isEqualTo(1);
            assertThat(three.count(Verdict.PASSED)).isEqualTo(11);
            // over sockets a lookup may be spared or not; a caller from another world would be none of this one's nodes
            if (kind == WorldKind.VIRTUAL) assertThat(three.judged()).isEqualTo(one.judged());
            assertThat(Files.readString(folder.resolve("report").resolve("messages.ndjson")))
                    .contains("POST")
                    .doesNotContain("foreign:");
        }

        private static List<String> verdicts(RunResult result) {
            return result.scenarios().stream()
                    .map(r -> r.id() + " " + r.verdict() + " " + r.failure().map(Failure::step))
                    .toList();
        }

        private RunResult run(WorldKind kind, int beside) throws IOException {
            var casting = Casting.parse("", "reference/1.5", Vendors::column);
            try (var stage = new MeshStage(kind, 7, casting, Optional.empty(), Optional.empty())) {
                return new Run(options(feature(), RunOptions.STEPS, beside), stage, RunListener.SILENT).run();
            }
        }
    }

    @Test
    void whenAStageCannotBeSet_thenOnlyThatScenarioIsBroken() throws IOException {
        try (var stage = new PlainStage(_ -> {})) {
            stage.refused = "Second";
            var feature =
                    GivenScenariosThatEndInAnotherOrder.FEATURE.replace("When Third has ended", "Given all is well");
            var result =
                    new Run(options(feature, "org.meshbed.scenarios.run.glue", 2), stage, RunListener.SILENT).run();

            assertThat(result.scenarios())
                    .extracting(ScenarioResult::verdict)
                    .containsExactly(Verdict.FAILED, Verdict.BROKEN, Verdict.FAILED, Verdict.BROKEN);
            assertThat(result.scenarios().get(1).failure().orElseThrow().message())
                    .contains("no room");
        }
    }
}
