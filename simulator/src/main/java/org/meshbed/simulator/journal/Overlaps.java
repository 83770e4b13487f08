package org.meshbed.simulator.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How much went on at once, in the scenarios in which parties act at once.
 *
 * @param scenarios in which parties acted at once
 * @param exchanges of those scenarios that have ended
 * @param overlapping those of them that were going on, in the order of the journal, while another was being served by
 *     the same node
 */
public record Overlaps(int scenarios, int exchanges, int overlapping) {
    public static final Overlaps NONE = new Overlaps(0, 0, 0);

    public static Overlaps of(List<Entry> entries) {
        var atOnce = scenariosAtOnce(entries);
        var served = new LinkedHashMap<String, List<Span>>();
        for (var exchange : RecordedExchange.among(entries)) {
            var start = exchange.started();
            var scenario = start.stamp().scenario();
            if (exchange.ended().isEmpty() || !atOnce.contains(scenario)) continue;
            served.computeIfAbsent(scenario + "\n" + start.to(), key -> new ArrayList<>())
                    .add(new Span(
                            start.stamp().number(),
                            exchange.ended().get().stamp().number()));
        }
        var exchanges = served.values().stream().mapToInt(List::size).sum();
        return new Overlaps(
                atOnce.size(),
                exchanges,
                served.values().stream().mapToInt(Overlaps::overlapping).sum());
    }

    /** These and those of another journal. */
    public Overlaps plus(Overlaps more) {
        return new Overlaps(scenarios + more.scenarios, exchanges + more.exchanges, overlapping + more.overlapping);
    }

    /** One line for people. */
    public String words() {
        return scenarios + " scenarios with parties acting at once: " + overlapping + " of " + exchanges
                + " exchanges overlap another at the same node"
                + (exchanges == 0 ? "" : " (" + 100 * overlapping / exchanges + " %)");
    }

    private record Span(long from, long to) {}

    private static Set<String> scenariosAtOnce(List<Entry> entries) {
        var scenarios = new LinkedHashSet<String>();
        for (var entry : entries)
            if (entry instanceof Entry.Marker marker && marker.mark() == Entry.Mark.AT_ONCE_BEGINS)
                scenarios.add(marker.stamp().scenario());
        return scenarios;
    }

    private static int overlapping(List<Span> spans) {
        spans.sort(Comparator.comparingLong(Span::from));
        var count = 0;
        var latestEnd = 0L;
        for (var i = 0; i < spans.size(); i++) {
            var span = spans.get(i);
            var withEarlier = span.from() < latestEnd;
            var withNext = i + 1 < spans.size() && spans.get(i + 1).from() < span.to();
            if (withEarlier || withNext) count++;
            latestEnd = Math.max(latestEnd, span.to());
        }
        return count;
    }
}
