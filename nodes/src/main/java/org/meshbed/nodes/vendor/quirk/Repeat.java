package org.meshbed.nodes.vendor.quirk;

import java.util.List;

/**
 * A request that is sent again at once.
 *
 * @param times in all
 * @param after so many hundreds of statuses: {@code 4} for all from 400 to 499; always where it is empty
 */
public record Repeat(
        @Numbers(from = 2, to = 10, what = "a number of times")
        int times,

        List<Integer> after) {
    public Repeat {
        after = List.copyOf(after);
    }
}
