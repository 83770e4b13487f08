package org.meshbed.nodes.vendor.quirk;

import java.util.List;
import java.util.Optional;

/**
 * One check of a received message.
 *
 * @param name of a check of the software, or any other where {@code when} or {@code each} says when it objects
 * @param when it objects; empty for a check of the software, which may look late as well
 * @param each the single things it objects to: to all of them that are so, in this order
 * @param after whether the message has had its effect by then
 * @param needs members by their paths: it objects when one of them is not there, or null, and names them
 */
public record Check(String name, Optional<Condition> when, List<Flaw> each, boolean after) {
    public Check {
        each = List.copyOf(each);
    }

    public static Check named(String name) {
        return new Check(name, Optional.empty(), List.of(), false);
    }

    /** Whether it is a check of the vendor's own. */
    public boolean own() {
        return when.isPresent() || !each.isEmpty();
    }

    /** The single things that are wrong with this message. */
    public List<Flaw> flaws(Facts facts) {
        return each.stream().filter(flaw -> flaw.when().holds(facts)).toList();
    }
}
