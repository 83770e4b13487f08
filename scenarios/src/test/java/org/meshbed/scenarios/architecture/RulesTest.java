package org.meshbed.scenarios.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshbed.scenarios.architecture.Project.FIXTURE;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Shows each rule the fixtures: it must report its violators, and nobody else. */
class RulesTest {
    private static final JavaClasses CLASSES = Sources.fixtureClasses();

    private static List<String> reportsOf(ArchRule rule) {
        return rule.evaluate(CLASSES).getFailureReport().getDetails();
    }

    private static void reportsOnly(ArchRule rule, String... violators) {
        List<String> reports = reportsOf(rule);
        assertThat(reports).allSatisfy(report -> assertThat(report).containsAnyOf(violators));
        for (String violator : violators) {
            assertThat(reports).anySatisfy(report -> assertThat(report).contains(violator));
        }
    }

    /** Every method of the violator is one way to break the rule, so none may be missing. */
    private static void reportsEveryMethodOf(String violator, ArchRule rule) {
        reportsOnly(rule, violator);
        CLASSES.stream()
                .filter(type -> type.getSimpleName().equals(violator))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> !method.getName().contains("$"))
                .forEach(method -> assertThat(reportsOf(rule))
                        .anySatisfy(report -> assertThat(report).contains(violator + "." + method.getName() + "(")));
    }

    @Nested
    class Modules {
        @Test
        void nodesKnowNothingAboveThem() {
            reportsOnly(ModuleRules.nodesKnowNothingAboveThem(FIXTURE), "KnowsTheSimulator", "KnowsAScenario");
        }

        @Test
        void theSimulatorKnowsNoScenarios() {
            reportsOnly(ModuleRules.theSimulatorKnowsNoScenarios(FIXTURE), "KnowsScenarios");
        }

        @Test
        void theSimulatorHasNoPackageCycles() {
            reportsOnly(ModuleRules.theSimulatorHasNoPackageCycles(FIXTURE), "TurnsToTheWorld", "TurnsToTheMesh");
        }

        @Test
        void theOracleReadsBytesItself() {
            reportsOnly(ModuleRules.theOracleReadsBytesItself(FIXTURE), "ReadsThroughTheCodec");
        }
    }

    @Nested
    class InsideANode {
        @Test
        void everyPackageHasItsLayer() {
            reportsOnly(NodeRules.everyPackageHasItsLayer(FIXTURE), "HasNoLayer");
        }

        @Test
        void layersUseOnlyLowerOnes() {
            reportsOnly(NodeRules.layersUseOnlyLowerOnes(FIXTURE), "LooksUp", "LooksSideways");
        }

        @Test
        void onlyTheEdgeSpeaksHttp() {
            reportsOnly(NodeRules.onlyTheEdgeSpeaksHttp(FIXTURE), "SpeaksHttp");
        }

        @Test
        void resourcesAnswerOnTheirOwnThread() {
            reportsOnly(NodeRules.resourcesAnswerOnTheirOwnThread(FIXTURE), "AnswersLater", "Streams");
        }
    }

    @Nested
    class Shape {
        @Test
        void classesAreFinal() {
            reportsOnly(ShapeRules.classesAreFinal(FIXTURE), "IsNotFinal");
            assertThat(reportsOf(ShapeRules.classesAreFinal(FIXTURE))).hasSize(1);
        }

        @Test
        void nodesHaveNoSynchronizedMethods() {
            reportsOnly(ShapeRules.nodesHaveNoSynchronizedMethods(FIXTURE), "Locks");
        }
    }

    @Nested
    class Determinism {
        @Test
        void timeComesFromThePort() {
            reportsEveryMethodOf("Hurries", DeterminismRules.timeComesFromThePort(FIXTURE));
        }

        @Test
        void chanceComesFromThePort() {
            reportsEveryMethodOf("Gambles", DeterminismRules.chanceComesFromThePort(FIXTURE));
        }

        @Test
        void collectionsHaveAnOrder() {
            reportsEveryMethodOf("Scatters", DeterminismRules.collectionsHaveAnOrder(FIXTURE));
        }
    }
}
