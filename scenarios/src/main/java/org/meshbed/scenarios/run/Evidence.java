package org.meshbed.scenarios.run;

import java.util.List;

/**
 * What a scenario leaves behind.
 *
 * @param diagram what went between the nodes, as SVG; empty where nothing did
 * @param transcript the same as text
 * @param tail the last lines of the journal, oldest first
 */
public record Evidence(String diagram, String transcript, List<String> tail) {
    static final Evidence NONE = new Evidence("", "", List.of());

    public Evidence {
        tail = List.copyOf(tail);
    }
}
