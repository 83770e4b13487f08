package org.meshbed.scenarios.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.vendor.BadProfile;
import org.meshbed.scenarios.input.BadInput;
import org.meshbed.scenarios.input.Nearest;
import org.meshbed.scenarios.sentence.NotASentence;
import org.meshbed.simulator.calibration.trace.BadTrace;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One line per mistake on the error stream, never a stack trace; what is our own fault is written to a file. */
final class Errors {
    private static final Path DETAILS = Path.of(".meshbed", "broken.txt");

    private Errors() {}

    /** A command line that picocli could not read. */
    static int commandLine(ParameterException e, String[] args) {
        var command = e.getCommandLine();
        if (e.getCause() instanceof BadInput bad) return mistakes(command, bad);
        say(
                command,
                String.valueOf(e.getMessage()).replaceAll("\\s+", " ") + nearest(e) + "; help: ./meshbed "
                        + path(command) + "--help");
        return Exit.BAD_INPUT;
    }

    /** A command that ended in an exception. */
    static int execution(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        return switch (e) {
            case BadInput bad -> mistakes(command, bad);
            case NotASentence _, NotWellFormed _, BadProfile _, BadTrace _ -> {
                say(command, String.valueOf(e.getMessage()));
                yield Exit.BAD_INPUT;
            }
            default -> broken(command, e);
        };
    }

    private static int mistakes(CommandLine command, BadInput bad) {
        bad.messages().forEach(message -> say(command, message));
        return Exit.BAD_INPUT;
    }

    private static int broken(CommandLine command, Exception e) {
        var words = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        say(command, "broken: " + e.getClass().getSimpleName() + ": " + words + "; " + details(e));
        return Exit.BROKEN;
    }

    private static String details(Exception e) {
        var trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        try {
            Files.createDirectories(DETAILS.getParent());
            Files.writeString(DETAILS, trace.toString());
            return "the details are in " + DETAILS;
        } catch (IOException _) {
            return "the details could not be written to " + DETAILS;
        }
    }

    private static String nearest(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) return "";
        var known = e.getCommandLine();
        var names = unmatched.getUnmatched().getFirst().startsWith("-")
                ? known.getCommandSpec().optionsMap().keySet()
                : known.getSubcommands().keySet();
        return Nearest.name(unmatched.getUnmatched().getFirst(), names)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }

    private static String path(CommandLine command) {
        var name = command.getCommandName();
        return name.equals("meshbed") ? "" : name + " ";
    }

    private static void say(CommandLine command, String line) {
        command.getErr().println("meshbed: " + line);
        command.getErr().flush();
    }
}
