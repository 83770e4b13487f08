package org.meshbed.scenarios.features;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Pickle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The feature files as Cucumber reads them. */
final class Catalogue {
    private static final Path FEATURES = Path.of("src", "main", "resources", "features");

    private Catalogue() {}

    /** Every scenario, each example of an outline by itself. */
    static List<Pickle> scenarios() {
        var parser = GherkinParser.builder()
                .includeSource(false)
                .includeGherkinDocument(false)
                .build();
        return files().stream()
                .flatMap(file -> parse(parser, file).stream())
                .map(Envelope::getPickle)
                .flatMap(Optional::stream)
                .toList();
    }

    static List<Path> files() {
        try (var files = Files.walk(FEATURES)) {
            return files.filter(f -> f.toString().endsWith(".feature")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Envelope> parse(GherkinParser parser, Path file) {
        try {
            return parser.parse(file).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean tagged(Pickle scenario, String tag) {
        return scenario.getTags().stream().anyMatch(t -> t.getName().equals(tag));
    }
}
