package org.meshbed.scenarios.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNCHRONIZED;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/** What a single class may look like. */
final class ShapeRules {
    private ShapeRules() {}

    static ArchRule classesAreFinal(Project in) {
        return classes()
                .that()
                .resideInAnyPackage(in.all("nodes"), in.all("simulator"), in.all("scenarios"))
                .and(DescribedPredicate.describe("are written as classes to be used as they are", ShapeRules::isPlain))
                .should()
                .haveModifier(FINAL)
                .because("a class is extended by design or not at all")
                .allowEmptyShould(true);
    }

    static ArchRule nodesHaveNoSynchronizedMethods(Project in) {
        return noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(in.all("nodes"))
                .should()
                .haveModifier(SYNCHRONIZED)
                .because("no lock may be held across a port call, where the turn passes to another task")
                .allowEmptyShould(true);
    }

    private static boolean isPlain(JavaClass type) {
        return !type.isInterface()
                && !type.isEnum()
                && !type.isRecord()
                && !type.isAnonymousClass()
                && !type.getModifiers().contains(ABSTRACT)
                && !type.getModifiers().contains(SYNTHETIC)
                && !type.reflect().isSealed();
    }
}
