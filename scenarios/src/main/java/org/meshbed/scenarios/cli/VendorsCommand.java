package org.meshbed.scenarios.cli;

import java.util.concurrent.Callable;
import org.meshbed.nodes.vendor.Vendors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The profiles there are, and what can be done with them. */
@Command(
        name = "vendors",
        mixinStandardHelpOptions = true,
        description = "Lists the vendors there are.",
        subcommands = {VendorsCheckCommand.class})
final class VendorsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        Vendors.names().forEach(out::println);
        out.flush();
        return Exit.FINE;
    }
}
