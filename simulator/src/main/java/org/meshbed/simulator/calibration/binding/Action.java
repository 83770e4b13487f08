package org.meshbed.simulator.calibration.binding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meshbed.simulator.calibration.trace.Entry;
import org.meshbed.simulator.calibration.trace.RecordedRequest;

/**
 * Which line of a recording stands for which deeds.
 *
 * @param at names of the servers it is for; empty for all
 * @param call method and target of a request of a person to their own server
 * @param note words of a note; a group named {@code at} in it must be the server's name, or what the recorder calls it
 * @param begins the step whose first line it comes before
 * @param caller of a call that the server made by itself, in the background: the deed comes before the first of a step
 * @param step of the line, where that matters
 * @param from who made the request, where that matters
 * @param has something to be found in the header lines of the request or in its body, where that matters
 * @param played whether the request is played all the same, when the deeds are done
 */
public record Action(
        List<String> at,
        Optional<Pattern> call,
        Optional<Pattern> note,
        Optional<Pattern> caller,
        Optional<Pattern> begins,
        Optional<Pattern> step,
        Optional<Pattern> from,
        Optional<Pattern> has,
        boolean played,
        List<Deed> deeds) {
    public Action {
        at = List.copyOf(at);
        deeds = List.copyOf(deeds);
    }

    /** The match, where this is what the line stands for at this server. */
    public Optional<Matcher> match(BoundServer server, Entry entry) {
        if (!at.isEmpty() && !at.contains(server.name())) return Optional.empty();
        if (step.isPresent() && !step.get().matcher(entry.step()).find()) return Optional.empty();
        return switch (entry) {
            case Entry.Exchanged exchanged ->
                call.filter(_ -> isFrom(exchanged.from()) && holds(exchanged.request()))
                        .map(p -> p.matcher(exchanged.request().method() + " "
                                + exchanged.request().target()))
                        .filter(Matcher::matches);
            case Entry.Noted noted ->
                note.map(p -> p.matcher(noted.text()))
                        .filter(Matcher::find)
                        .filter(m -> !m.namedGroups().containsKey("at") || server.isCalled(m.group("at")));
            case Entry.Happened _ -> Optional.empty();
        };
    }

    /** The match, where the deed comes before a step of this name. */
    public Optional<Matcher> matchStep(String server, String named) {
        if (!at.isEmpty() && !at.contains(server)) return Optional.empty();
        return begins.map(p -> p.matcher(named)).filter(Matcher::find);
    }

    /** The match, where the deed is what made the server call by itself. */
    public Optional<Matcher> matchCaller(String server, Entry.Exchanged made) {
        if (!at.isEmpty() && !at.contains(server)) return Optional.empty();
        if (step.isPresent() && !step.get().matcher(made.step()).find()) return Optional.empty();
        return caller.map(p -> p.matcher(made.from())).filter(Matcher::matches);
    }

    private boolean holds(RecordedRequest request) {
        return has.isEmpty()
                || has.get().matcher(request.body().text()).find()
                || request.headers().lines().stream()
                        .anyMatch(line -> has.get()
                                .matcher(line.name() + ": " + line.value())
                                .find());
    }

    private boolean isFrom(String name) {
        return from.isEmpty() || from.get().matcher(name).matches();
    }
}
