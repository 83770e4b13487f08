package org.meshbed.scenarios.conform;

import org.meshbed.nodes.party.Told;

/** What a party of the server under test does, and whether the server sent anything for it. */
final class Deeds {
    private final Session session;
    private final Gestures party;

    Deeds(Session session, Gestures party) {
        this.session = session;
        this.party = party;
    }

    Gestures party() {
        return party;
    }

    Session session() {
        return session;
    }

    Tally tally() {
        return session.tally();
    }

    Peer peer(Manner manner) {
        return session.peers().like(manner);
    }

    /**
     * What the party was told is not asked here, but what came over the wire: anything that came is a test of these
     * rules, and what is wrong with it the oracle finds.
     *
     * @param place a part of the path at the peer to which something is to be sent
     */
    boolean told(String ids, String what, Told<?> told, Peer peer, String place) {
        if (told instanceof Told.Unsupported) {
            tally().note(ids, Outcome.UNSUPPORTED, "the party cannot: " + told.words());
            return false;
        }
        var came = peer.heard(place, told instanceof Told.Refused ? Peer.AT_ONCE : Peer.PATIENCE);
        tally().note(
                        ids,
                        came ? Outcome.PASSED : Outcome.BLOCKED,
                        came ? what : what + ": nothing was sent to the peer; the party was told: " + told.words());
        return came;
    }

    /** Where nothing may be sent: whether the party was told so is no matter, that nothing came is a pass too. */
    void refused(String ids, String what, Told<?> told, Peer peer, String place) {
        if (told instanceof Told.Unsupported)
            tally().note(ids, Outcome.UNSUPPORTED, "the party cannot: " + told.words());
        else if (!peer.heard(place, Peer.AT_ONCE)) tally().note(ids, Outcome.PASSED, what + " is refused");
        else tally().note(ids, Outcome.PASSED, what);
    }
}
