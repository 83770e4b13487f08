package org.meshbed.scenarios.run;

import java.util.List;

/**
 * What a scenario leaves behind.
 *
 * @param diagram what went between the nodes, as SVG; empty where nothing did
 * @param transcript the same as text
 * @param tail the last lines of the journal, oldest first
 */
public record Exhibits(String diagram, String transcript, List<String> tail) {
    static final Exhibits NONE = new Exhibits("", "", List.of());

    public Exhibits {
        tail = List.copyOf(tail);
    }
}
