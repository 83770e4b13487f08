package org.meshbed.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.scenarios.input.BadInput;
import org.meshbed.scenarios.vendors.OwnVendor;
import org.meshbed.simulator.columns.Columns;

final class VendorsCommandTest {
    @TempDir
    private Path folder;

    private record Ended(int code, String out, String err) {}

    private static Ended run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code = Main.execute(new PrintWriter(out), new PrintWriter(err), args);
        return new Ended(code, out.toString(), err.toString());
    }

    @Test
    void whenAllAreListed_thenEachHasALineThatBeginsWithItsName() {
        for (var args : new String[][] {{"vendors"}, {"vendors", "list"}}) {
            var lines = run(args).out().lines().toList();
            assertThat(lines).hasSameSizeAs(Vendors.names());
            for (var i = 0; i < lines.size(); i++)
                assertThat(lines.get(i)).startsWith(Vendors.names().get(i) + " ");
        }
    }

    @Test
    void whenOneIsShown_thenItSaysWhatItRestsOn() {
        var shown = run("vendors", "show", "ocm-stub/1");
        assertThat(shown.code()).isZero();
        assertThat(shown.out())
                .startsWith("ocm-stub/1\n")
                .contains(
                        "evidence  ",
                        " observed, 1 source; 1 unknown",
                        "share.receive.keeps = \"latest\"",
                        "bends INV-3")
                .contains("send.waits: ", "dialect   1.0, token 1.2");
    }

    @Test
    void whenTwoAreCompared_thenTheirDifferencesAreTold() {
        assertThat(run("vendors", "diff", "reference/1.5", "reference/1.5[sign=yes]")
                        .out())
                .isEqualTo("- setting sign = no\n+ setting sign = yes\n+ quirk signature.sends = \"asked\"\n");
        assertThat(run("vendors", "diff", "reference/1.5", "reference/1.5").out())
                .isEqualTo("reference/1.5 and reference/1.5 do the same\n");
    }

    @Test
    void whenAScenarioWasPlayed_thenItsResultSaysWhatItRestsOn() throws IOException {
        var out = new java.io.ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new java.io.PrintStream(out, true, java.nio.charset.StandardCharsets.UTF_8));
        try {
            run(
                    "run",
                    "vendors/ocm-stub.feature",
                    "--world",
                    "virtual",
                    "--out",
                    folder.resolve("r").toString());
        } finally {
            System.setOut(before);
        }
        assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8))
                .contains("weakest evidence: source; unknown: send.waits");
    }

    @Test
    void whenAProfileIsWrong_thenTheCodeIsTwoAndOneLineSaysWhy() throws IOException {
        var file =
                Files.writeString(folder.resolve("my.yaml"), "vendor: my\nline: \"1\"\ncovers: x\ndialct: \"1.5\"\n");
        var shown = run("vendors", "show", file.toString());
        assertThat(shown.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(shown.err().lines()).hasSize(1);
        assertThat(shown.err()).contains("my.yaml:4: 'dialct' is no key of a profile; did you mean 'dialect'?");
    }

    @Test
    void whenOneOfYourOwnIsWritten_thenItIsReadAsTheOneItIsLike() throws IOException {
        var file = OwnVendor.write("acme", "ocm-stub/1", folder);
        var own = Columns.read(file.toString());
        assertThat(own.name()).isEqualTo("acme/1");
        assertThat(own.quirks()).hasSameSizeAs(Columns.read("ocm-stub/1").quirks());
        Files.writeString(file, Files.readString(file).replace("Marie Curie", "Pierre Curie"));
        assertThat(run("vendors", "diff", "ocm-stub/1", file.toString()).out()).contains("Pierre Curie");
        assertThat(run(
                                "run",
                                "vendors/ocm-stub.feature",
                                "--world",
                                "virtual",
                                "--vendors",
                                "beta=" + file,
                                "--out",
                                folder.resolve("report").toString())
                        .code())
                .isZero();
        assertThatThrownBy(() -> OwnVendor.write("acme", "ocm-stub/1", folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is there already");
        assertThatThrownBy(() -> OwnVendor.write("Acme!", "ocm-stub/1", folder))
                .hasMessageContaining("'Acme!' is no name of a vendor");
        assertThatThrownBy(() -> OwnVendor.write("acme2", "reference/1.5[sign=yes]", folder))
                .hasMessageContaining("has settings");
        assertThat(run("vendors", "new", "x", "--like", "nobody/1").code()).isEqualTo(Exit.BAD_INPUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"virtual", "loopback"})
    void whenOneOfYourOwnIsLikeReva_thenItPlaysANodeWithTheLineThatWasEdited(String world) throws IOException {
        var file = OwnVendor.write("acme", "reva/3.12", folder);
        Files.writeString(file, Files.readString(file).replace("reva ${own.provider}", "Acme Cloud"));
        var journal = folder.resolve("journal.jsonl");
        var run = run(
                "run",
                "vendors/own.feature",
                "--world",
                world,
                "--vendors",
                "beta=" + file,
                "--journal",
                journal.toString(),
                "--out",
                folder.resolve("report").toString());
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(Files.readString(journal)).contains("Acme Cloud");
    }
}
