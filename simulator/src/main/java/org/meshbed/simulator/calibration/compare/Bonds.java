package org.meshbed.simulator.calibration.compare;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which value of the simulated node stands for which recorded one. Both ways there is one, and it stays. */
public final class Bonds {
    private static final int SHORTEST_ANYWHERE = 8;
    private static final int SHORTEST_GIVEN = 6;
    private static final Pattern MEMBER =
            Pattern.compile("(\"|^|&)([A-Za-z_]+)(\"\\s*:\\s*\"?|=)([0-9]{1,7})(?=[\",}\\s&]|$)");

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

    /** The simulated value for one that is this whole text, however short; else the text with what is known put in. */
    public String whole(String real) {
        return simulated(real).orElseGet(() -> toSimulated(real));
    }

    /** A path with what is known put in, short values where they are a whole segment. */
    public String path(String path) {
        var segments = path.split("/", -1);
        for (var i = 0; i < segments.length; i++) segments[i] = whole(segments[i]);
        return String.join("/", segments);
    }

    /** A body with what is known put in, short values where a member or field holds nothing else that servers make up. */
    public String body(String body) {
        return MEMBER.matcher(toSimulated(body)).replaceAll(found -> {
            var other = Role.ofMember(found.group(2)) == Role.MADE_UP
                    ? simulated(found.group(4))
                    : Optional.<String>empty();
            return Matcher.quoteReplacement(other.map(o -> found.group(1) + found.group(2) + found.group(3) + o)
                    .orElse(found.group()));
        });
    }

    /** The text with every recorded value in it replaced by the simulated one, but for short ones. */
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
            var other = token.length() >= SHORTEST_ANYWHERE ? by.get(token) : null;
            changed |= other != null;
            result.append(other == null ? token : other);
        }
        return wholes(changed ? result.toString() : text, by);
    }

    /** Values that are no single token: base64 with its signs, for example. */
    private static String wholes(String text, Map<String, String> by) {
        var result = text;
        for (var entry : by.entrySet()) {
            if (Tokens.of(entry.getKey()).size() == 1) continue;
            result = result.replace(entry.getKey(), entry.getValue());
            result = result.replace(inForm(entry.getKey()), inForm(entry.getValue()));
        }
        return result;
    }

    /** As it stands in a form or a query. */
    private static String inForm(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
