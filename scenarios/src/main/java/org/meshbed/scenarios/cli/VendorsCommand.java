package org.meshbed.scenarios.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.meshbed.nodes.vendor.BadProfile;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.scenarios.input.BadInput;
import org.meshbed.scenarios.vendors.Compared;
import org.meshbed.scenarios.vendors.OwnVendor;
import org.meshbed.scenarios.vendors.QuirksPage;
import org.meshbed.scenarios.vendors.Shown;
import org.meshbed.simulator.columns.Columns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What vendors there are, and how each of them differs. */
@Command(
        name = "vendors",
        mixinStandardHelpOptions = true,
        description = "Lists the vendors that nodes can play, shows what one of them does and what that rests on.",
        subcommands = {
            VendorsCommand.ListAll.class,
            VendorsCommand.Show.class,
            VendorsCommand.Diff.class,
            VendorsCheckCommand.class,
            VendorsLearnCommand.class,
            VendorsCommand.New.class
        })
final class VendorsCommand implements Callable<Integer> {
    @Option(names = "--page", description = "Prints the page docs/quirks.md.")
    private boolean page;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (page) print(spec, QuirksPage.of(Vendors.names()));
        else list(spec);
        return Exit.FINE;
    }

    private static void list(CommandSpec spec) {
        Vendors.names().forEach(name -> print(spec, Shown.line(read(name)) + "\n"));
    }

    private static void print(CommandSpec spec, String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }

    private static Profile read(String column) {
        try {
            return Columns.read(column);
        } catch (BadProfile e) {
            throw new BadInput(e.getMessage());
        }
    }

    /** One line for each. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "One line for each vendor.")
    static final class ListAll implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            list(spec);
            return Exit.FINE;
        }
    }

    /** One of them. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description =
                    "What a vendor does differently, and how much of that is observed, from source, inferred, unknown.")
    static final class Show implements Callable<Integer> {
        @Parameters(paramLabel = "COLUMN", description = "For example ocm-stub/1, reference/1.5[sign=yes], ./my.yaml.")
        private String column = "";

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            Shown.lines(read(column)).forEach(line -> print(spec, line + "\n"));
            return Exit.FINE;
        }
    }

    /** Two of them. */
    @Command(
            name = "diff",
            mixinStandardHelpOptions = true,
            description = "What the second does otherwise than the first.")
    static final class Diff implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "A", description = "A column.")
        private String one = "";

        @Parameters(index = "1", paramLabel = "B", description = "Another.")
        private String other = "";

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            var lines = Compared.lines(read(one), read(other));
            lines.forEach(line -> print(spec, line + "\n"));
            if (lines.isEmpty()) print(spec, one + " and " + other + " do the same\n");
            return Exit.FINE;
        }
    }

    /** One's own. */
    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            description = "Writes a profile like another one into this folder, to be edited and played.")
    static final class New implements Callable<Integer> {
        @Parameters(paramLabel = "NAME", description = "Name of the vendor, for example acme: the file is acme.yaml.")
        private String name = "";

        @Option(names = "--like", required = true, paramLabel = "PROFILE", description = "For example reference/1.5.")
        private String like = "";

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            try {
                var file = OwnVendor.write(name, like, Path.of(""));
                print(spec, "wrote " + file + "; edit it and play it: ./meshbed run --vendors beta=./" + file + "\n");
                return Exit.FINE;
            } catch (BadProfile e) {
                throw new BadInput(e.getMessage());
            }
        }
    }
}
