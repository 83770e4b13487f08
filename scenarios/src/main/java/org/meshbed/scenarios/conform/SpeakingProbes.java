package org.meshbed.scenarios.conform;

import java.util.List;
import java.util.Optional;
import org.meshbed.scenarios.conform.Session.Footing;

/** Messages in the name of the server under test itself, and places that are none: nobody may take these. */
final class SpeakingProbes {
    private static final String SHARES = "/shares";
    private static final List<String> PLACES = List.of(
            "../../admin",
            "a/../../../b",
            "%2e%2e/admin",
            "a%2f..%2fb",
            "..\\admin",
            "//vault/x",
            "file:///etc/passwd",
            "https://mallory@omega/x");

    private final Session session;
    private final Messages messages;
    private final Optional<Gestures> party;

    SpeakingProbes(Session session, Messages messages, Optional<Gestures> party) {
        this.session = session;
        this.messages = messages;
        this.party = party;
    }

    /** @param footing whether a right share is taken */
    void send(Footing footing) {
        for (var place : PLACES) {
            var share = messages.share();
            Messages.webdav(share).put("uri", place);
            refused(Guard.PLACE, footing, "a share at " + place, SHARES, share);
        }
        var own = messages.share().put("sender", messages.recipient()).put("owner", messages.recipient());
        refused(Guard.OWN_NAME, footing, "a share in the recipient's own name", SHARES, own);
        party.flatMap(p -> p.invite().value()).ifPresent(invite -> {
            var acceptance = messages.acceptance(InvitingProbes.token(invite))
                    .put("recipientProvider", session.origin().host().toString());
            refused(
                    Guard.OWN_NAME,
                    Footing.SOUND,
                    "an invite accepted in the name of the inviter's server",
                    "/invite-accepted",
                    acceptance);
        });
    }

    private void refused(
            Guard guard,
            Footing footing,
            String what,
            String path,
            com.fasterxml.jackson.databind.node.ObjectNode message) {
        var reply = session.post("DEF-14", Footing.SOUND, what, path, message);
        if (reply.isEmpty()) session.tally().note(guard, Outcome.BLOCKED, what + " was not answered");
        else if (reply.get().successful()) session.tally().note(guard, Outcome.FAILED, "it took " + what);
        else session.tally().note(guard, footing.outcome(), footing.outcome() == Outcome.PASSED ? what : footing.why());
    }
}
