package org.meshbed.nodes.vendor.quirk;

import java.util.List;
import java.util.Locale;

/**
 * How redirects are followed.
 *
 * @param atMost so many, one after the other
 * @param asGet the statuses after which a POST becomes a GET without a body
 * @param asIs the statuses after which the request is repeated as it was, its header lines included
 * @param elsewhere whether another server, or another scheme, is followed too
 * @param without header lines that are not repeated
 * @param with header lines that speak of a body, and go along without one
 */
public record Follow(
        @Numbers(from = 0, to = 50, what = "a number of redirects")
        int atMost,

        List<Integer> asGet,
        List<Integer> asIs,
        boolean elsewhere,
        List<String> without,
        List<String> with) {
    public Follow {
        asGet = List.copyOf(asGet);
        asIs = List.copyOf(asIs);
        without = List.copyOf(without);
        with = List.copyOf(with);
    }

    public boolean follows(int status) {
        return asGet.contains(status) || asIs.contains(status);
    }

    /** Whether a header line goes along; what speaks of a body does not without one. */
    public boolean keeps(String name, boolean withoutBody) {
        if (withoutBody && with.stream().anyMatch(name::equalsIgnoreCase)) return true;
        if (withoutBody && name.toLowerCase(Locale.ROOT).startsWith("content-")) return false;
        return without.stream().noneMatch(name::equalsIgnoreCase);
    }
}
