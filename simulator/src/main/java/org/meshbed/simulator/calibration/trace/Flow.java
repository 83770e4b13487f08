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

    /** The same flow of a recorder that wrote down when an exchange started in place of when it ended. */
    public Flow withTimesOfStart() {
        return new Flow(name, file, folder, entries.stream().map(Flow::ended).toList());
    }

    private static Entry ended(Entry entry) {
        return entry instanceof Entry.Exchanged e
                ? new Entry.Exchanged(
                        e.line(),
                        e.step(),
                        e.endedAt() + e.took(),
                        e.took(),
                        e.from(),
                        e.to(),
                        e.tls(),
                        e.request(),
                        e.response(),
                        e.silence())
                : entry;
    }

    public List<Entry.Exchanged> exchanges() {
        return entries.stream()
                .filter(Entry.Exchanged.class::isInstance)
                .map(Entry.Exchanged.class::cast)
                .toList();
    }
}
