package org.meshbed.nodes.vendor.quirk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What its people can do. */
public sealed interface PartyQuirk extends Quirk {
    /** What it does when somebody is looked for: {@code looks-up}, it asks the server that was named. */
    @QuirkName("party.finds")
    record PartyFinds(@Words("looks-up") String people) implements PartyQuirk {}

    /**
     * How people at other servers are named here.
     *
     * @param ids of contacts: {@code as-sent}, all of what an acceptance says, though it look like a whole address;
     *     {@code bare}, that less the server they are at, as often as it stands behind it, with a scheme or without
     * @param recipients of shares: {@code contacts} alone, found by the first part of their address, or by the address
     *     inside of that
     * @param remembers how long somebody who was removed can still be shared with
     */
    @QuirkName("party.contacts")
    record PartyContacts(
            @Words({"as-sent", "bare"}) Optional<String> ids,
            @Words("contacts") Optional<String> recipients,
            Optional<Duration> remembered)
            implements PartyQuirk {}

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
