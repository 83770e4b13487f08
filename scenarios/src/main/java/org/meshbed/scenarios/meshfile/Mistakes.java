package org.meshbed.scenarios.meshfile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.meshbed.scenarios.input.BadInput;
import org.meshbed.scenarios.input.Nearest;

/** Gathers all mistakes of one file, each with its place, so that a person mends them in one go. */
final class Mistakes {
    private record Mistake(Yaml.Place place, String message) {}

    private final Path file;
    private final List<Mistake> all = new ArrayList<>();

    Mistakes(Path file) {
        this.file = file;
    }

    void add(Yaml.Place place, String message) {
        all.add(new Mistake(place, message));
    }

    void unknown(Yaml.Place place, String what, String value, Collection<String> known) {
        add(place, what + " '" + value + "' is not known" + Nearest.hint(value, known));
    }

    /** Keys that nobody will read. */
    void unknownKeys(String where, Yaml.Mapping mapping, List<String> known) {
        for (var entry : mapping.entries())
            if (!known.contains(entry.key())) unknown(entry.place(), "the key of " + where, entry.key(), known);
    }

    Optional<Yaml.Mapping> mapping(String what, Yaml value, String example) {
        if (value instanceof Yaml.Mapping mapping) return Optional.of(mapping);
        add(value.place(), what + " is " + value.kind() + " and not a map of keys; for example " + example);
        return Optional.empty();
    }

    List<Yaml> sequence(String what, Yaml value, String example) {
        if (value instanceof Yaml.Sequence sequence) return sequence.items();
        add(value.place(), what + " is " + value.kind() + " and not a list; for example " + example);
        return List.of();
    }

    Optional<String> text(String what, Yaml value, String example) {
        if (value instanceof Yaml.Scalar scalar && !scalar.text().isEmpty()) return Optional.of(scalar.text());
        add(value.place(), what + " is " + value.kind() + " and not a word; for example " + example);
        return Optional.empty();
    }

    /** A word that a function makes something of; where it throws, the words of the exception are the mistake. */
    <T> Optional<T> parsed(String what, Yaml value, String example, Function<String, T> parse) {
        var text = text(what, value, example);
        try {
            return text.map(parse);
        } catch (IllegalArgumentException e) {
            add(value.place(), what + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    BadInput badInput() {
        return new BadInput(all.stream()
                .sorted(java.util.Comparator.comparingInt(
                                (Mistake mistake) -> mistake.place().line())
                        .thenComparingInt(mistake -> mistake.place().column()))
                .map(mistake -> file + ", " + mistake.place() + ": " + mistake.message())
                .toList());
    }

    void throwIfAny() {
        if (!all.isEmpty()) throw badInput();
    }
}
