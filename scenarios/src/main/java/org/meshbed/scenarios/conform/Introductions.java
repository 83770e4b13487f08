package org.meshbed.scenarios.conform;

import java.util.Optional;

/** Makes peers contacts of the party, for servers that take shares from contacts only. */
final class Introductions {
    private final Session session;
    private final Messages messages;
    private final Optional<Gestures> party;

    Introductions(Session session, Messages messages, Optional<Gestures> party) {
        this.session = session;
        this.messages = messages;
        this.party = party;
    }

    /** Does nothing where nobody has to be met. */
    void meet(Peer peer) {
        if (session.demands("must-invite")) invite(peer);
    }

    /** Whether the peer is a contact of the party now. */
    boolean invite(Peer peer) {
        var invite = party.flatMap(p -> p.invite().value());
        if (invite.isEmpty()) return false;
        var acceptance = messages.of(peer).acceptance(InvitingProbes.token(invite.get()));
        return Session.taken(peer.post(session.api("/invite-accepted"), acceptance));
    }
}
