package org.meshbed.simulator.oracle;

import java.util.Arrays;

/**
 * One numbered statement of the specification.
 *
 * @param role who is bound, in the short words of the rules page: {@code SS}, {@code RS}, {@code DD}, ...
 * @param since the oldest version it is a rule of
 * @param until the newest one
 * @param section the heading it stands under
 * @param waits for what its check waits, or why there can be none; empty where nothing is missing
 * @param statement what it asks, in our words
 */
public record Rule(
        String id,
        String role,
        Level level,
        Version since,
        Version until,
        How how,
        String section,
        String waits,
        String statement) {

    /** How it shows whether a server keeps to a rule. */
    public enum How {
        /** The server is asked, and its answer shows it. */
        WIRE("wire"),
        /** What the server sends by itself shows it. */
        OBSERVED("observed"),
        /** Both: what it sends, and that it refuses the same from others. */
        BOTH("wire, observed"),
        /** Only signs of it can be seen. */
        PARTLY("partly"),
        /** Nothing on the wire shows it. */
        NOT("not"),
        /** It is free to do so or not: written down as seen or not seen, and never a failure. */
        INFO("information");

        private final String word;

        How(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static How of(String word) {
            return Arrays.stream(values())
                    .filter(how -> how.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("'" + word + "' is no way to check a rule"));
        }
    }

    /** Whether a server that breaks it can be told from one that does not. */
    public boolean checkable() {
        return level != Level.MAY && (how == How.WIRE || how == How.OBSERVED || how == How.BOTH);
    }

    /** The part of the specification it belongs to: {@code SHARE}. */
    public String area() {
        return id.substring(4, id.lastIndexOf('-'));
    }

    public boolean holdsIn(Version version) {
        return since.compareTo(version) <= 0 && version.compareTo(until) <= 0;
    }

    /** {@code 1.5}, or {@code 1.2 - 1.4}. */
    public String versions() {
        return since == until ? since.word() : since.word() + " - " + until.word();
    }
}
