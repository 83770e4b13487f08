package org.meshbed.scenarios.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom between the modules, and between the packages of one. */
final class ModuleRules {
    private ModuleRules() {}

    static ArchRule nodesKnowNothingAboveThem(Project in) {
        return noClasses()
                .that()
                .resideInAPackage(in.all("nodes"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in.all("simulator"), in.all("scenarios"))
                .because("a node must run without a simulator around it: as a container, or on a real port")
                .allowEmptyShould(true);
    }

    static ArchRule theSimulatorKnowsNoScenarios(Project in) {
        return noClasses()
                .that()
                .resideInAPackage(in.all("simulator"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in.all("scenarios"))
                .because("dependencies point one way: scenarios, simulator, nodes")
                .allowEmptyShould(true);
    }

    static ArchRule theSimulatorHasNoPackageCycles(Project in) {
        return slices().matching(in.root() + ".simulator.(*)..")
                .should()
                .beFreeOfCycles()
                .because("two packages that need each other are one; the lower declares an interface for the higher")
                .allowEmptyShould(true);
    }

    static ArchRule theOracleReadsBytesItself(Project in) {
        return noClasses()
                .that()
                .resideInAPackage(in.all("simulator.oracle"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in.all("nodes.dialect"))
                .because("a bug in a codec must not fool the rules that judge what it wrote")
                .allowEmptyShould(true);
    }
}
