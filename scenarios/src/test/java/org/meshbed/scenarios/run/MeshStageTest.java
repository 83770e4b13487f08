package org.meshbed.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.scenarios.input.BadInput;

final class MeshStageTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("one.feature"), """
                Feature: One
                  Scenario: A file is shared
                    Given alice is at alpha
                    And bob is at beta
                    And alice has a file report.txt
                    When alice shares report.txt with bob
                    And bob accepts report.txt
                    Then bob can read report.txt
                """);
        Files.writeString(folder.resolve("two.feature"), """
                Feature: Two
                  Scenario: A file is shared with somebody who refuses it
                    Given alice is at alpha
                    And bob is at beta
                    And alice has a file report.txt
                    And alice shares report.txt with bob
                    When bob declines report.txt
                    Then bob can read report.txt

                  Scenario: Two share at once
                    Given alice is at alpha
                    And carol is at gamma
                    And bob is at beta
                    And alice has a file a.txt
                    And carol has a file c.txt
                    When at the same time:
                      | alice shares a.txt with bob |
                      | carol shares c.txt with bob |
                    Then bob sees a.txt as pending
                    And bob sees c.txt as pending
                """);
    }

    private RunResult run(String features, long seed, String journal) {
        var options = new RunOptions(
                List.of(folder.resolve(features).toString()),
                Optional.empty(),
                seed,
                Shard.WHOLE,
                folder.resolve("report"),
                List.of(RunOptions.STEPS));
        var casting = Casting.parse("", "reference/1.5", Vendors::column);
        try (var stage = new MeshStage(
                WorldKind.VIRTUAL,
                seed,
                casting,
                Optional.of(folder.resolve(journal)),
                Optional.of(folder.resolve(journal + ".har")))) {
            return new Run(options, stage, RunListener.SILENT).run();
        }
    }

    private List<String> journal(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name));
    }

    @Nested
    class GivenTwoFeatures {
        @Test
        void whenRun_thenTheVerdictsAreThoseOfTheNodes() {
            var result = run("", 7, "a");

            assertThat(result.scenarios())
                    .extracting(ScenarioResult::verdict)
                    .containsExactly(Verdict.PASSED, Verdict.FAILED, Verdict.PASSED);
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.scenarios().get(1).journalTail()).isNotEmpty();
            assertThat(result.inside()).isPositive();
        }

        @Test
        void whenPartiesActAtOnce_thenTheOverlapIsCounted() {
            var overlap = run("two.feature", 7, "a").overlap();

            assertThat(overlap.scenarios()).isEqualTo(1);
            assertThat(overlap.exchanges()).isGreaterThanOrEqualTo(4);
        }

        @Test
        void whenRunAgain_thenTheJournalIsTheSame() throws IOException {
            run("", 7, "a");
            run("", 7, "b");
            run("", 8, "c");

            assertThat(journal("b")).isEqualTo(journal("a"));
            assertThat(journal("c")).isNotEqualTo(journal("a"));
        }

        @Test
        void whenOneIsRunAlone_thenItsJournalIsAsAmongTheOthers() throws IOException {
            run("", 7, "all");
            run("two.feature:10", 7, "alone");

            var alone = journal("alone");
            var all = journal("all");
            assertThat(alone).hasSizeGreaterThan(20);
            assertThat(all).endsWith(alone.subList(1, alone.size()).toArray(String[]::new));
        }

        @Test
        void whenAnArchiveIsAskedFor_thenItHoldsTheExchangesOfAllScenarios() throws IOException {
            run("", 7, "a");

            assertThat(Files.readString(folder.resolve("a.har"))).contains("\"/ocm/shares\"".replace("\"", ""));
        }
    }

    @Test
    void whenTheJournalCannotBeWritten_thenTheFileIsNamed() {
        assertThatThrownBy(() -> run("", 7, "no/such/folder"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("--journal '")
                .hasMessageContaining("no/such/folder' cannot be written");
    }
}
