package org.meshbed.nodes.vendor.quirk;

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

    /** Whether a share must come from a contact of its recipient: {@code must}. */
    @QuirkName("trust.invite")
    record TrustInvite(
            @Words(value = "must", what = "demand") String demand) implements TrustQuirk {}
}
