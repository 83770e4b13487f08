package org.meshbed.scenarios.run;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.meshbed.nodes.port.Testimony;
import org.meshbed.nodes.vendor.Evidence;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.simulator.journal.Entry;

/**
 * What a result rests on.
 *
 * @param weakest evidence that the profiles of its nodes have for what they do; empty where they do as their dialects
 * @param unknown what was asked of a profile that nobody knows, each once
 */
public record Rests(Optional<Evidence.Level> weakest, List<String> unknown) {
    public static final Rests NOTHING = new Rests(Optional.empty(), List.of());

    public Rests {
        unknown = List.copyOf(unknown);
    }

    static Rests of(Stream<Profile> profiles, List<Entry> journal) {
        return new Rests(
                profiles.flatMap(p -> p.weakest().stream()).max(Comparator.naturalOrder()),
                journal.stream()
                        .filter(e -> e instanceof Entry.Consulted c && c.of() == Testimony.Kind.UNKNOWN)
                        .map(e -> ((Entry.Consulted) e).name())
                        .distinct()
                        .toList());
    }

    /** Both together: the weaker evidence, and all that is unknown. */
    Rests and(Rests other) {
        return new Rests(
                Stream.concat(weakest.stream(), other.weakest.stream()).max(Comparator.naturalOrder()),
                Stream.concat(unknown.stream(), other.unknown.stream())
                        .distinct()
                        .toList());
    }

    @Override
    public String toString() {
        var evidence = weakest.map(Evidence.Level::word).orElse("none needed, all do as their dialects");
        return "weakest evidence: " + evidence + (unknown.isEmpty() ? "" : "; unknown: " + String.join(", ", unknown));
    }
}
