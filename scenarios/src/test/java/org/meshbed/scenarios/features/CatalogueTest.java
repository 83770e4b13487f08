package org.meshbed.scenarios.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.meshbed.scenarios.sentence.NotASentence;
import org.meshbed.scenarios.steps.AllSteps;

final class CatalogueTest {
    private static final List<Pickle> SCENARIOS = Catalogue.scenarios();
    private static final List<String> FLOWS = List.of(
            "@discovery",
            "@share",
            "@notification",
            "@invite",
            "@access",
            "@faults",
            "@limits",
            "@mixed",
            "@dialects",
            "@at-once",
            "@signatures",
            "@trust",
            "@token",
            "@hostile",
            "@vendors");

    private static Stream<PickleStep> steps() {
        return SCENARIOS.stream().flatMap(s -> s.getSteps().stream());
    }

    @Test
    void everySentenceIsAnsweredByOneStep() {
        var wrong = new LinkedHashSet<String>();
        steps().filter(step -> step.getArgument().isEmpty()).forEach(step -> {
            var text = step.getText();
            while (text.startsWith("within ")) {
                check(text, wrong);
                text = text.substring(text.indexOf(", ") + 2);
            }
            check(text, wrong);
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void whatHappensAtOnceIsSaidInSentencesToo() {
        var wrong = new LinkedHashSet<String>();
        steps().flatMap(step -> step.getArgument().stream())
                .flatMap(argument -> argument.getDataTable().stream())
                .flatMap(table -> table.getRows().stream())
                .forEach(row -> check(row.getCells().getFirst().getValue(), wrong));

        assertThat(wrong).isEmpty();
    }

    private static void check(String sentence, LinkedHashSet<String> wrong) {
        try {
            AllSteps.sentences().find(sentence);
        } catch (NotASentence e) {
            wrong.add(e.getMessage());
        }
    }

    @Test
    void everyScenarioBelongsToAFlow() {
        assertThat(SCENARIOS)
                .allSatisfy(scenario ->
                        assertThat(FLOWS).as(scenario.getName()).anyMatch(flow -> Catalogue.tagged(scenario, flow)));
    }

    /** Ids of the rules, as the oracle will have them. */
    @Test
    void everyScenarioSaysWhichRulesItExercises() {
        assertThat(SCENARIOS)
                .allSatisfy(scenario -> assertThat(scenario.getTags())
                        .as(scenario.getName())
                        .anyMatch(tag -> tag.getName().matches("@OCM-[A-Z]+-\\d{2,3}")));
    }

    @Test
    void atLeastAThirdSaysWhatMustNotWork() {
        var negative = SCENARIOS.stream()
                .filter(s -> Catalogue.tagged(s, "@negative"))
                .map(Pickle::getUri)
                .toList();

        assertThat(SCENARIOS).hasSizeGreaterThan(75);
        assertThat(negative).hasSizeGreaterThan(SCENARIOS.size() / 3);
    }

    @Test
    void peopleActAtOnceInAtLeastTenScenarios() {
        assertThat(SCENARIOS.stream().filter(s -> Catalogue.tagged(s, "@at-once")))
                .hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void sentencesSpeakOfPeopleNotOfTheWire() {
        assertThat(steps().map(PickleStep::getText))
                .noneMatch(text -> text.matches(".*\\b(JSON|HTTP|GET|POST|[1-5]\\d\\d (OK|answer)|/ocm/).*"));
    }
}
