package org.meshbed.scenarios.run;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.runtime.FeaturePathFeatureSupplier;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.meshbed.scenarios.input.BadInput;

/** The feature files of a run: files and folders of the user, and those that come with Meshbed. */
final class FeatureFiles {
    static final String OWN = "classpath:features";
    private static final Pattern LINES = Pattern.compile("(:[0-9]+)+$");
    private static final Pattern MISTAKE = Pattern.compile("\\((\\d+):(\\d+)\\): (.*)");
    private static final Pattern RESOURCE = Pattern.compile("Failed to parse resource at: (\\S+)");

    private FeatureFiles() {}

    /** Finds what a person wrote: a path, {@code classpath:...}, or the name of a folder or file among our own. */
    static FeatureWithLines find(String written) {
        var path = LINES.matcher(written).replaceFirst("");
        if (written.startsWith("classpath:") || exists(path)) return FeatureWithLines.parse(written);
        if (FeatureFiles.class.getResource("/features/" + path) != null)
            return FeatureWithLines.parse(OWN + "/" + written);
        throw new BadInput("there is no feature file or folder '" + written
                + "'; for example my.feature, my.feature:12, or 'share' for Meshbed's own features about shares");
    }

    /** Reads them all; throws {@link BadInput} with file and line of every mistake. */
    static List<Feature> read(RuntimeOptions options) {
        // ids of what is in the files: never seen by a person, but the same in every run
        var ids = new AtomicLong();
        var parser = new FeatureParser(() -> new UUID(0, ids.incrementAndGet()));
        try {
            return new FeaturePathFeatureSupplier(FeatureFiles::loader, options, parser).get();
        } catch (FeatureParserException e) {
            throw malformed(e);
        } catch (IllegalArgumentException e) {
            throw new BadInput("the features cannot be read: " + e.getMessage());
        }
    }

    /** As a person would write it: below the current folder where it is there, {@code classpath:} for our own. */
    static String shown(URI uri) {
        if (!"file".equals(uri.getScheme())) return uri.toString();
        var file = Path.of(uri);
        var here = Path.of("").toAbsolutePath();
        return (file.startsWith(here) ? here.relativize(file) : file).toString();
    }

    static ClassLoader loader() {
        return FeatureFiles.class.getClassLoader();
    }

    private static boolean exists(String path) {
        try {
            return Files.exists(path.startsWith("file:") ? Path.of(URI.create(path)) : Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static BadInput malformed(FeatureParserException e) {
        var text = String.valueOf(e.getMessage());
        var resource = RESOURCE.matcher(text);
        var file = resource.find() ? shown(URI.create(resource.group(1))) : "feature";
        var mistakes = MISTAKE.matcher(text)
                .results()
                .map(found ->
                        "%s, line %s, column %s: %s".formatted(file, found.group(1), found.group(2), found.group(3)))
                .toList();
        return mistakes.isEmpty()
                ? new BadInput(file + " is no Gherkin: " + text.replaceAll("\\s+", " "))
                : new BadInput(mistakes);
    }
}
