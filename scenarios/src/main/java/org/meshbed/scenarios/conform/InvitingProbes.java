package org.meshbed.scenarios.conform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.scenarios.conform.Session.Footing;

/** What the server under test sends when a party of it invites and is invited. */
final class InvitingProbes {
    private static final String ACCEPTING = "INV-04 INV-05 INV-06 INV-07 INV-08 INV-09 INV-11 INV-12 INV-13 INV-14";
    private static final String ANSWERING = "INV-23 INV-24 INV-25 INV-26";
    private static final String INVITES = "/invite-accepted";

    private final Deeds deeds;
    private final Session session;
    private final Messages messages;

    InvitingProbes(Deeds deeds, Messages messages) {
        this.deeds = deeds;
        this.session = deeds.session();
        this.messages = messages;
    }

    void send() {
        accept(ACCEPTING, Manner.USUAL);
        if (DocumentProbes.lists(session.document(), "capabilities", "http-sig")) accept("INV-15", Manner.SIGNING);
        else deeds.tally().note("INV-15", Outcome.UNSUPPORTED, "it does not say that it signs");
        var invite = deeds.party().invite();
        if (invite.value().isPresent()) invited(token(invite.value().get()));
        else deeds.tally().note(ANSWERING, Outcome.UNSUPPORTED, "the party cannot: " + invite.words());
    }

    private void accept(String ids, Manner manner) {
        var peer = deeds.peer(manner);
        var told = deeds.party().acceptInvite(encoded("token-of-the-" + manner.word() + "@" + peer.host()));
        deeds.told(ids, "accepting an invite", told, peer, "invite-accepted");
    }

    private void invited(String token) {
        wrong("recipientProvider", "INV-08");
        wrong("userID", "INV-11");
        var reply = session.post("DEF-04", Footing.SOUND, "a right acceptance", INVITES, messages.acceptance(token));
        var taken = reply.filter(WireReply::successful).isPresent();
        deeds.tally()
                .note(
                        ANSWERING,
                        taken ? Outcome.PASSED : Outcome.BLOCKED,
                        taken ? "a right acceptance" : "the right acceptance was not answered 200");
        session.post("DEF-04", Footing.SOUND, "the same acceptance again", INVITES, messages.acceptance(token));
    }

    /** To an invite of its own: a server that takes what is wrong has used it up. */
    private void wrong(String member, String id) {
        Optional<String> invite = deeds.party().invite().value();
        if (invite.isEmpty()) return;
        var acceptance = messages.acceptance(token(invite.get()));
        acceptance.remove(member);
        session.post(id + " DEF-04", Footing.SOUND, "an acceptance without " + member, INVITES, acceptance);
    }

    /** Invite strings are base64url of {@code token@host}; some products show the plain form. */
    static String token(String invite) {
        var text = invite.contains("@") ? invite : decoded(invite);
        var at = text.lastIndexOf('@');
        return at < 0 ? text : text.substring(0, at);
    }

    private static String encoded(String invite) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(invite.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String invite) {
        try {
            var standard = invite.replace('+', '-').replace('/', '_');
            return new String(Base64.getUrlDecoder().decode(standard), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return invite;
        }
    }
}
