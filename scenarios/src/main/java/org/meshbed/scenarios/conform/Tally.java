package org.meshbed.scenarios.conform;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was tried of each rule, and what kept others from being tried. What the oracle found stands above all of it. */
final class Tally {
    private final Map<String, Note> notes = new TreeMap<>();

    private final EnumMap<Guard, Note> guards = new EnumMap<>(Guard.class);

    /** @param why what was tried, or what was missing */
    record Note(Outcome outcome, String why) {}

    /**
     * Notes the same of several rules; of each the strongest note is kept.
     *
     * @param ids without {@code OCM-}, separated by blanks
     */
    void note(String ids, Outcome outcome, String why) {
        for (var id : ids.strip().split(" +")) notes.merge("OCM-" + id, new Note(outcome, why), Tally::stronger);
    }

    /** The same of a guard. */
    void note(Guard guard, Outcome outcome, String why) {
        guards.merge(guard, new Note(outcome, why), Tally::stronger);
    }

    Optional<Note> of(Guard guard) {
        return Optional.ofNullable(guards.get(guard));
    }

    Optional<Note> of(String rule) {
        return Optional.ofNullable(notes.get(rule));
    }

    private static Note stronger(Note one, Note other) {
        return one.outcome().compareTo(other.outcome()) <= 0 ? one : other;
    }
}
