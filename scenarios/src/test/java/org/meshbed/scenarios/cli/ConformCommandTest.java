package org.meshbed.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.mesh.Mesh;
import org.meshbed.simulator.world.loopback.LoopbackPlan;

class ConformCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int conform(String... words) {
        var line = new String[words.length + 4];
        line[0] = "conform";
        System.arraycopy(words, 0, line, 1, words.length);
        line[words.length + 1] = "--out";
        line[words.length + 2] = folder.toString();
        line[words.length + 3] = "--ca=" + folder.resolve("ca.pem");
        return Main.execute(new PrintWriter(out), new PrintWriter(err), line);
    }

    @Nested
    class GivenABadCommandLine {
        @Test
        void whenTheUrlIsNone_thenOneLineSaysSo() {
            assertThat(conform("cloud.example.org")).isEqualTo(Exit.BAD_INPUT);
            assertThat(err.toString().lines()).hasSize(1).first().asString().contains("cloud.example.org");
        }

        @Test
        void whenNobodyListens_thenOneLineSaysSo() {
            assertThat(conform("https://localhost:1")).isEqualTo(Exit.BAD_INPUT);
            assertThat(err.toString().lines().filter(line -> line.startsWith("meshbed: ")))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("could not be reached");
        }

        @Test
        void whenADriverHasNoParty_thenOneLineSaysSo() {
            assertThat(conform("https://localhost:1", "--driver", "http")).isEqualTo(Exit.BAD_INPUT);
            assertThat(err.toString()).contains("--party");
        }
    }

    @Nested
    class GivenAPlaceForThePeers {
        @ParameterizedTest
        @CsvSource({
            "--bind, nowhere.invalid, is not an address of this machine",
            "--bind, 192.0.2.1, cannot listen",
            "--host, two words, is not a name",
            "--host, example.org:80, has a port",
            "--inside, two words, is not a name",
            "--port, many, --port",
            "--port, 70000, is not a port",
            "--port, 65500, leaves no room"
        })
        void whenItIsNone_thenOneLineSaysSo(String option, String value, String words) {
            assertThat(conform("https://localhost:1", option, value)).isEqualTo(Exit.BAD_INPUT);
            assertThat(err.toString().lines().filter(line -> line.startsWith("meshbed: ")))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains(words);
        }

        @Test
        void whenOneOfThePortsIsTaken_thenOneLineSaysSo() throws IOException {
            try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                var port = String.valueOf(Math.min(taken.getLocalPort(), 65_000));
                assertThat(conform("https://localhost:1", "--port", port)).isEqualTo(Exit.BAD_INPUT);
                assertThat(err.toString()).contains("--port", "the ports " + port + " to ");
            }
        }

        @Test
        void whenThePeersAreToSpeakPlainHttp_thenTheServerCallsThemSo() {
            try (var mesh = Mesh.in(LoopbackPlan.inRealTime())) {
                mesh.node("alpha", Vendors.column("reference/1.5"), "alice");
                var url = mesh.slot("alpha").node().settings().origin().toString();
                assertThat(conform(url, "--party", "alice", "--http", "--host", "127.0.0.1"))
                        .isEqualTo(Exit.FINE);
                assertThat(err.toString()).doesNotContain("authority");
            }
        }
    }

    @Nested
    class GivenAServer {
        @Test
        void whenItKeepsToTheRules_thenTheFiguresAreTheLastLineAndTheReportIsWritten() {
            try (var mesh = Mesh.in(LoopbackPlan.inRealTime())) {
                mesh.node("alpha", Vendors.column("reference/1.5"), "alice");
                var url = mesh.slot("alpha").node().settings().origin().toString();
                assertThat(conform(url, "--party", "alice")).isEqualTo(Exit.FINE);
                assertThat(out.toString().lines().toList().getLast())
                        .matches("rules: \\d+ passed, \\d+ failed, \\d+ blocked, \\d+ not tested");
                assertThat(out.toString()).containsPattern("guards: \\d+ held, 0 failed, 0 blocked, \\d+ not tested");
                assertThat(folder.resolve("report.txt")).exists();
                assertThat(folder.resolve("ca.pem")).content().startsWith("-----BEGIN CERTIFICATE-----");
                assertThat(folder.resolve("report.json")).content().contains("\"verdict\" : \"passed\"");
            }
        }
    }
}
