package org.meshbed.simulator.calibration.trace;

import java.util.List;

/**
 * One file of a recording.
 *
 * @param name as its lines call it
 * @param file for messages
 * @param folder name of the folder the file lies in: it chooses the bindings
 */
public record Flow(String name, String file, String folder, List<Entry> entries) {
    public Flow {
        entries = List.copyOf(entries);
    }

    public List<Entry.Exchanged> exchanges() {
        return entries.stream()
                .filter(Entry.Exchanged.class::isInstance)
                .map(Entry.Exchanged.class::cast)
                .toList();
    }
}
