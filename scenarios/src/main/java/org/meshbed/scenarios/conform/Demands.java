package org.meshbed.scenarios.conform;

/** Whether a server that refuses a right share demands something that its document does not say. */
final class Demands {
    private final Session session;
    private final Messages messages;
    private final Introductions introductions;

    Demands(Session session, Messages messages, Introductions introductions) {
        this.session = session;
        this.messages = messages;
        this.introductions = introductions;
    }

    /** @param taken whether the right share was */
    void send(boolean taken) {
        if (session.death().isPresent()) return;
        if (taken) note(Outcome.PASSED, "a share that does all that the document asks for");
        else if (!session.demands("must-exchange-token") && takesExchanged())
            note(Outcome.FAILED, "it takes shares only that demand token exchange; must-exchange-token is not said");
        else if (!session.demands("must-invite") && takesContacts())
            note(Outcome.FAILED, "it takes shares from contacts only; must-invite is not said");
        else note(Outcome.BLOCKED, "the right share was not taken, and nobody knows why");
    }

    private void note(Outcome outcome, String why) {
        session.tally().note(Guard.DEMANDS, outcome, why);
    }

    private boolean takesExchanged() {
        var peer = session.peers().like(Manner.TOKENS);
        return Session.taken(peer.post(session.api("/shares"), messages.of(peer).exchanged()));
    }

    private boolean takesContacts() {
        var peer = session.peers().further("is-met");
        return introductions.invite(peer)
                && Session.taken(
                        peer.post(session.api("/shares"), messages.of(peer).share()));
    }
}
