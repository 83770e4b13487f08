package org.meshbed.nodes.invite;

import java.time.Instant;
import org.meshbed.nodes.party.Invite;

/** An invite as its server keeps it, under its token. */
record StoredInvite(String id, String token, String user, String expires, Invite.State state, String acceptedBy) {
    Invite.State stateAt(Instant now) {
        return state == Invite.State.OPEN && !now.isBefore(Instant.parse(expires)) ? Invite.State.EXPIRED : state;
    }

    StoredInvite acceptedBy(String who) {
        return new StoredInvite(id, token, user, expires, Invite.State.ACCEPTED, who);
    }

    StoredInvite withdrawn() {
        return new StoredInvite(id, token, user, expires, Invite.State.WITHDRAWN, acceptedBy);
    }
}
