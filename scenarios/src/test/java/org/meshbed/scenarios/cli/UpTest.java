package org.meshbed.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a person has it: a process that reads sentences and is stopped by a signal. */
final class UpTest {
    @TempDir
    private Path folder;

    @Test
    void whenStoppedBySignal_thenItHasAnsweredAndEndsWell() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("mesh.yaml"), "mesh: tiny\nnodes:\n  cern: {vendor: reference/1.5, parties: [alice]}\n");
        Files.writeString(folder.resolve("token.txt"), "a-token-for-cern\n");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "up",
                        "mesh.yaml",
                        "--journal",
                        "journal.jsonl",
                        "--drive",
                        "cern=token.txt")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var say = process.outputWriter(StandardCharsets.UTF_8)) {
            assertThat(upTo(lines, "Ctrl-C stops"))
                    .contains("alice@cern.localhost:", "curl --resolve cern.localhost:", "driver   cern offers it");
            say.write("# nothing\n\nalice at cern has a file report.txt\n");
            say.flush();
            assertThat(upTo(lines, "done")).isNotEmpty();
            assertThat(folder.resolve(".meshbed/run/tiny.json")).exists();

            process.destroy();
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroyForcibly();
        }
        assertThat(folder.resolve(".meshbed/run/tiny.json")).doesNotExist();
        assertThat(Files.readAllLines(folder.resolve("journal.jsonl")).getLast())
                .endsWith("}");
    }

    @Test
    void whenADriverIsAskedForWhereThereIsNoNode_thenOneLineSaysSo() throws IOException {
        var mesh = Files.writeString(
                folder.resolve("mesh.yaml"), "mesh: few\nnodes:\n  cern: {vendor: reference/1.5, parties: [alice]}\n");
        var err = new StringWriter();
        assertThat(Main.execute(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err),
                        "up",
                        mesh.toString(),
                        "--drive",
                        "surf=token.txt"))
                .isEqualTo(Exit.BAD_INPUT);
        assertThat(err.toString().lines()).hasSize(1).first().asString().contains("surf", "cern");
    }

    private static String upTo(BufferedReader lines, String words) throws IOException {
        var read = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            read.append(line).append('\n');
            if (line.contains(words)) return read.toString();
        }
        throw new AssertionError("ended without '" + words + "':\n" + read);
    }
}
