package org.meshbed.simulator.mesh;

import java.util.List;
import java.util.Optional;
import org.meshbed.simulator.journal.Entry;
import org.meshbed.simulator.journal.Journal;

/** The end of a journal in lines for people: what happened, not what was asked of a profile. */
final class Tail {
    private static final int LINES = 15;

    private Tail() {}

    static List<String> of(Journal journal) {
        var lines = journal.entries().stream()
                .flatMap(entry -> line(entry).stream())
                .toList();
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    }

    private static Optional<String> line(Entry entry) {
        return words(entry)
                .map(words -> entry.stamp().number() + " " + entry.stamp().time() + " " + words);
    }

    private static Optional<String> words(Entry entry) {
        return switch (entry) {
            case Entry.Action action ->
                Optional.of("%s at %s %s %s: %s"
                        .formatted(action.who(), action.stamp().node(), action.verb(), action.what(), action.told()));
            case Entry.ExchangeStarted started ->
                Optional.of("exchange %d: %s -> %s %s %s"
                        .formatted(started.exchange(), started.from(), started.to(), started.method(), started.path()));
            case Entry.ExchangeEnded ended ->
                Optional.of("exchange %d: %s %s"
                        .formatted(ended.exchange(), ended.outcome().word(), ended.status() + " " + ended.why())
                        .strip());
            case Entry.Decision decision ->
                Optional.of("%s: %s %s (%s)"
                        .formatted(decision.stamp().node(), decision.what(), decision.outcome(), decision.why()));
            case Entry.State state ->
                Optional.of("%s: %s %s is %s, was %s"
                        .formatted(state.stamp().node(), state.of(), state.id(), state.after(), state.before()));
            case Entry.Fault fault -> Optional.of(fault.words());
            case Entry.Clock clock -> Optional.of("the clock jumps by " + clock.by());
            case Entry.ContentPassed _, Entry.Consulted _, Entry.Marker _ -> Optional.empty();
        };
    }
}
