package org.meshbed.simulator.journal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Many texts to look for in one pass over another: the cost does not grow with their number. Each is found by the hash
 * of its first six characters, rolled along the searched text (Rabin and Karp); so it must have at least six. Needles
 * may be added between searches. Not for several threads.
 */
final class Needles<T> {
    static final int SHORTEST = 6;
    private static final int BASE = 31;
    private static final int BASE_TO_SHORTEST = power(SHORTEST);
    /** One bit for each of a million hashes: most places of a text are passed by without a look-up. */
    private static final int FILTER_BITS = 20;

    /** The same for fewer, in so little memory that it is always at hand: few needles are stopped by it alone. */
    private static final int COARSE_BITS = 15;

    private final long[] coarse = new long[1 << (COARSE_BITS - 6)];
    private long[] filter = new long[0];
    private final Map<Integer, int[]> lengths = new LinkedHashMap<>();
    private final Map<String, T> needles = new LinkedHashMap<>();

    /** The longest needle that begins at a place. */
    record Found<T>(T what, int length) {}

    /** Tells where needles are, from left to right, never overlapping; answers where to go on. */
    interface Sink<T> {
        int found(int at, Found<T> found);
    }

    boolean isEmpty() {
        return needles.isEmpty();
    }

    Optional<T> get(String needle) {
        return Optional.ofNullable(needles.get(needle));
    }

    /** The first meaning of a needle stays. */
    void add(String needle, T meaning) {
        if (needle.length() < SHORTEST || needles.putIfAbsent(needle, meaning) != null) return;
        var hash = hashAt(needle, 0);
        if (filter.length == 0) filter = new long[1 << (FILTER_BITS - 6)];
        filter[word(hash, FILTER_BITS)] |= bit(hash, FILTER_BITS);
        coarse[word(hash, COARSE_BITS)] |= bit(hash, COARSE_BITS);
        lengths.merge(hash, new int[] {needle.length()}, Needles::longestFirst);
    }

    void clear() {
        if (needles.isEmpty()) return;
        Arrays.fill(filter, 0);
        Arrays.fill(coarse, 0);
        lengths.clear();
        needles.clear();
    }

    void search(String text, Sink<T> sink) {
        var last = text.length() - SHORTEST;
        if (last < 0 || needles.isEmpty()) return;
        var at = 0;
        var hash = hashAt(text, 0);
        while (true) {
            var next = mayBeHere(hash) ? tell(text, at, hash, sink) : at;
            if (next > at) {
                if (next > last) return;
                at = next;
                hash = hashAt(text, at);
            } else {
                if (++at > last) return;
                hash = hash * BASE + text.charAt(at + SHORTEST - 1) - text.charAt(at - 1) * BASE_TO_SHORTEST;
            }
        }
    }

    private boolean mayBeHere(int hash) {
        return (coarse[word(hash, COARSE_BITS)] & bit(hash, COARSE_BITS)) != 0
                && (filter[word(hash, FILTER_BITS)] & bit(hash, FILTER_BITS)) != 0;
    }

    private int tell(String text, int at, int hash, Sink<T> sink) {
        var candidates = lengths.get(hash);
        if (candidates == null) return at;
        for (var length : candidates) {
            if (at + length > text.length()) continue;
            var needle = needles.get(text.substring(at, at + length));
            if (needle != null) return sink.found(at, new Found<>(needle, length));
        }
        return at;
    }

    private static int hashAt(String text, int at) {
        var hash = 0;
        for (var i = at; i < at + SHORTEST; i++) hash = hash * BASE + text.charAt(i);
        return hash;
    }

    private static int power(int exponent) {
        var product = 1;
        for (var i = 0; i < exponent; i++) product *= BASE;
        return product;
    }

    private static int word(int hash, int bits) {
        return spread(hash, bits) >>> 6;
    }

    private static long bit(int hash, int bits) {
        return 1L << (spread(hash, bits) & 63);
    }

    private static int spread(int hash, int bits) {
        return (hash * 0x9E3779B9) >>> (32 - bits);
    }

    private static int[] longestFirst(int[] some, int[] more) {
        for (var length : some) if (length == more[0]) return some;
        var all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = more[0];
        Arrays.sort(all);
        for (int i = 0, j = all.length - 1; i < j; i++, j--) {
            var kept = all[i];
            all[i] = all[j];
            all[j] = kept;
        }
        return all;
    }
}
