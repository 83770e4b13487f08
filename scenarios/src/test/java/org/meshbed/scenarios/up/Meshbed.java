package org.meshbed.scenarios.up;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.meshbed.scenarios.cli.Main;

/** Meshbed and other programs as processes of their own, in one folder; whatever is started ends with the test. */
final class Meshbed implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 100;

    private final Path folder;
    private final List<Process> started = new ArrayList<>();

    Meshbed(Path folder) {
        this.folder = folder;
    }

    record Ended(int code, String output) {}

    /** A mesh that is up: what it printed, and its process. */
    record Up(Process process, List<String> lines) {
        /** The printed line that begins so, without blanks around it. */
        String line(String start) {
            return lines.stream()
                    .map(String::strip)
                    .filter(l -> l.startsWith(start))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no line begins with '" + start + "' in " + lines));
        }

        /** {@code host:port} of a node. */
        String authority(String node) {
            return line(node + " ").replaceFirst(".*https?://", "");
        }

        String port(String node) {
            return authority(node).replaceFirst(".*:", "");
        }
    }

    Up up(String mesh, String... options) throws IOException {
        Files.writeString(folder.resolve("mesh.yaml"), mesh);
        var command = java();
        command.addAll(List.of("up", "mesh.yaml"));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        started.add(process);
        var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var lines = new ArrayList<String>();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
            if (line.contains("Ctrl-C stops")) return new Up(process, lines);
        }
        throw new AssertionError("the mesh did not come up: " + lines);
    }

    /** Says a sentence from another process, as {@code ./meshbed do} does. */
    Ended says(String sentence) {
        var command = java();
        command.addAll(List.of("do", sentence));
        return run(command);
    }

    Ended shell(String line) {
        return run(List.of("sh", "-c", line));
    }

    private static List<String> java() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ArrayList<>(List.of(
                java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Main.class.getName()));
    }

    private Ended run(List<String> command) {
        try {
            var output = Files.createTempFile(folder, "output", ".txt");
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            started.add(process);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                throw new AssertionError(command + " does not end; so far it said " + Files.readString(output));
            return new Ended(process.exitValue(), Files.readString(output).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** As Ctrl-C does; answers the exit code. */
    int stop(Up up) throws InterruptedException {
        up.process().destroy();
        if (!up.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw new AssertionError("it does not stop");
        return up.process().exitValue();
    }

    @Override
    public void close() {
        started.forEach(Process::destroyForcibly);
    }
}
