package org.meshbed.simulator.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.meshbed.nodes.vendor.Evidence;
import org.meshbed.nodes.vendor.Nearest;
import org.meshbed.nodes.vendor.Profile;

/** Holds what a profile says was observed against recordings: folder, flow and step must be there. */
public final class ObservedEvidence {
    private final RecordedSteps recorded;

    public ObservedEvidence(RecordedSteps recorded) {
        this.recorded = recorded;
    }

    /** What is named but not recorded, each with file, line and the nearest right name. */
    public List<String> mistakes(Profile profile) {
        return mistakes(profile, true);
    }

    /** The same, where not all flows are at hand: of those that are not, nothing can be said. */
    public List<String> mistakesInFlowsAtHand(Profile profile) {
        return mistakes(profile, false);
    }

    private List<String> mistakes(Profile profile, boolean all) {
        var mistakes = new ArrayList<String>();
        for (var evidence : profile.evidence()) {
            if (evidence.level() != Evidence.Level.OBSERVED) continue;
            var flow = evidence.in().replaceAll("^traces/|\\.jsonl$", "");
            if (!all && !recorded.flows().contains(flow)) continue;
            objection(flow, evidence.step()).ifPresent(why -> mistakes.add(evidence.place() + ": " + why));
        }
        return mistakes.stream().distinct().toList();
    }

    private Optional<String> objection(String flow, String step) {
        if (!recorded.flows().contains(flow))
            return Optional.of("'" + flow + "' is no recorded flow" + Nearest.hint(flow, ofFolder(flow)));
        var steps = recorded.of(flow);
        if (steps.stream().anyMatch(s -> begins(s, step))) return Optional.empty();
        return Optional.of("'" + step + "' is no step of " + flow + ", and none begins so; did you mean '"
                + nearest(step, steps) + "'?");
    }

    private List<String> ofFolder(String flow) {
        var folder = flow.substring(0, flow.indexOf('/') + 1);
        var same = recorded.flows().stream().filter(f -> f.startsWith(folder)).toList();
        return same.isEmpty() ? recorded.flows() : same;
    }

    /** The same words, or the first of them. */
    private static boolean begins(String step, String words) {
        return step.startsWith(words)
                && (step.length() == words.length() || !Character.isLetterOrDigit(step.charAt(words.length())));
    }

    /** The step that shares the most words; of several the one that differs least in length. */
    private static String nearest(String words, List<String> steps) {
        var wanted = words(words);
        return steps.stream()
                .max(Comparator.comparingLong((String s) ->
                                words(s).stream().filter(wanted::contains).count())
                        .thenComparing(s -> -Math.abs(s.length() - words.length())))
                .orElse("");
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}
