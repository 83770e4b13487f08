package org.meshbed.simulator.journal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Testimony;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireRequest;

/**
 * One thing that happened. All texts are masked; the messages with their secrets are inside a {@link Raw}, for readers
 * in this process only.
 */
public sealed interface Entry {
    Stamp stamp();

    /**
     * A person or an operator did something and was told something; written when the verb has ended.
     *
     * @param since number of the last entry before the verb began: what lies between may be its doing
     * @param invite the text of the invite that was made or taken, which is a secret; empty where it was about none
     */
    record Action(Stamp stamp, String who, String verb, String what, String told, long since, Raw<String> invite)
            implements Entry {}

    /**
     * A request left its caller.
     *
     * @param exchange number of the exchange, counted from 1 within the journal
     * @param from the calling node, or {@code foreign:<address>}
     * @param to the called node, or its authority where it is none of ours
     * @param origin scheme, host and port called
     */
    record ExchangeStarted(
            Stamp stamp,
            long exchange,
            String from,
            String to,
            String origin,
            String method,
            String target,
            Headers headers,
            Framing framing,
            Payload body,
            Raw<WireRequest> raw)
            implements Entry {
        /** The target up to its query. */
        public String path() {
            var query = target.indexOf('?');
            return query < 0 ? target : target.substring(0, query);
        }
    }

    /**
     * The exchange ended for its caller.
     *
     * @param status of the reply; 0 where none came
     * @param why what went wrong, in words; empty where a reply came
     * @param afterSending whether the request may have had its effect; true where a reply came
     * @param faults the words of those that were applied to the exchange
     */
    record ExchangeEnded(
            Stamp stamp,
            long exchange,
            Outcome outcome,
            int status,
            String why,
            boolean afterSending,
            Headers headers,
            Framing framing,
            Payload body,
            List<String> faults,
            Raw<Exchange> raw)
            implements Entry {}

    /** The content of a stream passed to its end, or its reader closed it; each time it was read. */
    record ContentPassed(Stamp stamp, long exchange, boolean reply, boolean complete, Payload body) implements Entry {}

    /** A node decided: the check or step, what came out, and the reason. */
    record Decision(Stamp stamp, String what, String outcome, String why) implements Entry {}

    /** A node asked its profile. */
    record Consulted(Stamp stamp, Testimony.Kind of, String name, String answer) implements Entry {}

    /** Something changed at a node; {@code -} where there was nothing. */
    record State(Stamp stamp, String of, String id, String before, String after) implements Entry {}

    /** Something was broken or mended on purpose. */
    record Fault(Stamp stamp, String words) implements Entry {}

    /** The clock of the mesh jumped ahead on purpose. */
    record Clock(Stamp stamp, Duration by) implements Entry {}

    /** A part of the run begins or ends. */
    record Marker(Stamp stamp, Mark mark, String words) implements Entry {}

    /** How an exchange ended. */
    enum Outcome {
        REPLIED,
        REFUSED,
        TLS_FAILED,
        RESET,
        TIMED_OUT;

        public String word() {
            return hyphened(name());
        }
    }

    /** What a marker marks. */
    enum Mark {
        SCENARIO_BEGINS,
        SCENARIO_ENDS,
        /** Several parties act at once from here. */
        AT_ONCE_BEGINS,
        AT_ONCE_ENDS;

        public String word() {
            return hyphened(name());
        }
    }

    private static String hyphened(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
