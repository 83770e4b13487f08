package org.meshbed.scenarios.conform;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;

/** The party shares a file with people at servers that lead those astray who look them up. */
final class LookupSnares {
    private static final List<String> READ = List.of("read");
    private static final String FILE = SharingProbes.FILE;
    /** More than any client follows that counts. */
    private static final int MOST_HOPS = 30;

    private static final int TOO_LONG = 40;

    private final Deeds deeds;
    private final Session session;
    private final Peers peers;
    private final Snares snares;
    private final boolean slow;

    LookupSnares(Deeds deeds, boolean slow) {
        this.slow = slow;
        this.deeds = deeds;
        this.session = deeds.session();
        this.peers = session.peers();
        this.snares = new Snares(deeds.tally());
    }

    void send() {
        if (session.death().isPresent()) return;
        redirects();
        messages();
        loops();
        answers();
        named();
        snares.look();
        if (slow) slowly();
    }

    /** Whether the party shared it is no matter. */
    private void shareWith(Peer peer) {
        deeds.party().share(FILE, peer.address(), READ);
    }

    private boolean onThisMachine(Guard... guards) {
        var why = peers.place().hidesLoopback();
        for (var guard : guards) why.ifPresent(w -> deeds.tally().note(guard, Outcome.NOT_TESTED, w));
        return why.isEmpty();
    }

    private void redirects() {
        if (onThisMachine(Guard.REDIRECT_INSIDE)) {
            var guard = Guard.REDIRECT_INSIDE;
            for (var place : List.of("https://127.0.0.1:", "https://localhost:", "//localhost:", "http://127.0.0.1:")) {
                var wire = peers.inside();
                var peer = peers.further("leads-inside");
                Lure.redirects(peer, Lure::isLookup, 302, place + wire.port() + Session.WELL_KNOWN);
                shareWith(peer);
                snares.lay(guard, "a document that is said to be at " + place + "...", peer, wire);
            }
        }
        if (!encrypted(Guard.REDIRECT_PLAIN)) return;
        var wire = peers.plain();
        var peer = peers.further("gives-up-tls");
        Lure.redirects(peer, Lure::isLookup, 307, plain(peer, wire) + Session.WELL_KNOWN);
        shareWith(peer);
        snares.lay(Guard.REDIRECT_PLAIN, "a document that is said to be at http://...", peer, wire);
    }

    private boolean encrypted(Guard guard) {
        var why = peers.place().speaksPlain();
        why.ifPresent(w -> deeds.tally().note(guard, Outcome.NOT_TESTED, w));
        return why.isEmpty();
    }

    private static String plain(Peer peer, Tripwire wire) {
        return "http://" + peer.host().name() + ":" + wire.port();
    }

    private void messages() {
        if (onThisMachine(Guard.MESSAGES_INSIDE))
            for (var place : List.of("https://127.0.0.1:", "https://localhost:")) {
                var wire = peers.inside();
                var peer = peers.further("messages-inside");
                peer.describes(document -> document.put("endPoint", place + wire.port() + "/ocm"));
                shareWith(peer);
                snares.lay(Guard.MESSAGES_INSIDE, "messages that are wanted at " + place + "...", peer, wire);
            }
        if (encrypted(Guard.MESSAGES_PLAIN)) {
            var wire = peers.plain();
            var peer = peers.further("messages-plain");
            peer.describes(document -> document.put("endPoint", plain(peer, wire) + "/ocm"));
            shareWith(peer);
            snares.lay(Guard.MESSAGES_PLAIN, "messages that are wanted at http://...", peer, wire);
        }
        var other = peers.further("overhears");
        var peer = peers.further("hands-on");
        Lure.redirects(peer, request -> request.path().endsWith("/shares"), 307, other.origin() + "/overheard/shares");
        shareWith(peer);
        snares.lay(
                Guard.REDIRECT_SECRET,
                "a share that its recipient's server sends on to another",
                peer,
                within -> other.heard("/overheard", within),
                "it was sent there, secret and all");
    }

    private void loops() {
        var peer = peers.further("runs-in-circles");
        peer.answers(request -> Lure.isLookup(request)
                ? Optional.of(
                        peer.requests().size() > 2 * MOST_HOPS
                                ? WireReply.text(404, "enough")
                                : WireReply.of(301, Headers.of("Location", peer.origin() + request.path()), Body.NONE))
                : Optional.empty());
        shareWith(peer);
        snares.lay(
                Guard.REDIRECT_LOOP,
                "a document that is said to be where it was looked for",
                peer,
                _ -> peer.requests().size() > MOST_HOPS,
                "it was asked for more than " + MOST_HOPS + " times");
    }

    private void answers() {
        var sent = new AtomicLong();
        var endless = peers.further("never-ends");
        Lure.answers(endless, Lure::isLookup, Lure.endless(200, "application/json", "{\"provider\":\"", sent));
        shareWith(endless);
        snares.lay(
                Guard.ENDLESS_DOCUMENT,
                "a document without end",
                endless,
                _ -> sent.get() >= Lure.ENDLESS,
                "all of its " + (Lure.ENDLESS >> 20) + " megabytes were read");
        var padded = peers.further("talks-much");
        Lure.answers(padded, Lure::isLookup, Lure.padded(padded));
        shareWith(padded);
        snares.lay(
                Guard.HEADERS,
                "a document behind 200 kilobytes of header lines",
                padded,
                within -> padded.heard("/shares", within),
                "it was taken");
        var packed = peers.further("packs");
        Lure.answers(packed, Lure::isLookup, Lure.compressed(packed));
        shareWith(packed);
        var asked = packed.requests().stream()
                .anyMatch(request -> request.headers().first("Accept-Encoding").isPresent());
        if (asked) deeds.tally().note(Guard.COMPRESSED, Outcome.UNSUPPORTED, "it asks for compressed documents");
        else
            snares.lay(
                    Guard.COMPRESSED,
                    "a compressed document",
                    packed,
                    within -> packed.heard("/shares", within),
                    "it was unpacked, and nobody had said that it could be");
    }

    /** Longer than anybody should wait for a few lines. */
    private void slowly() {
        var peer = peers.further("takes-its-time");
        try (var drip = new Drip(TOO_LONG)) {
            Lure.answers(
                    peer,
                    Lure::isLookup,
                    new WireReply(
                            200,
                            Headers.of("Content-Type", "application/json"),
                            new Body.Stream(drip),
                            Framing.CHUNKED));
            shareWith(peer);
            deeds.tally()
                    .note(
                            Guard.SLOW_DOCUMENT,
                            drip.wasWaitedFor()
                                    ? Outcome.FAILED
                                    : peer.requests().isEmpty() ? Outcome.BLOCKED : Outcome.PASSED,
                            "a document that comes one byte a second, for " + TOO_LONG + " seconds");
        }
    }

    /** A name that leads where the server is not to go: whoever tests makes it known to the server. */
    private void named() {
        var name = peers.place().inside();
        if (name.isEmpty()) return;
        var peer = peers.further("inside", name.get());
        shareWith(peer);
        deeds.tally()
                .note(
                        Guard.NAME_INSIDE,
                        peer.heard("/", Peer.AT_ONCE) ? Outcome.FAILED : Outcome.PASSED,
                        "a server called " + name.get() + " that is at "
                                + peers.place().bind().getHostAddress());
    }
}
