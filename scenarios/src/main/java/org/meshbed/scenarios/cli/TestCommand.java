package org.meshbed.scenarios.cli;

import java.util.concurrent.Callable;
import org.meshbed.scenarios.input.BadInput;
import picocli.CommandLine.Command;

/** Here for the list of commands only: the launcher runs the tests itself, with Maven. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Runs the project's own tests and gates (--long adds repeats, kills and containers).")
final class TestCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new BadInput("'test' is run by the launcher in the project's folder: ./meshbed test");
    }
}
