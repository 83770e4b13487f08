package org.meshbed.scenarios.conform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.scenarios.conform.Session.Footing;
import org.meshbed.scenarios.state.Sealing;

/** Signed messages: right ones in all the ways there are, then everything that a server which verifies has to refuse. */
final class SealProbes {
    private static final String SHARES = "/shares";
    private static final List<Probe> RIGHT = List.of(
            new Probe(Sealing.SHA_512, "SIG-04"),
            new Probe(Sealing.RIGHTLY, "SIG-16"),
            new Probe(Sealing.BOTH_DIGESTS, "SIG-36"),
            new Probe(Sealing.BESIDE, "SIG-41"),
            new Probe(Sealing.BEFORE, "SIG-42"));
    private static final List<Probe> WRONG = List.of(
            new Probe(Sealing.BROKEN, "SIG-04 SIG-26 SEC-02"),
            new Probe(Sealing.ANOTHER_KEY, "SIG-04 SIG-26 SEC-02"),
            new Probe(Sealing.ANOTHER_SERVER, "SIG-04 SIG-26 SEC-02"),
            new Probe(Sealing.ANOTHER_PLACE, "SIG-04 SIG-26 SEC-02"),
            new Probe(Sealing.ANOTHER_METHOD, "SIG-04 SIG-26 SEC-02"),
            new Probe(Sealing.NO_DIGEST, "SIG-32 SEC-02"),
            new Probe(Sealing.METHOD_OPEN, "SIG-32 SEC-02"),
            new Probe(Sealing.PLACE_OPEN, "SIG-32 SEC-02"),
            new Probe(Sealing.DIGEST_OPEN, "SIG-32 SEC-02"),
            new Probe(Sealing.LENGTH_OPEN, "SIG-32 SEC-02"),
            new Probe(Sealing.NO_TIME, "SIG-33 SEC-02"),
            new Probe(Sealing.NO_NAME, "SIG-33 SEC-02"),
            new Probe(Sealing.EARLY, "SIG-34 SEC-02"),
            new Probe(Sealing.LONG_AGO, "SIG-35 SEC-02"),
            new Probe(Sealing.ANOTHER_DIGEST, "SIG-36 SIG-37 SEC-02"),
            new Probe(Sealing.TWO_DIGESTS, "SIG-36 SIG-37 SEC-02"),
            new Probe(Sealing.CHANGED, "SIG-36 SIG-37 SEC-02"),
            new Probe(Sealing.FOREIGN_NAME, "SIG-38 SEC-02"),
            new Probe(Sealing.UNKNOWN_NAME, "SIG-38 SEC-02"),
            new Probe(Sealing.USELESS, "SIG-39 SEC-02"),
            new Probe(Sealing.UNKNOWN_ALGORITHM, "SIG-30 SIG-40 SEC-02"),
            new Probe(Sealing.SHARED_SECRET, "SIG-30 SIG-40 SEC-02"),
            new Probe(Sealing.TWICE, "SIG-43 SEC-02"));
    /** No signatures at all for who has one form of them only. */
    private static final List<Sealing> OTHER =
            List.of(Sealing.NO_TAG, Sealing.ANOTHER_TAG, Sealing.AS_THE_STUB, Sealing.AS_1_2, Sealing.NONSENSE);

    private final Session session;
    private final Messages messages;
    private final Optional<Gestures> party;

    /** @param messages of a peer that signs */
    SealProbes(Session session, Messages messages, Optional<Gestures> party) {
        this.session = session;
        this.messages = messages;
        this.party = party;
    }

    private record Probe(Sealing how, String rules) {}

