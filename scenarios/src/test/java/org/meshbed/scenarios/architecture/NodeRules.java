package org.meshbed.scenarios.architecture;

import static com.tngtech.archunit.lang.ConditionEvent.createMessage;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.List;

/** The layers inside a node, lowest first, and what each may touch. */
final class NodeRules {
    private static final List<String> LAYERS = List.of(
            "crypto",
            "identity",
            "protocol",
            "party",
            "port",
            "store",
            "dialect",
            "vendor",
            "trust",
            "signature",
            "discovery",
            "token",
            "resource",
            "federation",
            "invite",
            "share",
            "notification",
            "node",
            "http",
            "jetty");

    private NodeRules() {}

    static ArchRule everyPackageHasItsLayer(Project in) {
        return classes()
                .that()
                .resideInAPackage(in.all("nodes"))
                .and()
                .doNotHaveSimpleName("package-info")
                .should(haveALayer(in))
                .because("a new package must be given its place in the order before others lean on it")
                .allowEmptyShould(true);
    }

    static ArchRule layersUseOnlyLowerOnes(Project in) {
        return classes()
                .that()
                .resideInAPackage(in.all("nodes"))
                .should(useOnlyLowerLayers(in))
                .because("the folder names tell the design: " + String.join(" < ", LAYERS))
                .allowEmptyShould(true);
    }

    static ArchRule onlyTheEdgeSpeaksHttp(Project in) {
        return noClasses()
                .that()
                .resideInAPackage(in.all("nodes"))
                .and()
                .resideOutsideOfPackages(in.all("nodes.http"), in.all("nodes.jetty"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.glassfish..", "org.eclipse.jetty..", "java.net.http..")
                .because("the same features run in memory, in virtual time and on sockets")
                .allowEmptyShould(true);
    }

    static ArchRule resourcesAnswerOnTheirOwnThread(Project in) {
        return noClasses()
                .that()
                .resideInAPackage(in.all("nodes"))
                .should()
                .dependOnClassesThat()
                .haveNameMatching("jakarta\\.ws\\.rs\\.(container\\.(AsyncResponse|Suspended)|sse\\..*)")
                .because(
                        "an answer given later leaves the scheduler of virtual time; a call must be complete on return")
                .allowEmptyShould(true);
    }

    private static ArchCondition<JavaClass> haveALayer(Project in) {
        return new ArchCondition<>("have a layer") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String layer = in.layer("nodes", type).orElseThrow();
                if (!LAYERS.contains(layer)) {
                    events.add(violated(type, createMessage(type, "is in '" + layer + "', which is not in the order")));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> useOnlyLowerLayers(Project in) {
        return new ArchCondition<>("use only lower layers") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                int own = LAYERS.indexOf(in.layer("nodes", type).orElseThrow());
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    int used = in.layer("nodes", target).map(LAYERS::indexOf).orElse(-1);
                    if (used > own) {
                        events.add(violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
