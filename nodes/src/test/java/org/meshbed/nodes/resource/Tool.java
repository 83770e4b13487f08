package org.meshbed.nodes.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command line tool of other people's making, run in a folder of its own; tests without it are skipped. */
record Tool(String name, Path folder) {
    private static final long PATIENCE_SECONDS = 120;

    record Ended(int code, String output) {}

    static Tool find(String name, Path folder) {
        var found = List.of(System.getenv("PATH").split(java.io.File.pathSeparator)).stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, name)));
        assumeTrue(found, name + " is not installed: apt-get install " + name);
        return new Tool(name, folder);
    }

    /** Runs it with this on standard input; both outputs come back as one. */
    Ended run(List<String> environment, String input, String... arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of(name));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(Files.writeString(folder.resolve("input"), input).toFile())
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().put("HOME", folder.toString());
        for (var setting : environment) {
            var name = setting.substring(0, setting.indexOf('='));
            builder.environment().put(name, setting.substring(name.length() + 1));
        }
        var process = builder.start();
        var ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!ended) process.destroyForcibly().waitFor();
        var output = Files.readString(folder.resolve("output"), StandardCharsets.UTF_8);
        assertThat(ended).as("%s ends; so far it said: %s", name, output).isTrue();
        return new Ended(process.exitValue(), output);
    }
}
