package org.meshbed.scenarios.conform;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.scenarios.conform.Session.Footing;
import org.meshbed.scenarios.state.KeyFlaw;

/** Peers sign rightly, and mean harm by the place or the shape of their keys. */
final class KeySnares {
    private static final List<Guard> GUARDS =
            List.of(Guard.KEYS_INSIDE, Guard.NO_KEYS, Guard.ODD_KEYS, Guard.ENDLESS_KEYS);
    private static final List<KeyFlaw> ODD = List.of(
            KeyFlaw.NO_ALGORITHM,
            KeyFlaw.NONE,
            KeyFlaw.SHARED_SECRET,
            KeyFlaw.MISFIT,
            KeyFlaw.WEAK,
            KeyFlaw.TWICE,
            KeyFlaw.HUGE);

    private final Session session;
    private final Peers peers;
    private final Messages messages;
    private final Introductions introductions;
    private final Snares snares;

    KeySnares(Session session, Messages messages, Introductions introductions) {
        this.session = session;
        this.peers = session.peers();
        this.messages = messages;
        this.introductions = introductions;
        this.snares = new Snares(session.tally());
    }

    /** @param footing whether a signature that is right is taken */
    void send(Footing footing) {
        if (session.death().isPresent()) return;
        if (footing.outcome() != Outcome.PASSED || session.version().equals("1.2")) {
            var why = footing.outcome() == Outcome.PASSED ? "it reads keys of 1.2 only" : footing.why();
            var outcome = footing.outcome() == Outcome.PASSED ? Outcome.UNSUPPORTED : footing.outcome();
            GUARDS.forEach(guard -> session.tally().note(guard, outcome, why));
            return;
        }
        inside();
        unreachable();
        for (var flaw : ODD) odd(flaw);
        endless();
        snares.look();
    }

    private void announce(Guard guard, Peer peer, String what) {
        introductions.meet(peer);
        var taken = Session.taken(
                peer.post(session.api("/shares"), messages.of(peer).share()));
        session.tally()
                .note(
                        guard,
                        taken ? Outcome.FAILED : Outcome.PASSED,
                        taken ? "it took a share signed with " + what : "shares signed with " + what);
    }

    private void inside() {
        var hidden = peers.place().hidesLoopback();
        if (hidden.isPresent()) {
            session.tally().note(Guard.KEYS_INSIDE, Outcome.NOT_TESTED, hidden.get());
            return;
        }
        for (var place : List.of("https://127.0.0.1:", "https://localhost:")) {
            var named = peers.inside();
            var peer = peers.further("keys-inside");
            peer.describes(document -> document.put("jwksUri", place + named.port() + "/keys"));
            announce(Guard.NO_KEYS, peer, "a key that is said to be at " + place + "...");
            snares.lay(Guard.KEYS_INSIDE, "keys that are said to be at " + place + "...", peer, named);
            var led = peers.inside();
            var leading = peers.further("leads-to-keys");
            Lure.redirects(leading, Lure::isForKeys, 302, place + led.port() + "/keys");
            announce(Guard.NO_KEYS, leading, "a key behind a redirect to " + place + "...");
            snares.lay(Guard.KEYS_INSIDE, "keys behind a redirect to " + place + "...", leading, led);
        }
    }

    private void unreachable() {
        var peer = peers.further("shows-no-keys");
        Lure.answers(peer, Lure::isForKeys, WireReply.text(404, "not here"));
        announce(Guard.NO_KEYS, peer, "a key that cannot be fetched");
    }

    private void odd(KeyFlaw flaw) {
        var peer = peers.further("shows-odd-keys");
        Lure.answers(
                peer, Lure::isForKeys, WireReply.json(200, flaw.in(peer.key().jwk())));
        announce(Guard.ODD_KEYS, peer, flaw.words());
    }

    private void endless() {
        var sent = new AtomicLong();
        var peer = peers.further("shows-keys-on-and-on");
        Lure.answers(peer, Lure::isForKeys, Lure.endless(200, "application/json", "{\"keys\":[{\"kid\":\"", sent));
        announce(Guard.NO_KEYS, peer, "a key in a list without end");
        snares.lay(
                Guard.ENDLESS_KEYS,
                "a list of keys without end",
                peer,
                _ -> sent.get() >= Lure.ENDLESS,
                "all of its " + (Lure.ENDLESS >> 20) + " megabytes were read");
    }
}
