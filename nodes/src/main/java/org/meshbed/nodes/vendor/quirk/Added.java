package org.meshbed.nodes.vendor.quirk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Header lines of some answers.
 *
 * @param paths each exact, or with a star at its end; all where it is left out
 * @param when more must hold; facts of the request and of the answer
 * @param headers the lines, their values templates
 */
public record Added(@Paths List<String> paths, Optional<Condition> when, Map<String, String> headers) {
    public Added {
        paths = List.copyOf(paths);
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public boolean fits(String path, Facts facts) {
        return (paths.isEmpty() || paths.stream().anyMatch(p -> Route.fits(p, path)))
                && when.map(c -> c.holds(facts)).orElse(true);
    }
}
