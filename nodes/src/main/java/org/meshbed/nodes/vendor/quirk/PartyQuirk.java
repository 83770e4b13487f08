package org.meshbed.nodes.vendor.quirk;

import java.util.List;

/** What its people can do. */
public sealed interface PartyQuirk extends Quirk {
    /** What nobody can do there, by the names of the verbs: they are answered <em>unsupported</em>. */
    @QuirkName("party.cannot")
    record PartyCannot(
            @Words(from = Words.Listed.VERBS, what = "verb") List<String> verbs) implements PartyQuirk {
        public PartyCannot {
            verbs = List.copyOf(verbs);
        }
    }
}
