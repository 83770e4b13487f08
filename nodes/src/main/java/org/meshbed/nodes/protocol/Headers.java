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
        return lines.stream()
                .filter(h -> h.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    public List<String> all(String name) {
        return lines.stream()
                .filter(h -> h.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** These lines and one more behind them. */
    public Headers and(String name, String value) {
        var more = new ArrayList<>(lines);
        more.add(new Header(name, value));
        return new Headers(more);
    }

    public Headers without(String name) {
        return new Headers(
                lines.stream().filter(h -> !h.name().equalsIgnoreCase(name)).toList());
    }
}
