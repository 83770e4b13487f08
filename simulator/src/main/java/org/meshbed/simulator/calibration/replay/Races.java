package org.meshbed.simulator.calibration.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who comes first where several do the same at once: whoever the real server answered first. The recorder saw when requests
 * left, not in which order the server took them up.
 */
final class Races {
    private static final long AT_ONCE_MILLIS = 30;

    private Races() {}

    /** When each of these begins: as recorded, but that the equal ones of one moment have changed places. */
    static Map<Cue, Long> starts(List<Cue> together) {
        var starts = new LinkedHashMap<Cue, Long>();
        together.forEach(cue -> starts.put(cue, cue.startedAt()));
        for (var cue : together) {
            var race = together.stream().filter(other -> races(cue, other)).toList();
            if (race.size() > 1 && race.getFirst() == cue) inOrderOfTheirEnd(race, starts);
        }
        return starts;
    }

    private static boolean races(Cue cue, Cue other) {
        return cue instanceof Cue.Played(var one)
                && other instanceof Cue.Played(var two)
                && one.step().equals(two.step())
                && one.request().method().equals(two.request().method())
                && one.request().target().equals(two.request().target())
                && Math.abs(one.startedAt() - two.startedAt()) <= AT_ONCE_MILLIS;
    }

    /** Times are rounded; of two that ended together the line tells. */
    private static void inOrderOfTheirEnd(List<Cue> race, Map<Cue, Long> starts) {
        var moments = race.stream().map(Cue::startedAt).sorted().toList();
        var byEnd = new ArrayList<>(race);
        byEnd.sort(Comparator.comparingInt(cue -> cue.entry().line()));
        for (var i = 0; i < byEnd.size(); i++) starts.put(byEnd.get(i), moments.get(i));
    }
}
