package org.meshbed.scenarios.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.meshbed.scenarios.run.Stopwatch;

/** A JVM of its own with the options and classes of this one, so that nothing is warm and nothing else is counted. */
final class Child {
    /** What a child printed, a word for each figure, and how long after its start. */
    record Said(List<String> words, Duration after) {
        double number(int index) {
            return Double.parseDouble(words.get(index));
        }
    }

    private Child() {}

    /** Starts the main class and waits for its first line, which is all it has to say. */
    static Said run(Class<?> main, List<String> before, String... options) {
        var command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        var watch = Stopwatch.started();
        try {
            return said(
                    new ProcessBuilder(command).redirectError(Redirect.INHERIT).start(), watch, main);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.getFirst(), e);
        }
    }

    private static Said said(Process child, Stopwatch watch, Class<?> main) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            var line = reader.readLine();
            var after = watch.elapsed();
            if (line == null) throw new IllegalStateException(main.getSimpleName() + " ended without a figure");
            return new Said(List.of(line.strip().split(" ")), after);
        } finally {
            child.destroy();
        }
    }
}
