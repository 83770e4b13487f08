package org.meshbed.simulator.calibration.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * One file of a recording.
 *
 * @param name as its lines call it
 * @param file for messages
 * @param folder name of the folder the file lies in: it chooses the bindings
 */
public record Flow(String name, String file, String folder, List<Entry> entries) {
    private static final long ROUNDED_MILLIS = 50;
    private static final long BETWEEN_RUNS_MILLIS = 1000;

    public Flow {
        entries = List.copyOf(entries);
    }

    /** The same flow of a recorder that wrote down when an exchange started in place of when it ended. */
    public Flow withTimesOfStart() {
        return new Flow(name, file, folder, entries.stream().map(Flow::ended).toList());
    }

    /**
     * The same flow on one clock: lines stand in the order in which things ended, so where the time goes back the
     * recording was made in several runs, one a second after the other from now on.
     */
    public Flow onOneClock() {
        var moved = new ArrayList<Entry>();
        var latest = 0L;
        var later = 0L;
        for (var entry : entries) {
            if (entry.endedAt() + later < latest - ROUNDED_MILLIS)
                later = latest + BETWEEN_RUNS_MILLIS - entry.endedAt() + took(entry);
            latest = Math.max(latest, entry.endedAt() + later);
            moved.add(later(entry, later));
        }
        return new Flow(name, file, folder, moved);
    }

    private static Entry ended(Entry entry) {
        return later(entry, took(entry));
    }

    private static long took(Entry entry) {
        return entry instanceof Entry.Exchanged e ? e.took() : 0;
    }

    private static Entry later(Entry entry, long by) {
        return switch (entry) {
            case Entry.Exchanged e ->
                new Entry.Exchanged(
                        e.line(),
                        e.step(),
                        e.endedAt() + by,
                        e.took(),
                        e.from(),
                        e.to(),
                        e.tls(),
                        e.request(),
                        e.response(),
                        e.silence());
            case Entry.Noted(var line, var step, var at, var text) -> new Entry.Noted(line, step, at + by, text);
            case Entry.Happened(var line, var step, var at, var event) ->
                new Entry.Happened(line, step, at + by, event);
        };
    }

    public List<Entry.Exchanged> exchanges() {
        return entries.stream()
                .filter(Entry.Exchanged.class::isInstance)
                .map(Entry.Exchanged.class::cast)
                .toList();
    }
}
