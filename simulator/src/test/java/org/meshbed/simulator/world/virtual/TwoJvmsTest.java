package org.meshbed.simulator.world.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One seed gives one journal, byte for byte, whatever the JVM; two equal launches could agree by luck. */
final class TwoJvmsTest {
    private static final long SEED = 7;

    @TempDir
    Path folder;

    private Path here(long seed, String name) {
        var journal = folder.resolve(name);
        Rehearsal.play(seed, journal);
        return journal;
    }

    private Path elsewhere(String... flags) throws IOException, InterruptedException {
        var journal = folder.resolve("elsewhere.jsonl");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(flags));
        command.addAll(
                List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.addAll(List.of(Rehearsal.class.getName(), "" + SEED, journal.toString()));
        var log = folder.resolve("elsewhere.log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
        return journal;
    }

    @Nested
    class GivenOneSeed {
        @Test
        void whenPlayedTwiceInOneJvm_thenTheJournalsAreTheSame() {
            assertThat(here(SEED, "second.jsonl")).hasSameBinaryContentAs(here(SEED, "first.jsonl"));
        }

        @Test
        void whenPlayedInAnotherJvmThatDoesAllElseDifferently_thenTheJournalsAreTheSame() throws Exception {
            var elsewhere = elsewhere(
                    "-XX:+UnlockExperimentalVMOptions",
                    "-XX:hashCode=0",
                    "-Xshare:off",
                    "-XX:+UseSerialGC",
                    "-XX:ActiveProcessorCount=1",
                    "-Duser.language=tr",
                    "-Duser.country=TR",
                    "-Duser.timezone=Asia/Tokyo");
            assertThat(elsewhere).hasSameBinaryContentAs(here(SEED, "here.jsonl"));
            assertThat(Files.size(elsewhere)).isGreaterThan(50_000);
        }
    }

    @Nested
    class GivenAnotherSeed {
        @Test
        void whenPlayed_thenTheOrderDiffers() throws IOException {
            assertThat(orders(here(8, "eight.jsonl"))).isNotEqualTo(orders(here(SEED, "seven.jsonl")));
        }

        /** Who called whom, in order, without ids and times. */
        private static List<String> orders(Path journal) throws IOException {
            return Files.readAllLines(journal).stream()
                    .filter(line -> line.contains("exchange-started"))
                    .map(line -> line.replaceAll(".*\"from\":\"(\\w+)\",\"to\":\"(\\w+)\".*", "$1 $2"))
                    .toList();
        }
    }
}
