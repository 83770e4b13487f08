package org.meshbed.simulator.calibration.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.meshbed.simulator.calibration.trace.RecordedRequest;

/** The calls that are expected from one cue until the next. */
final class Window {
    private final List<Call> calls;
    private final List<Call> taken = new ArrayList<>();

    Window(List<Call> calls) {
        this.calls = List.copyOf(calls);
    }

    /**
     * The first call left to that very host that is the same, if there is one with the same credentials, else one to the
     * same server under another name; empty where there is none.
     */
    Optional<Call> take(
            Predicate<Call> toHost,
            Predicate<Call> toServer,
            Predicate<RecordedRequest> same,
            Predicate<RecordedRequest> sameCredentials) {
        return taken(first(c -> toHost.test(c)
                        && same.test(c.record().request())
                        && sameCredentials.test(c.record().request()))
                .or(() -> first(c -> toHost.test(c) && same.test(c.record().request())))
                .or(() -> first(c -> toServer.test(c) && same.test(c.record().request()))));
    }

    /** The first call left to that host with the same method. */
    Optional<Call> other(Predicate<Call> toHost, String method) {
        return taken(first(c -> toHost.test(c) && c.record().request().method().equals(method)));
    }

    private Optional<Call> taken(Optional<Call> found) {
        found.ifPresent(call -> {
            call.take();
            taken.add(call);
        });
        return found;
    }

    private Optional<Call> first(Predicate<Call> which) {
        return calls.stream().filter(c -> !c.taken()).filter(which).findFirst();
    }

    List<Call> missing() {
        return calls.stream().filter(c -> !c.taken()).toList();
    }

    /** The call that should have come before this one but came after it; empty where the order is right. */
    Optional<Call> cameBefore(Call call) {
        var index = calls.indexOf(call);
        for (var earlier : taken) {
            if (earlier == call) return Optional.empty();
            if (calls.indexOf(earlier) > index && !overlap(earlier, call)) return Optional.of(earlier);
        }
        return Optional.empty();
    }

    List<Call> taken() {
        return List.copyOf(taken);
    }

    /** By more than times are rounded. */
    private static boolean overlap(Call one, Call other) {
        return one.record().startedAt() + 1 < other.record().endedAt()
                && other.record().startedAt() + 1 < one.record().endedAt();
    }
}
