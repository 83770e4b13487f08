package org.meshbed.scenarios.run;

import java.util.List;

/**
 * What a scenario leaves behind.
 *
 * @param diagram what went between the nodes, as SVG; empty where nothing did
 * @param transcript the same as text
 * @param tail the last lines of the journal, oldest first
 * @param rests what the result rests on
 */
public record Exhibits(String diagram, String transcript, List<String> tail, Rests rests) {
    static final Exhibits NONE = new Exhibits("", "", List.of());

    /** Of a scenario without nodes. */
    public Exhibits(String diagram, String transcript, List<String> tail) {
        this(diagram, transcript, tail, Rests.NOTHING);
    }

    public Exhibits {
        tail = List.copyOf(tail);
    }
}
