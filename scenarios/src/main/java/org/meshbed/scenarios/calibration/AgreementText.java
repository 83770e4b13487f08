package org.meshbed.scenarios.calibration;

import java.io.PrintWriter;
import org.meshbed.simulator.calibration.Agreement;
import org.meshbed.simulator.calibration.replay.Score;

/** The agreement for people: a line per flow, and what differs side by side. */
public final class AgreementText {
    private AgreementText() {}

    /** {@code flow NAME: 12 of 13 exchanges}, with the differences below it where they are wanted. */
    public static void flow(Agreement.OfFlow flow, boolean differences, PrintWriter out) {
        out.printf("flow %s: %d of %d exchanges%n", flow.name(), flow.agreeing(), flow.exchanges());
        if (!differences) return;
        flow.lines().stream().filter(line -> !line.agrees()).forEach(line -> line(flow, line, out));
    }

    private static void line(Agreement.OfFlow flow, Score.Line line, PrintWriter out) {
        var place = line.line() == 0 ? "not recorded" : flow.name() + ":" + line.line();
        out.printf("  %s  %s  [%s]%n", place, line.what(), line.step());
        for (var difference : line.differences()) {
            out.printf("    %s%n", difference.where());
            out.printf("      recorded   %s%n", difference.recorded());
            out.printf("      simulated  %s%n", difference.simulated());
        }
        if (!line.answeredBy().isEmpty()) out.printf("    by %s%n", line.answeredBy());
    }
}
