package org.meshbed.scenarios.run;

import io.cucumber.core.resource.ClasspathScanner;
import java.util.Comparator;
import java.util.List;
import org.meshbed.scenarios.sentence.Sentences;

/** The step classes of packages, found as Cucumber finds them, in the order of their names. */
public final class StepClasses {
    private StepClasses() {}

    public static Sentences sentences(List<String> packages) {
        var scanner = new ClasspathScanner(FeatureFiles::loader);
        return Sentences.of(packages.stream()
                .flatMap(name -> scanner.scanForClassesInPackage(name).stream())
                .sorted(Comparator.comparing(Class::getName))
                .toList());
    }
}
