package org.meshbed.nodes.vendor.quirk;

import java.util.List;
import java.util.Optional;

/** Whom it has to do with. */
public sealed interface TrustQuirk extends Quirk {
    /** Which list of servers it keeps: {@code deny}, of those it has nothing to do with; {@code allow}, of all others. */
    @QuirkName("trust.list")
    record TrustList(
            @Words(
                    value = {"deny", "allow"},
                    what = "kind of list")
            String kind)
            implements TrustQuirk {}

    /** How an entry of its list stands for a server: {@code substring}, or {@code pattern} found in its name. */
    @QuirkName("trust.list.matches")
    record TrustListMatches(
            @Words(
                    value = {"substring", "pattern"},
                    what = "match")
            String match)
            implements TrustQuirk {}

    /**
     * How the entry of its list is found by which a server is called, instead of as for those that send.
     *
     * @param by the ways, each entry tried with all of them before the next: {@code part}, what is called is part of its
     *     name; {@code pattern}, it is a pattern found in what is called
     * @param renames {@code pattern}: an entry that was found so is from then on the server that was called
     */
    @QuirkName("trust.list.finds")
    record TrustListFinds(
            @Words(
                    value = {"part", "pattern"},
                    what = "way")
            List<String> by,

            @Words("pattern") Optional<String> renames)
            implements TrustQuirk {
        public TrustListFinds {
            by = List.copyOf(by);
        }
    }

    /**
     * Whose shares are taken though their sender is no contact of the recipient where contacts alone may share:
     * {@code everybody}'s, or those of servers that are {@code listed} by the operator as patterns; the sender is a contact
     * from then on.
     */
    @QuirkName("trust.welcomes")
    record TrustWelcomes(@Words({"listed", "everybody"}) String servers) implements TrustQuirk {}

    /** Whether a share must come from a contact of its recipient: {@code must}. */
    @QuirkName("trust.invite")
    record TrustInvite(
            @Words(value = "must", what = "demand") String demand) implements TrustQuirk {}
}
