package org.meshbed.scenarios.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Where {@code ./meshbed} begins. */
@Command(
        name = "meshbed",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "A multi-node simulator and testbed for Open Cloud Mesh.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing failed",
            "1:a verdict failed or was blocked",
            "2:bad input: one line says what, where, and what would be right",
            "3:broken: our own fault"
        },
        subcommands = {
            RunCommand.class,
            UpCommand.class,
            NodeCommand.class,
            DoCommand.class,
            StepsCommand.class,
            RulesCommand.class,
            VendorsCommand.class,
            ConformCommand.class,
            BenchCommand.class,
            TestCommand.class
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] args) {
        quiet();
        System.exit(execute(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args));
    }

    /** Runs one command line and answers its exit code. */
    static int execute(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Terminal.isOne() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler(Errors::commandLine)
                .setExecutionExceptionHandler(Errors::execution)
                .execute(args);
    }

    /** Libraries speak only when they are asked to, or when something is badly wrong. */
    private static void quiet() {
        if (System.getProperty("java.util.logging.config.file") == null)
            Logger.getLogger("").setLevel(Level.SEVERE);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"meshbed " + (version == null ? "(not packaged)" : version)};
        }
    }
}
