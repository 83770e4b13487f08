package org.meshbed.simulator.calibration.compare;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which value of the simulated node stands for which recorded one. Both ways there is one, and it stays. */
public final class Bonds {
    private static final int SHORTEST_ANYWHERE = 8;
    private static final int SHORTEST_GIVEN = 6;

    private final Map<String, String> simulated = new LinkedHashMap<>();
    private final Map<String, String> recorded = new LinkedHashMap<>();

    private final Set<String> given = new LinkedHashSet<>();

    /** The node was given these words by others: what stands in them it has not made up, and the real server neither. */
    public void given(String words) {
        for (var token : Tokens.of(words))
            if (token.length() >= SHORTEST_GIVEN && Tokens.isValue(token)) given.add(token);
    }

    /** Binds the two, or answers why not. */
    public Optional<String> bind(String real, String own) {
        if (given.contains(own) && recorded(own).isEmpty()) return Optional.of("which it had been given");
        if (given.contains(real) && simulated(real).isEmpty()) return Optional.of("where it had been given the other");
        var before = simulated.get(real);
        if (before != null) return before.equals(own) ? Optional.empty() : Optional.of("was " + before + " before");
        var other = recorded.get(own);
        if (other != null && !other.equals(real)) return Optional.of("stood for " + other + " before");
        simulated.put(real, own);
        recorded.put(own, real);
        return Optional.empty();
    }

    public Optional<String> simulated(String real) {
        return Optional.ofNullable(simulated.get(real));
    }

    public Optional<String> recorded(String own) {
        return Optional.ofNullable(recorded.get(own));
    }

    /** The text with every recorded value in it replaced by the simulated one; short ones only where they stand alone. */
    public String toSimulated(String text) {
        return replaced(text, simulated);
    }

    public String toRecorded(String text) {
        return replaced(text, recorded);
    }

    private static String replaced(String text, Map<String, String> by) {
        if (by.isEmpty() || text.isEmpty()) return text;
        var result = new StringBuilder(text.length());
        var changed = false;
        for (var token : Tokens.of(text)) {
            var other = token.length() >= SHORTEST_ANYWHERE || token.length() == text.length() ? by.get(token) : null;
            changed |= other != null;
            result.append(other == null ? token : other);
        }
        return changed ? result.toString() : wholes(text, by);
    }

    /** Values that are no single token: base64 with its signs, for example. */
    private static String wholes(String text, Map<String, String> by) {
        var result = text;
        for (var entry : by.entrySet())
            if (Tokens.of(entry.getKey()).size() > 1 && result.contains(entry.getKey()))
                result = result.replace(entry.getKey(), entry.getValue());
        return result;
    }
}
