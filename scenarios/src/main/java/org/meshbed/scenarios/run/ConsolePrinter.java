package org.meshbed.scenarios.run;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Tells a person at a console how a run goes on: one line that is written over on a terminal, and below it each
 * scenario that did not pass, with all that is needed to look into it. Elsewhere neither colour nor progress.
 */
public final class ConsolePrinter implements RunListener {
    private static final int WIDTH = 100;

    private final PrintStream out;
    private final boolean terminal;
    private final String again;
    private int planned;
    private int begun;

    /** Prints to a stream; {@code again} holds the options that repeat the run, to be put behind a scenario's name. */
    public ConsolePrinter(PrintStream out, boolean terminal, String again) {
        this.out = out;
        this.terminal = terminal;
        this.again = again;
    }

    @Override
    public void planned(int scenarios) {
        planned = scenarios;
    }

    @Override
    public void began(ScenarioId scenario) {
        begun++;
        if (terminal) overwrite("[" + begun + "/" + planned + "] " + scenario.file() + ": " + scenario.name());
    }

    @Override
    public void ended(ScenarioResult result) {
        if (terminal && begun == planned) overwrite("");
        result.failure().ifPresent(failure -> tell(result, failure));
    }

    private void tell(ScenarioResult result, Failure failure) {
        if (terminal) overwrite("");
        var id = result.id();
        out.println(colour(result.verdict()) + "  " + id.name() + "  (" + result.location() + ")");
        if (!failure.step().isEmpty()) out.println("  line " + failure.line() + ": " + failure.step());
        failure.message().lines().forEach(line -> out.println("    " + line));
        if (result.verdict() == Verdict.UNSUPPORTED) return;
        out.println("  seed " + result.seed() + "; again: ./meshbed run " + result.location() + again);
        if (!result.journalTail().isEmpty()) out.println("  the journal ends with:");
        result.journalTail().forEach(line -> out.println("    " + line));
    }

    private String colour(Verdict verdict) {
        var word = verdict.word().toUpperCase(Locale.ROOT);
        if (!terminal) return word;
        var code = verdict == Verdict.UNSUPPORTED || verdict == Verdict.BLOCKED ? "33" : "31";
        return "\u001b[" + code + "m" + word + "\u001b[0m";
    }

    private void overwrite(String line) {
        out.print("\r\u001b[K" + (line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line));
        out.flush();
    }
}