    /** On what further probes with signatures stand. */
    Footing send() {
        if (!session.verifies()) return new Footing(Outcome.UNSUPPORTED, "it does not say that it signs");
        var first = announce("SIG-04", Footing.SOUND, Sealing.RIGHTLY)
                || tags() && announce("SIG-04", Footing.SOUND, Sealing.SHA_512);
        var footing = first
                ? Footing.SOUND
                : new Footing(Outcome.BLOCKED, "a refusal proves nothing where the right signature was not taken");
        replayed(footing);
        if (tags()) for (var right : RIGHT) announce(right.rules(), footing, right.how());
        for (var wrong : WRONG) announce(wrong.rules(), footing, wrong.how());
        otherForms(footing);
        speaksForAnother(footing);
        invite(footing);
        return footing;
    }

    private boolean tags() {
        return session.version().equals("1.5");
    }

    private boolean announce(String rules, Footing footing, Sealing how) {
        var share = messages.share();
        var reply = session.probe(rules, footing, "a share signed " + how.words(), () -> sealed(share, how));
        return reply.filter(r -> r.successful()).isPresent();
    }

    private Exchange sealed(ObjectNode share, Sealing how) {
        return messages.peer().sealed(session.api(SHARES), share, how);
    }

    private void replayed(Footing footing) {
        var guard = Guard.REPLAY;
        if (footing.outcome() != Outcome.PASSED) {
            session.tally().note(guard, footing.outcome(), footing.why());
            return;
        }
        var share = messages.share();
        sealed(share, Sealing.RIGHTLY);
        session.probe(
                "SEC-02", "the same signed share again", () -> messages.peer().again());
        var name = share.path("name").asText();
        var seen = party.flatMap(p -> p.pending().value());
        if (seen.isEmpty())
            session.tally().note(guard, Outcome.UNSUPPORTED, "nobody can say how often the party sees a share");
        else {
            var times = seen.get().stream().filter(s -> s.name().equals(name)).count();
            session.tally()
                    .note(
                            guard,
                            times > 1 ? Outcome.FAILED : Outcome.PASSED,
                            "a share that was sent two times, byte by byte, is there " + times + " times");
        }
    }

    private void otherForms(Footing footing) {
        var guard = Guard.OTHER_FORM;
        if (!session.demands("must-use-http-sig")) {
            session.tally().note(guard, Outcome.UNSUPPORTED, "it does not demand must-use-http-sig");
            return;
        }
        var rules = tags() ? "SIG-45 DEF-13 SEC-02" : "SEC-02";
        for (var how : OTHER) {
            if (!tags() && !List.of(Sealing.AS_THE_STUB, Sealing.NONSENSE).contains(how)) continue;
            var taken = announce(rules, footing, how);
            session.tally()
                    .note(
                            guard,
                            taken ? Outcome.FAILED : footing.outcome(),
                            taken ? "it took a share signed " + how.words() : "shares signed in other manners");
        }
    }

    /** What a signature proves is who sent something, and nothing of others. */
    private void speaksForAnother(Footing footing) {
        var other = session.peers().like(Manner.THIRD);
        var share = messages.share().put("sender", other.address()).put("owner", other.address());
        session.probe(
                "SIG-46 DEF-24",
                footing,
                "a share signed by another server than its sender's",
                () -> sealed(share, Sealing.RIGHTLY));
        var kept = messages.share();
        sealed(kept, Sealing.RIGHTLY);
        var news = messages.untyped("SHARE_UNSHARED", kept.path("providerId").asText())
                .put("senderDomain", other.host().toString());
        session.probe(
                "NOTIF-10 SIG-46 DEF-24",
                footing,
                "news signed by another server than it speaks for",
                () -> messages.peer().sealed(session.api("/notifications"), news, Sealing.RIGHTLY));
    }

    private void invite(Footing footing) {
        var invite = party.flatMap(p -> p.invite().value());
        var acceptance = messages.acceptance(invite.map(InvitingProbes::token).orElse("no-such-token"));
        session.probe(
                "INV-16 SIG-04",
                footing,
                "an acceptance with a broken signature",
                () -> messages.peer().sealed(session.api("/invite-accepted"), acceptance, Sealing.BROKEN));
    }
}
