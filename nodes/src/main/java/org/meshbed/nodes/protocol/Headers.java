package org.meshbed.nodes.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Header lines in order, doubles kept; looked up without regard to case. */
public record Headers(List<Header> lines) {
    public static final Headers NONE = new Headers(List.of());

    public Headers {
        lines = List.copyOf(lines);
    }

    /** Name, value, name, value, ... */
    public static Headers of(String... namesAndValues) {
        var lines = new ArrayList<Header>();
        for (var i = 0; i < namesAndValues.length; i += 2)
            lines.add(new Header(namesAndValues[i], namesAndValues[i + 1]));
        return new Headers(lines);
    }

    public Optional<String> first(String name) {
        for (var line : lines) if (line.name().equalsIgnoreCase(name)) return Optional.of(line.value());
        return Optional.empty();
    }

    public List<String> all(String name) {
        var values = new ArrayList<String>();
        for (var line : lines) if (line.name().equalsIgnoreCase(name)) values.add(line.value());
        return List.copyOf(values);
    }

    /** These lines and one more behind them. */
    public Headers and(String name, String value) {
        var more = new ArrayList<>(lines);
        more.add(new Header(name, value));
        return new Headers(more);
    }

    public Headers without(String name) {
        var others = new ArrayList<Header>(lines.size());
        for (var line : lines) if (!line.name().equalsIgnoreCase(name)) others.add(line);
        return new Headers(others);
    }
}
