package org.meshbed.nodes.share;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Credentials as they were shown.
 *
 * @param scheme {@code bearer}, {@code basic}, or {@code bare} where there is none
 * @param value behind it
 */
record Presented(String scheme, String value) {
    /** @param exact whether a scheme counts only as it is written usually; empty for a scheme of another kind */
    static Optional<Presented> of(String line, boolean exact) {
        var space = line.indexOf(' ');
        if (space < 0) return Optional.of(new Presented("bare", line.strip()));
        var scheme = line.substring(0, space);
        var word = scheme.toLowerCase(Locale.ROOT);
        if (!word.equals("bearer") && !word.equals("basic")) return Optional.empty();
        if (exact && !scheme.equals("Bearer") && !scheme.equals("Basic")) return Optional.empty();
        return Optional.of(new Presented(word, line.substring(space + 1).strip()));
    }

    /** The secret of a share: the user name where there is a password as well. */
    Optional<String> secret() {
        if (!scheme.equals("basic")) return Optional.of(value);
        try {
            var plain = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
            var colon = plain.indexOf(':');
            return colon < 1 ? Optional.empty() : Optional.of(plain.substring(0, colon));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
