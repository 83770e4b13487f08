package org.meshbed.simulator.calibration.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.meshbed.simulator.calibration.binding.Action;
import org.meshbed.simulator.calibration.binding.Bindings;
import org.meshbed.simulator.calibration.binding.BoundServer;
import org.meshbed.simulator.calibration.trace.Entry;
import org.meshbed.simulator.calibration.trace.Flow;

/**
 * A flow as one of its servers saw it: what made it act, and which calls it made after each of these. Lines stand in the
 * order in which exchanges ended, so what happened inside of what is told from the times.
 */
final class Plan {
    private final Bindings bindings;
    private final BoundServer server;
    private final Flow flow;
    private final List<Cue> cues = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<Entry.Happened> failures = new ArrayList<>();

    Plan(Bindings bindings, BoundServer server, Flow flow) {
        this.bindings = bindings;
        this.server = server;
        this.flow = flow;
        begin();
        flow.entries().forEach(this::sort);
        nest();
        cues.replaceAll(this::withLate);
        cues.sort(Comparator.comparingLong(Cue::startedAt).thenComparing(c -> c instanceof Cue.Acted ? 0 : 1));
    }

    /** In the order in which they began. */
    List<Cue> cues() {
        return List.copyOf(cues);
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Handshakes that failed before this moment of the flow and after that one. */
    long failedHandshakes(long from, long until) {
        return failures.stream()
                .filter(f -> f.endedAt() >= from && f.endedAt() < until)
                .count();
    }

    /** What comes before a step is done when its first line began. */
    private void begin() {
        var begun = new LinkedHashMap<String, Entry>();
        for (var entry : flow.entries())
            begun.merge(entry.step(), entry, (a, b) -> startedAt(b) < startedAt(a) ? b : a);
        for (var first : begun.values())
            for (Action action : bindings.actions(flow.name()))
                action.matchStep(server.name(), first.step())
                        .ifPresent(match -> cues.add(new Cue.Acted(
                                first, startedAt(first), startedAt(first), action.deeds(), match, List.of())));
    }

    private static long startedAt(Entry entry) {
        return entry instanceof Entry.Exchanged exchanged ? exchanged.startedAt() : entry.endedAt();
    }

    private void sort(Entry entry) {
        switch (entry) {
            case Entry.Exchanged exchanged -> sort(exchanged);
            case Entry.Noted noted -> action(noted).ifPresent(acting -> note(noted, acting));
            case Entry.Happened happened -> {
                if (happened.event().equals("tls-failed")) failures.add(happened);
            }
        }
    }

    private void sort(Entry.Exchanged exchanged) {
        var comes = server.isCalled(exchanged.to());
        var leaves = server.isCalled(exchanged.from()) && !bindings.isByHand(exchanged);
        if (leaves) {
            insert(new Call(exchanged, comes));
            wake(exchanged);
        }
        if (!leaves && comes) {
            var acted = action(exchanged);
            acted.map(a -> acted(exchanged, a)).ifPresent(cues::add);
            if (acted.map(Acting::played).orElse(true)) cues.add(new Cue.Played(exchanged));
        }
    }

    private Cue acted(Entry.Exchanged exchanged, Acting acting) {
        return new Cue.Acted(
                exchanged,
                exchanged.startedAt(),
                acting.played() ? exchanged.startedAt() : exchanged.endedAt(),
                acting.deeds(),
                acting.match(),
                caused(exchanged.startedAt(), exchanged));
    }

    /** What made the server call by itself comes before the first of the calls of a step. */
    private void wake(Entry.Exchanged made) {
        for (Action action : bindings.actions(flow.name())) {
            var match = action.matchCaller(server.name(), made);
            if (match.isEmpty()) continue;
            var first = cues.stream()
                    .noneMatch(c -> c.entry() instanceof Entry.Exchanged e
                            && e.from().equals(made.from())
                            && e.step().equals(made.step())
                            && c instanceof Cue.Acted);
            if (first)
                cues.add(new Cue.Acted(
                        made, made.startedAt(), made.endedAt(), action.deeds(), match.get(), List.of(made)));
            return;
        }
    }

    /** A call that ended only after its server had given up stands behind what caused it. */
    private Cue withLate(Cue cue) {
        return cue instanceof Cue.Acted acted
                        && acted.caused().isEmpty()
                        && acted.entry() instanceof Entry.Exchanged exchanged
                ? new Cue.Acted(
                        exchanged,
                        acted.startedAt(),
                        acted.endedAt(),
                        acted.deeds(),
                        acted.match(),
                        caused(exchanged.startedAt(), exchanged))
                : cue;
    }

    private List<Entry.Exchanged> caused(long from, Entry until) {
        return calls.stream()
                .map(Call::record)
                .filter(r -> r.startedAt() >= from - 1 && r.startedAt() <= until.endedAt())
                .toList();
    }

    private Optional<Acting> action(Entry entry) {
        for (Action action : bindings.actions(flow.name())) {
            var match = action.match(server, entry);
            if (match.isPresent()) return Optional.of(new Acting(action.deeds(), match.get(), action.played()));
        }
        return Optional.empty();
    }

    /** @param played whether the line is played when the deeds are done */
    private record Acting(
            List<org.meshbed.simulator.calibration.binding.Deed> deeds,
            java.util.regex.Matcher match,
            boolean played) {}

    /** By the moment it began; of two that began together, by the line. */
    private void insert(Call call) {
        var at = calls.size();
        while (at > 0 && calls.get(at - 1).record().startedAt() > call.record().startedAt() + 1) at--;
        calls.add(at, call);
    }

    private void note(Entry.Noted noted, Acting acting) {
        var quiet = acting.deeds().stream().allMatch(deed -> deed.verb().isOfOperator());
        var begin = quiet ? noted.endedAt() : begin(noted);
        cues.add(new Cue.Acted(noted, begin, noted.endedAt(), acting.deeds(), acting.match(), caused(begin, noted)));
    }

    /** A note is written after its effect: it began with the first call of its step that nothing else had caused. */
    private long begin(Entry.Noted noted) {
        var begin = noted.endedAt();
        for (var i = calls.size() - 1; i >= 0; i--) {
            var record = calls.get(i).record();
            if (record.endedAt() > noted.endedAt() || !record.step().equals(noted.step()) || causedByLine(record))
                break;
            begin = Math.min(begin, record.startedAt());
        }
        return begin;
    }

    private boolean causedByLine(Entry.Exchanged record) {
        return cues.stream()
                .anyMatch(c -> c.entry() instanceof Entry.Noted
                        ? record.endedAt() <= c.endedAt()
                        : c.startedAt() <= record.startedAt() && record.endedAt() <= c.endedAt());
    }

    /** Times are rounded: what happened inside of a call stands before it. */
    private boolean endedBefore(Cue.Played played, Call call) {
        return bindings.timesOfStart() || played.entry().line() < call.record().line();
    }

    /** What came in while the server waited for a call is played within that call. */
    private void nest() {
        for (var cue : List.copyOf(cues)) {
            if (!(cue instanceof Cue.Played played)) continue;
            calls.stream()
                    .filter(c -> !c.toItself() && c.encloses(played.entry()) && endedBefore(played, c))
                    .filter(c -> c.record().step().equals(played.entry().step()))
                    .min(Comparator.comparingLong(c -> c.record().took()))
                    .ifPresent(c -> {
                        c.inside().add(played);
                        cues.remove(played);
                    });
        }
    }
}
