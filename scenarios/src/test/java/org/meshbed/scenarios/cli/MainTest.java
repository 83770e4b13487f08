package org.meshbed.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class MainTest {
    @TempDir
    private Path folder;

    private record Ended(int code, String out, String err) {}

    private static Ended run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code = Main.execute(new PrintWriter(out), new PrintWriter(err), args);
        return new Ended(code, out.toString(), err.toString());
    }

    static Stream<Arguments> badInput() {
        return Stream.of(
                Arguments.of(List.of("rnu"), "did you mean 'run'?"),
                Arguments.of(List.of("run", "--wrld", "virtual"), "did you mean '--world'?"),
                Arguments.of(
                        List.of("run", "--world", "virtul"),
                        "--world 'virtul' is not a world; did you mean 'virtual'?"),
                Arguments.of(List.of("run", "--seed", "x"), "--seed"),
                Arguments.of(List.of("run", "--shard", "5/4"), "--shard '5/4' is not <part>/<parts>"),
                Arguments.of(List.of("run", "--parallel", "0"), "--parallel 0 is not between 1 and 64; for example 2"),
                Arguments.of(List.of("run", "--parallel", "two"), "--parallel"),
                Arguments.of(
                        List.of("run", "--parallel", "2", "--har", "x.har"),
                        "--parallel 2 cannot be had with --har, which is written in order"),
                Arguments.of(List.of("run", "--vendors", "alpha"), "--vendors 'alpha' is not <node>=<column>"),
                Arguments.of(
                        List.of("run", "--vendors", "alpha=refernce/1.5"),
                        "--vendors: there is no vendor 'refernce/1.5'"),
                Arguments.of(
                        List.of("run", "--vendors", "a=reference/1.0,a=reference/1.5"),
                        "--vendors names the node 'a' two times"),
                Arguments.of(List.of("run", "--node", "beta=https://x"), "cannot be bound to a name yet"),
                Arguments.of(List.of("run", "no-such.feature"), "there is no feature file or folder 'no-such.feature'"),
                Arguments.of(List.of("node", "--name", "Cern"), "--name: 'Cern' is not a name of small letters"),
                Arguments.of(List.of("node", "--port", "99999"), "--port: '99999' is not a port from 1 to 65535"),
                Arguments.of(List.of("node", "--people", "a@b"), "--people: 'a@b' is not a user name"),
                Arguments.of(List.of("node", "--host", "x/y"), "--host: server host 'x/y' is not <host>[:port]"),
                Arguments.of(List.of("node", "--vendor", "refrence/1.5"), "did you mean 'reference/1.5'?"),
                Arguments.of(List.of("up", "none.yaml"), "there is no mesh file 'none.yaml'"),
                Arguments.of(List.of("up"), "MESH.yaml"),
                Arguments.of(List.of("test"), "'test' is run by the launcher"),
                Arguments.of(List.of("do"), "SENTENCE"));
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void whenInputIsBad_thenOneLineTellsAndTheCodeIs2(List<String> args, String words) {
        var ended = run(args.toArray(String[]::new));

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err().lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("meshbed: ")
                .contains(words);
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void whenAFeatureIsMalformed_thenFileAndLineAreToldWithoutATrace() throws IOException {
        var file =
                Files.writeString(folder.resolve("bad.feature"), "Feature: x\n  Scenario: y\n    Given x\n    Wen y\n");

        var ended =
                run("run", file.toString(), "--out", folder.resolve("report").toString());

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains("bad.feature, line 4, column 5: expected")
                .doesNotContain("\tat ");
    }

    @Test
    void whenAskedForHelp_thenEveryCommandIsListedAndHasItsOwn() {
        var help = run("--help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("run", "do", "steps", "test", "bad input");
        for (var command : List.of("run", "up", "do", "node", "steps", "bench", "test"))
            assertThat(run(command, "--help").out()).startsWith("Usage: meshbed " + command);
    }

    @Test
    void whenAskedForTheVersion_thenItIsPrinted() {
        assertThat(run("--version").out()).startsWith("meshbed ");
    }

    @Test
    void whenAskedForNothing_thenHelpIsShown() {
        assertThat(run().out()).startsWith("Usage: meshbed");
    }
}
