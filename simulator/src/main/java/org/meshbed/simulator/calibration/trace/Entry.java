package org.meshbed.simulator.calibration.trace;

import java.util.Optional;

/** One line of a recording. Lines stand in the order in which what they tell ended. */
public sealed interface Entry {
    /** Number of the line in its file, from 1. */
    int line();

    /** What the test was doing. */
    String step();

    /** When it ended, in milliseconds since the flow began. */
    long endedAt();

    /**
     * A request and what became of it.
     *
     * @param took milliseconds from its start to its end
     * @param from and {@code to}: names of servers or people, as the recorder called them
     * @param response empty where none came; {@code silence} says then how it ended
     */
    record Exchanged(
            int line,
            String step,
            long endedAt,
            long took,
            String from,
            String to,
            boolean tls,
            RecordedRequest request,
            Optional<RecordedResponse> response,
            String silence)
            implements Entry {
        public long startedAt() {
            return endedAt - took;
        }
    }

    /** A look into a server's state, or something done through an interface that is not HTTP; told after its effect. */
    record Noted(int line, String step, long endedAt, String text) implements Entry {}

    /** Something that is no exchange and no note: a failed handshake, for example. */
    record Happened(int line, String step, long endedAt, String event) implements Entry {}
}
