package org.meshbed.nodes.vendor;

import java.util.List;
import java.util.Optional;

/**
 * Something a profile is known not to do, though the rules ask for it: nothing the product does otherwise, so no quirk.
 *
 * @param bends ids of the rules it breaks
 * @param why in a few words, so that it can be told from a mistake
 * @param only the setting and the value with which it is so; empty where it is so always
 */
public record Lack(List<String> bends, String why, Optional<Switched> only) {
    public Lack {
        bends = List.copyOf(bends);
    }

    /** A setting with one of its values. */
    public record Switched(String setting, String value) {}

    boolean holds(Profile profile) {
        return only.map(o ->
                        profile.setting(o.setting()).filter(o.value()::equals).isPresent())
                .orElse(true);
    }
}
