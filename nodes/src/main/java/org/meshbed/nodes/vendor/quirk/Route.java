package org.meshbed.nodes.vendor.quirk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One row of a table of paths.
 *
 * @param paths each exact, or with a star at its end for all that begin so; in the raw path, as it came
 * @param methods all where it is left out
 * @param when more must hold; facts of the request alone
 * @param to the place that serves it
 * @param answer given at once
 */
public record Route(
        @Paths List<String> paths,
        List<String> methods,
        Optional<Condition> when,
        @Words(from = Words.Listed.PLACES, what = "place") Optional<String> to,
        Optional<Answer> answer) {
    public Route {
        paths = List.copyOf(paths);
        methods = List.copyOf(methods);
        if (to.isPresent() == answer.isPresent())
            throw new IllegalArgumentException("a row leads 'to' a place or gives an 'answer', one of the two");
    }

    public boolean fits(String method, String path, Facts facts) {
        return (methods.isEmpty() || methods.contains(method))
                && (paths.isEmpty() || paths.stream().anyMatch(p -> fits(p, path)))
                && when.map(c -> c.holds(facts)).orElse(true);
    }

    static boolean fits(String pattern, String path) {
        return pattern.endsWith("*")
                ? path.startsWith(pattern.substring(0, pattern.length() - 1))
                : path.equals(pattern);
    }

    static List<Route> joined(List<Route> first, List<Route> then) {
        var all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }
}
