package org.meshbed.scenarios.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Optional;

/**
 * Where the three modules are: the same rules look at Meshbed itself and at the fixtures that break them.
 *
 * @param root the package above {@code nodes}, {@code simulator} and {@code scenarios}
 */
record Project(String root) {
    static final Project MESHBED = new Project("org.meshbed");

    static final Project FIXTURE = new Project("org.meshbed.scenarios.architecture.fixture");

    /** A package and all below it, as ArchUnit writes it: {@code all("nodes.http")}. */
    String all(String place) {
        return root + "." + place + "..";
    }

    boolean holds(JavaClass type, String place) {
        String start = root + "." + place;
        return type.getPackageName().equals(start) || type.getPackageName().startsWith(start + ".");
    }

    /** The first package below a module: {@code share} for a class in {@code nodes.share.sending}; empty at the top. */
    Optional<String> layer(String module, JavaClass type) {
        if (!holds(type, module)) {
            return Optional.empty();
        }
        String below = type.getPackageName().substring((root + "." + module).length());
        return below.isEmpty()
                ? Optional.of("")
                : Optional.of(below.substring(1).split("\\.")[0]);
    }
}
