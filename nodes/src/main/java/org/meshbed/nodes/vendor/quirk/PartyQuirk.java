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

    /**
     * How it finds the server in an address or an invite that somebody typed: {@code first-at}: all behind the first at
     * sign, less a scheme and a slash behind it; other forms of invites are none.
     */
    @QuirkName("party.addresses")
    record PartyAddresses(
            @Words(value = "first-at", what = "reading") String read) implements PartyQuirk {}
}
