package org.meshbed.nodes.vendor.quirk;

import java.util.List;

/** What its people can do. */
public sealed interface PartyQuirk extends Quirk {
    /** What it does when somebody is looked for: {@code looks-up}, it asks the server that was named. */
    @QuirkName("party.finds")
    record PartyFinds(@Words("looks-up") String people) implements PartyQuirk {}

    /** What nobody can do there, by the names of the verbs: they are answered <em>unsupported</em>. */
    @QuirkName("party.cannot")
    record PartyCannot(
            @Words(from = Words.Listed.VERBS, what = "verb") List<String> verbs) implements PartyQuirk {
        public PartyCannot {
            verbs = List.copyOf(verbs);
        }
    }
}
