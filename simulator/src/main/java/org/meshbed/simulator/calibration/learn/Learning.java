package org.meshbed.simulator.calibration.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.meshbed.nodes.vendor.BadProfile;
import org.meshbed.nodes.vendor.Evidence;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.simulator.calibration.Agreement;
import org.meshbed.simulator.calibration.compare.Difference;

/**
 * Looks for the smallest set of quirks with which a profile explains a recording: of all single changes it takes the one
 * that explains most, again and again, and in the end takes back what explains nothing beside the others.
 */
public final class Learning {
    private static final int MOST_ROUNDS = 40;
    /** Of what helped in a round, so many are tried again after the best of them was taken. */
    private static final int SECOND_LOOKS = 40;

    private final Tried tried;
    private final List<Profile> others;
    private final Consumer<String> progress;

    private Learning(Tried tried, List<Profile> others, Consumer<String> progress) {
        this.tried = tried;
        this.others = List.copyOf(others);
        this.progress = progress;
    }

    /**
     * @param child what the recorded server is thought to be like, and where the profile will lie
     * @param flows the recording, each flow with its bindings
     * @param others profiles whose ways are tried
     * @param progress is told a line now and then
     */
    public static Learned learn(Child child, List<Recorded> flows, List<Profile> others, Consumer<String> progress) {
        return new Learning(new Tried(flows), others, progress).from(Draft.of(child, recorded(flows)));
    }

    /** The name that the bindings give the recorded servers. */
    private static String recorded(List<Recorded> flows) {
        var names = flows.stream()
                .flatMap(r -> r.bindings().servers().stream())
                .flatMap(s -> s.profile().stream())
                .distinct()
                .toList();
        if (names.size() != 1)
            throw new BadProfile("one profile is learned at a time, and these recordings are of "
                    + (names.isEmpty() ? "none" : String.join(", ", names)));
        return names.getFirst();
    }

    private Learned from(Draft begin) {
        var before = played(begin);
        var draft = begin;
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var better = round(draft);
            if (better.equals(draft)) break;
            draft = better;
        }
        draft = pruned(draft);
        var after = played(draft);
        return new Learned(rested(draft, after), before, after);
    }

    private Agreement played(Draft draft) {
        return tried.all(draft.profile()
                .orElseThrow(() -> new BadProfile(
                        draft.name() + " cannot be like " + draft.like().name())));
    }

    private record Promise(Idea idea, Fit fit) {}

    /** The draft with all that helps of one list of ideas; the same where nothing does. */
    private Draft round(Draft draft) {
        var now = played(draft);
        var differing = differing(now);
        if (differing.isEmpty()) return draft;
        var ideas = Ideas.of(draft, others, differences(now));
        var promising = promising(ideas, differing, fit(now));
        progress.accept("%s; %d ideas, %d of use".formatted(now.words(), ideas.size(), promising.size()));
        var best = draft;
        var fit = fit(now);
        for (var promise : promising.stream().limit(SECOND_LOOKS).toList()) {
            var next = onto(best, draft, promise.idea());
            if (next.equals(best)) continue;
            var fits = next.profile().map(tried::all).map(Learning::fit);
            if (fits.isEmpty() || fits.get().compareTo(fit) >= 0) continue;
            best = next;
            fit = fits.get();
            progress.accept("  " + String.join(", ", promise.idea().type()) + " as "
                    + promise.idea().from());
        }
        return best;
    }

    /** The same change on top of others; where one of the others changed the same types, nothing changes. */
    private static Draft onto(Draft best, Draft base, Idea idea) {
        var next = best.dialect().equals(base.dialect())
                ? best.speaking(idea.draft().dialect())
                : best;
        for (var type : idea.type()) {
            if (!Said.values(best.of(type)).equals(Said.values(base.of(type)))) return best;
            next = next.with(type, idea.draft().of(type));
        }
        return next;
    }

    private List<Promise> promising(List<Idea> ideas, List<Integer> in, Fit now) {
        var fits = tried.fits(ideas.stream().map(i -> i.draft().profile()).toList(), in);
        var promising = new ArrayList<Promise>();
        for (var i = 0; i < ideas.size(); i++) {
            var idea = ideas.get(i);
            fits.get(i).filter(fit -> fit.compareTo(now) < 0).ifPresent(fit -> promising.add(new Promise(idea, fit)));
        }
        promising.sort(Comparator.comparing(Promise::fit)
                .thenComparing(p -> p.idea().type().size()));
        return promising;
    }

    /** The places of the flows in which something does not agree. */
    private static List<Integer> differing(Agreement agreement) {
        return IntStream.range(0, agreement.flows().size())
                .filter(at -> Fit.of(agreement.flows().get(at)).exchanges() > 0)
                .boxed()
                .toList();
    }

    private static Fit fit(Agreement agreement) {
        return Fit.sum(agreement.flows().stream().map(Fit::of).toList());
    }

    private static List<Difference> differences(Agreement agreement) {
        return agreement.flows().stream()
                .flatMap(flow -> flow.lines().stream())
                .flatMap(line -> line.differences().stream())
                .distinct()
                .toList();
    }

    /** Without what explains nothing beside the rest. */
    private Draft pruned(Draft draft) {
        var kept = draft;
        var inherited = Said.of(draft.like());
        for (var type : draft.changed()) {
            var fit = fit(played(kept));
            var fewer = kept.with(type, inherited.getOrDefault(type, List.of()));
            var without = fewer.profile().map(tried::all).map(Learning::fit);
            if (without.isPresent() && without.get().compareTo(fit) <= 0) kept = fewer;
        }
        return kept;
    }

    /** Each change rests on the first exchange that does not agree without it. */
    private Draft rested(Draft draft, Agreement after) {
        var rested = draft;
        var inherited = Said.of(draft.like());
        for (var type : draft.changed()) {
            var fewer = draft.with(type, inherited.getOrDefault(type, List.of()));
            var evidence = fewer.profile().map(tried::all).flatMap(a -> first(a, after));
            if (evidence.isEmpty()) continue;
            var old = inherited.getOrDefault(type, List.of());
            rested = rested.with(
                    type,
                    draft.of(type).stream()
                            .map(s -> old.contains(s) ? s : s.restingOn(evidence.get()))
                            .toList());
        }
        return rested;
    }

    private Optional<Evidence> first(Agreement without, Agreement with) {
        for (var i = 0; i < with.flows().size(); i++) {
            var agrees = new LinkedHashMap<Integer, Boolean>();
            with.flows().get(i).lines().forEach(l -> agrees.merge(l.line(), l.agrees(), (a, b) -> a && b));
            for (var line : without.flows().get(i).lines()) {
                if (line.agrees() || !agrees.getOrDefault(line.line(), true)) continue;
                var flow = tried.flows().get(i).flow();
                var step = line.step().isBlank() ? "line " + line.line() : line.step();
                return Optional.of(
                        new Evidence(Evidence.Level.OBSERVED, flow.folder() + "/" + flow.name(), step, "learned"));
            }
        }
        return Optional.empty();
    }
}
