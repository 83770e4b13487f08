package org.meshbed.nodes.vendor.quirk;

import java.util.Optional;

/**
 * One check of a received message.
 *
 * @param name of a check of the software, or any other where {@code when} says when it objects
 * @param when it objects; empty for a check of the software, which may look late as well
 * @param after whether the message has had its effect by then
 */
public record Check(String name, Optional<Condition> when, boolean after) {
    public static Check named(String name) {
        return new Check(name, Optional.empty(), false);
    }
}
