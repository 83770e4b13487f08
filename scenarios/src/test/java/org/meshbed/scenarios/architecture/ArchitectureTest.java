package org.meshbed.scenarios.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meshbed.scenarios.architecture.Project.MESHBED;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Keeps the layout true that the folder names tell. What the rules catch is shown in {@link RulesTest}. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = Sources.mainClasses();

    /** A rule that saw nothing proves nothing: every source file must be among the classes the rules look at. */
    private static void holds(ArchRule rule) {
        assertThat(Sources.topLevelNames(CLASSES)).containsAll(Sources.mainTypes());
        rule.check(CLASSES);
    }

    @Nested
    class Modules {
        @Test
        void nodesKnowNothingAboveThem() {
            holds(ModuleRules.nodesKnowNothingAboveThem(MESHBED));
        }

        @Test
        void theSimulatorKnowsNoScenarios() {
            holds(ModuleRules.theSimulatorKnowsNoScenarios(MESHBED));
        }

        @Test
        void theSimulatorHasNoPackageCycles() {
            holds(ModuleRules.theSimulatorHasNoPackageCycles(MESHBED));
        }

        @Test
        void theOracleReadsBytesItself() {
            holds(ModuleRules.theOracleReadsBytesItself(MESHBED));
        }

        @Test
        void everyPackageOpensWithASentence() {
            assertThat(Sources.packagesWithoutInfo())
                    .as("packages without package-info.java: a reader finds there what the package is for")
                    .isEmpty();
        }
    }

    @Nested
    class InsideANode {
        @Test
        void everyPackageHasItsLayer() {
            holds(NodeRules.everyPackageHasItsLayer(MESHBED));
        }

        @Test
        void layersUseOnlyLowerOnes() {
            holds(NodeRules.layersUseOnlyLowerOnes(MESHBED));
        }

        @Test
        void onlyTheEdgeSpeaksHttp() {
            holds(NodeRules.onlyTheEdgeSpeaksHttp(MESHBED));
        }

        @Test
        void resourcesAnswerOnTheirOwnThread() {
            holds(NodeRules.resourcesAnswerOnTheirOwnThread(MESHBED));
        }
    }

    @Nested
    class Shape {
        @Test
        void classesAreFinal() {
            holds(ShapeRules.classesAreFinal(MESHBED));
        }

        @Test
        void nodesHaveNoSynchronizedMethods() {
            holds(ShapeRules.nodesHaveNoSynchronizedMethods(MESHBED));
        }
    }

    @Nested
    class Determinism {
        @Test
        void timeComesFromThePort() {
            holds(DeterminismRules.timeComesFromThePort(MESHBED));
        }

        @Test
        void chanceComesFromThePort() {
            holds(DeterminismRules.chanceComesFromThePort(MESHBED));
        }

        @Test
        void collectionsHaveAnOrder() {
            holds(DeterminismRules.collectionsHaveAnOrder(MESHBED));
        }
    }
}
