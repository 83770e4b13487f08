package org.meshbed.simulator.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The catalogue of all rules there are, implemented or not. */
public final class Rules {
    private static final String FILE = "/rules/rules.txt";
    private static final int COLUMNS = 8;

    private Rules() {}

    private static final class Catalogue {
        static final Map<String, Rule> ALL = read();
    }

    public static Collection<Rule> all() {
        return Catalogue.ALL.values();
    }

    public static Optional<Rule> find(String id) {
        return Optional.ofNullable(Catalogue.ALL.get(id));
    }

    static Rule get(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("there is no rule '" + id + "'"));
    }

    private static Map<String, Rule> read() {
        try (var in = Objects.requireNonNull(Rules.class.getResourceAsStream(FILE), FILE)) {
            var rules = new LinkedHashMap<String, Rule>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Rules::rule)
                    .forEach(rule -> rules.put(rule.id(), rule));
            return Collections.unmodifiableMap(rules);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " could not be read", e);
        }
    }

    /** {@code OCM-DISC-10 | DD | MUST | 1.0-1.5 | wire | Discovery Fields | what it waits for, or - | statement}. */
    private static Rule rule(String line) {
        var columns = line.split(" \\| ", COLUMNS);
        if (columns.length != COLUMNS)
            throw new IllegalStateException(FILE + ": '" + line + "' has not " + COLUMNS + " columns");
        var versions = columns[3].split("-", 2);
        return new Rule(
                columns[0],
                columns[1],
                Level.of(columns[2]),
                version(versions[0], line),
                version(versions[versions.length - 1], line),
                Rule.How.of(columns[4]),
                columns[5],
                columns[6].equals("-") ? "" : columns[6],
                columns[7]);
    }

    private static Version version(String word, String line) {
        return Version.named(word)
                .orElseThrow(() -> new IllegalStateException(FILE + ": '" + word + "' is no version, in " + line));
    }
}
