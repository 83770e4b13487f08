package org.meshbed.scenarios.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source files of the modules beside this one, and the classes they became. */
final class Sources {
    private static final List<String> MODULES = List.of("nodes", "simulator", "scenarios");

    private Sources() {}

    /** All classes of the main code, from class folders or jars, as the build has them. */
    static JavaClasses mainClasses() {
        return new ClassFileImporter()
                .withImportOption(location -> !location.contains("/test-classes/"))
                .importPackages(Project.MESHBED.root());
    }

    static JavaClasses fixtureClasses() {
        return new ClassFileImporter().importPackages(Project.FIXTURE.root());
    }

    /** Names like {@code org.meshbed.nodes.identity.OcmAddress}: what the importer must have seen at the very least. */
    static List<String> mainTypes() {
        return mainFiles()
                .filter(file -> !file.endsWith("package-info.java"))
                .map(Sources::typeName)
                .sorted()
                .toList();
    }

    static List<String> topLevelNames(JavaClasses classes) {
        return classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getName)
                .sorted()
                .toList();
    }

    static List<String> packagesWithoutInfo() {
        return mainFiles()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                .map(Sources::typeName)
                .sorted()
                .toList();
    }

    private static Stream<Path> mainFiles() {
        return MODULES.stream().flatMap(Sources::javaFiles);
    }

    private static Stream<Path> javaFiles(String module) {
        Path folder = Path.of("..", module, "src", "main", "java");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "No main code of " + module + " beside " + Path.of("").toAbsolutePath(), e);
        }
    }

    private static String typeName(Path file) {
        Path below =
                Path.of("..", file.getName(1).toString(), "src", "main", "java").relativize(file);
        return below.toString().replaceFirst("\\.java$", "").replace('/', '.').replace('\\', '.');
    }
}
