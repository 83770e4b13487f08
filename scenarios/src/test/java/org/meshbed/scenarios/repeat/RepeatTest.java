package org.meshbed.scenarios.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshbed.scenarios.cli.Main;

class RepeatTest {
    private static final long PATIENCE_SECONDS = 110;
    private static final List<String> ANOTHER_JVM = List.of(
            "-XX:+UnlockExperimentalVMOptions",
            "-XX:hashCode=0",
            "-Xshare:off",
            "-XX:+UseSerialGC",
            "-XX:ActiveProcessorCount=1",
            "-Duser.language=tr",
            "-Duser.timezone=Asia/Tokyo");

    @TempDir
    Path folder;

    private String last(List<String> jvm, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "run"));
        command.addAll(List.of(arguments));
        var output = Files.createTempFile(folder, "output", ".txt");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("it ends")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        var said = Files.readString(output);
        assertThat(process.exitValue()).as(said).isZero();
        return said.lines().toList().getLast();
    }

    @Timeout(value = 7, unit = TimeUnit.MINUTES)
    @Test
    void whenTheWholeCatalogueRunsInAnotherJvm_thenItsJournalIsTheSameToTheByte() throws Exception {
        var first = last(List.of(), "--world", "virtual", "--seed", "7", "--journal", "a.jsonl");
        var second = last(ANOTHER_JVM, "--world", "virtual", "--seed", "7", "--journal", "b.jsonl");
        assertThat(first).startsWith("scenarios: ").contains(" passed, 0 failed, 0 unsupported, 0 blocked, 0 broken");
        assertThat(second).isEqualTo(first);
        assertThat(Files.mismatch(folder.resolve("a.jsonl"), folder.resolve("b.jsonl")))
                .isEqualTo(-1);
        assertThat(Files.size(folder.resolve("a.jsonl"))).isGreaterThan(1_000_000);
        last(List.of(), "--world", "virtual", "--seed", "8", "--journal", "c.jsonl", "together");
        last(List.of(), "--world", "virtual", "--seed", "7", "--journal", "d.jsonl", "together");
        assertThat(Files.mismatch(folder.resolve("c.jsonl"), folder.resolve("d.jsonl")))
                .isNotEqualTo(-1);
    }

    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    @ParameterizedTest
    @CsvSource({"virtual", "loopback"})
    @EnabledIfSystemProperty(
            named = "meshbed.long",
            matches = "true",
            disabledReason = "runs everything 20 times: ./meshbed test --long")
    void whenTheWholeCatalogueRunsTwentyTimes_thenNoneFails(String world) throws Exception {
        for (var seed = 1; seed <= 20; seed++)
            assertThat(last(List.of(), "--world", world, "--seed", Integer.toString(seed)))
                    .as("seed " + seed)
                    .contains(" passed, 0 failed, 0 unsupported, 0 blocked, 0 broken");
    }
}
