package org.meshbed.nodes.vendor.quirk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How it does with the calls that servers had before OCM. */
public sealed interface LegacyQuirk extends Quirk {
    /** The checks of a share that one of these calls announces, in the order in which they look, instead of the dialect's. */
    @QuirkName("legacy.receive.checks")
    record LegacyReceiveChecks(List<Check> order) implements LegacyQuirk, Ordered {
        public LegacyReceiveChecks {
            order = List.copyOf(order);
        }
    }

    /**
     * Answers of single checks to these calls, by the name of the check, or {@code check/CALL} for one call alone:
     * {@code status} is the code of the envelope, {@code body} its message, and none is no message.
     */
    @QuirkName("legacy.receive.answers")
    record LegacyReceiveAnswers(Map<String, Answer> answers) implements LegacyQuirk, Answered {
        public LegacyReceiveAnswers {
            answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        }

        @Override
        public Answered with(Map<String, Answer> other) {
            return new LegacyReceiveAnswers(other);
        }
    }

    /**
     * The envelope of its answers to these calls.
     *
     * @param success what its message is where all went well, instead of {@code OK}: {@code none}
     * @param counts empty {@code totalitems} and {@code itemsperpage} in it: {@code empty}
     * @param type content type of the JSON
     */
    @QuirkName("legacy.envelope")
    record LegacyEnvelope(
            @Words("none") Optional<String> success,
            @Words("empty") Optional<String> counts,
            Optional<String> type) implements LegacyQuirk {}
}
