package org.meshbed.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VendorsLearnCommandTest {
    private static final String RECORDING = Path.of(
                    "..", "simulator", "src", "test", "resources", "recordings", "ocm-stub-1", "01-discovery.jsonl")
            .toString();
    private static final String EARLIER = """
            vendor: ocm-stub
            line: "0"
            covers: earlier
            extends: ocm-stub/1
            without: [discovery.document]
            """;

    private record Ended(int code, String out, String err) {}

    private static Ended run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code = Main.execute(new PrintWriter(out), new PrintWriter(err), args);
        return new Ended(code, out.toString(), err.toString());
    }

    @Test
    void whenWhatWasLearnedIsWritten_thenItIsAProfileThatAgreesAsTheRightOneDoes(@TempDir Path folder)
            throws IOException {
        var earlier = Files.writeString(folder.resolve("earlier.yaml"), EARLIER);
        var learned = Files.createDirectory(folder.resolve("new")).resolve("learned.yaml");
        var ended = run(
                "vendors",
                "learn",
                RECORDING,
                "--like",
                earlier.toString(),
                "--from",
                "ocm-stub/1",
                "--out",
                learned.toString());
        assertThat(ended.code()).as(ended.err()).isEqualTo(Exit.FINE);
        assertThat(ended.out()).contains("+ quirk discovery.document = ", "before: agreement: ", "wrote " + learned);
        assertThat(Files.readString(learned)).contains("extends: ../earlier.yaml");
        var agreement = last(run("vendors", "check", "ocm-stub/1", RECORDING, "--quiet"));
        assertThat(last(run("vendors", "check", learned.toString(), RECORDING, "--quiet")))
                .isEqualTo(agreement);
        assertThat(ended.out()).contains("after:  " + agreement);
    }

    private static String last(Ended ended) {
        return ended.out().lines().reduce("", (_, line) -> line);
    }

    @Test
    void whenNothingExplainsMore_thenThatIsSaidAndTheProfileIsPrinted() {
        var ended = run("vendors", "learn", RECORDING, "--like", "ocm-stub/1", "--from", "reference/1.0");
        assertThat(ended.code()).isEqualTo(Exit.FINE);
        assertThat(ended.out())
                .contains("nothing that was tried explains more than ocm-stub/1 does", "extends: ocm-stub/1");
    }

    @Test
    void whenSomethingIsWrong_thenOneLineSaysWhatAndTheCodeIsTwo(@TempDir Path folder) throws IOException {
        isRefused("has settings", "--like", "ocm-go/1[preset=dev]", RECORDING);
        isRefused("there is no vendor 'ocm-stab/1'; did you mean 'ocm-stub/1'", "--like", "ocm-stab/1", RECORDING);
        isRefused("no flow begins with '77'", "--like", "ocm-stub/1", RECORDING, "--flow", "77");
        isRefused(
                "cannot be written",
                "--like",
                "ocm-stub/1",
                "--from",
                "ocm-stub/1",
                "--out",
                folder.resolve("none/learned.yaml").toString(),
                RECORDING);
    }

    private static void isRefused(String message, String... args) {
        var all = new String[args.length + 2];
        all[0] = "vendors";
        all[1] = "learn";
        System.arraycopy(args, 0, all, 2, args.length);
        var ended = run(all);
        assertThat(ended.code()).isEqualTo(Exit.BAD_INPUT);
        assertThat(ended.err()).contains(message).doesNotContain("\tat ");
    }
}
