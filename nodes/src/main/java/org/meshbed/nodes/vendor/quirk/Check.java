package org.meshbed.nodes.vendor.quirk;

import java.util.List;
import java.util.Optional;

/**
 * One check of a received message.
 *
 * @param name of a check of the software, or any other where {@code when} or {@code needs} says when it objects
 * @param when it objects; empty for a check of the software, which may look late as well
 * @param after whether the message has had its effect by then
 * @param needs members by their paths: it objects when one of them is not there, or null, and names them
 */
public record Check(String name, Optional<Condition> when, boolean after, List<String> needs) {
    public Check {
        needs = List.copyOf(needs);
    }

    public static Check named(String name) {
        return new Check(name, Optional.empty(), false, List.of());
    }
}
