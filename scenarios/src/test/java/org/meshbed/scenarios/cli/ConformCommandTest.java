package org.meshbed.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.mesh.Mesh;
import org.meshbed.simulator.world.loopback.LoopbackPlan;

class ConformCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int conform(String... words) {
        var line = new String[words.length + 3];
        line[0] = "conform";
        System.arraycopy(words, 0, line, 1, words.length);
        line[words.length + 1] = "--out";
        line[words.length + 2] = folder.toString();
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
            assertThat(err.toString().lines()).hasSize(1).first().asString().contains("could not be reached");
        }

        @Test
        void whenADriverHasNoParty_thenOneLineSaysSo() {
            assertThat(conform("https://localhost:1", "--driver", "http")).isEqualTo(Exit.BAD_INPUT);
            assertThat(err.toString()).contains("--party");
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
                assertThat(folder.resolve("report.txt")).exists();
                assertThat(folder.resolve("report.json")).content().contains("\"verdict\" : \"passed\"");
            }
        }
    }
}
