package org.meshbed.scenarios.conform;

import java.util.List;
import org.meshbed.scenarios.conform.Session.Footing;

/** Acceptances of invites that were never made. */
final class InviteProbes {
    private static final String INVITES = "/invite-accepted";

    private final Session session;
    private final Messages messages;

    InviteProbes(Session session, Messages messages) {
        this.session = session;
        this.messages = messages;
    }

    void send() {
        if (!DocumentProbes.lists(session.document(), "capabilities", "invites")) {
            session.tally().note("DEF-04", Outcome.UNSUPPORTED, "it does not advertise invites");
            return;
        }
        var unknown = messages.acceptance("no-such-token");
        session.post("DEF-04", Footing.SOUND, "an acceptance of an unknown invite", INVITES, unknown);
        for (var member : List.of("recipientProvider", "token", "userID")) {
            var acceptance = messages.acceptance("no-such-token");
            acceptance.remove(member);
            session.post("DEF-04", Footing.SOUND, "an acceptance without " + member, INVITES, acceptance);
        }
    }
}
