package org.meshbed.simulator.calibration.binding;

import java.util.Optional;
import java.util.regex.Pattern;
import org.meshbed.simulator.calibration.trace.Entry;

/**
 * How to know requests that a test made by hand in a server's name: they are played, never expected.
 *
 * @param lacks a header that real requests have
 * @param call method and target
 */
public record ByHand(Optional<Pattern> from, Optional<String> lacks, Optional<Pattern> step, Optional<Pattern> call) {
    public boolean is(Entry.Exchanged exchanged) {
        return from.map(p -> p.matcher(exchanged.from()).matches()).orElse(true)
                && lacks.map(h -> exchanged.request().headers().first(h).isEmpty())
                        .orElse(true)
                && call.map(p -> p.matcher(exchanged.request().method() + " "
                                        + exchanged.request().target())
                                .matches())
                        .orElse(true)
                && step.map(p -> p.matcher(exchanged.step()).find()).orElse(true);
    }
}
