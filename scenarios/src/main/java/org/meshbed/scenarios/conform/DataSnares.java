package org.meshbed.scenarios.conform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.scenarios.state.Bomb;

/** Peers share with the party, and mean harm by what they share. */
final class DataSnares {
    private final Deeds deeds;
    private final Gifts gifts;
    private final Peers peers;
    private final Snares snares;

    DataSnares(Deeds deeds, Gifts gifts) {
        this.deeds = deeds;
        this.gifts = gifts;
        this.peers = deeds.session().peers();
        this.snares = new Snares(deeds.tally());
    }

    void send() {
        if (deeds.session().death().isPresent()) return;
        places();
        redirects();
        lists();
        secondFactor();
        snares.look();
    }

    private Optional<String> give(Peer peer, ObjectNode share, Guard guard) {
        var id = gifts.give(peer, share);
        if (id.isEmpty()) deeds.tally().note(guard, Outcome.BLOCKED, "it took no such share, or nobody saw it");
        return id;
    }

    /** A share that is refused at once leads nowhere. */
    private void places() {
        var loopback = peers.place().hidesLoopback();
        loopback.ifPresent(why -> deeds.tally().note(Guard.FILES_INSIDE, Outcome.NOT_TESTED, why));
        if (loopback.isEmpty()) place(Guard.FILES_INSIDE, "lies-inside", peers.inside(), "https://127.0.0.1:");
        var plain = peers.place().speaksPlain();
        plain.ifPresent(why -> deeds.tally().note(Guard.FILES_PLAIN, Outcome.NOT_TESTED, why));
        if (plain.isPresent()) return;
        var wire = peers.plain();
        place(Guard.FILES_PLAIN, "lies-open", wire, "http://" + peers.place().hostOf("lies-open") + ":");
    }

    private void place(Guard guard, String word, Tripwire wire, String origin) {
        var peer = peers.further(word);
        var share = gifts.of(peer).share();
        Messages.webdav(share).put("uri", origin + wire.port() + "/secret");
        var id = gifts.give(peer, share);
        id.ifPresent(i -> deeds.party().read(i, ""));
        var hit = wire.hit(Peer.AT_ONCE);
        deeds.tally()
                .note(
                        guard,
                        hit ? Outcome.FAILED : Outcome.PASSED,
                        "a file that is said to be at " + origin + "..."
                                + (id.isEmpty() ? ", which was not taken" : hit ? ": it was fetched there" : ""));
    }

    private void redirects() {
        var other = peers.further("is-shown");
        var peer = peers.further("moves-its-files");
        peer.answers(request -> Lure.isForFiles(request)
                ? Optional.of(WireReply.of(307, Headers.of("Location", other.origin() + request.path()), Body.NONE))
                : Optional.empty());
        give(peer, gifts.of(peer).share(), Guard.REDIRECT_CREDENTIALS).ifPresent(id -> {
            deeds.party().read(id, "");
            snares.lay(
                    Guard.REDIRECT_CREDENTIALS,
                    "a file that its server says is at another",
                    peer,
                    within -> other.heard("/", within)
                            && other.requests().stream().anyMatch(DataSnares::authorized),
                    "it was asked for there, with the secret");
        });
    }

    private static boolean authorized(WireRequest request) {
        return request.headers().first("Authorization").isPresent();
    }

    private void lists() {
        var elsewhere = peers.further("is-called-by-xml");
        for (var bomb : List.of(Bomb.ENTITIES, Bomb.FILE, Bomb.CALL, Bomb.TYPE)) bomb(bomb, elsewhere);
        var sent = new AtomicLong();
        var endless = peers.further("lists-on");
        Lure.answers(
                endless,
                DataSnares::isListing,
                Lure.endless(207, "application/xml", "<d:multistatus xmlns:d=\"DAV:\"><d:x>", sent));
        give(endless, gifts.of(endless).folder(), Guard.ENDLESS_LISTING).ifPresent(id -> {
            if (unable(deeds.party().list(id), Guard.ENDLESS_LISTING)) return;
            snares.lay(
                    Guard.ENDLESS_LISTING,
                    "a list of files without end",
                    endless,
                    _ -> sent.get() >= Lure.ENDLESS,
                    "all of its " + (Lure.ENDLESS >> 20) + " megabytes were read");
        });
    }

    private static boolean isListing(WireRequest request) {
        return request.method().equals("PROPFIND");
    }

    private void bomb(Bomb bomb, Peer elsewhere) {
        var peer = peers.further("lists-oddly");
        peer.answers(request -> isListing(request)
                ? Optional.of(WireReply.of(
                        207,
                        Headers.of("Content-Type", "application/xml; charset=utf-8"),
                        Body.of(bomb.in(PeerSite.listing(request.path()), elsewhere.origin() + "/bomb"))))
                : Optional.empty());
        give(peer, gifts.of(peer).folder(), Guard.DOCUMENT_TYPE).ifPresent(id -> {
            var told = deeds.party().list(id);
            if (unable(told, Guard.DOCUMENT_TYPE)) return;
            var called = elsewhere.heard("/bomb", Peer.AT_ONCE.dividedBy(4));
            snares.lay(
                    Guard.DOCUMENT_TYPE,
                    "a list of files with " + bomb.words(),
                    peer,
                    _ -> called || told instanceof Told.Done,
                    called ? "it was fetched" : "it was taken");
        });
    }

    private boolean unable(Told<?> told, Guard guard) {
        var unable = told instanceof Told.Unsupported;
        if (unable) deeds.tally().note(guard, Outcome.UNSUPPORTED, "the party cannot: " + told.words());
        return unable;
    }

    /** Nobody here has passed a second factor. */
    private void secondFactor() {
        var guard = Guard.SECOND_FACTOR;
        var peer = peers.further("asks-for-a-factor");
        var share = gifts.of(peer).share();
        Messages.webdav(share).withArray("requirements").add("must-use-mfa");
        var id = gifts.give(peer, share);
        if (id.isEmpty()) {
            deeds.tally().note(guard, Outcome.PASSED, "a share that asks for a second factor, which was not taken");
            return;
        }
        if (!deeds.session().can("enforce-mfa")) {
            deeds.tally()
                    .note(
                            guard,
                            Outcome.FAILED,
                            "it took a share that asks for a second factor, and cannot do it"
                                    + " by its document (enforce-mfa)");
            return;
        }
        deeds.party().read(id.get(), "");
        snares.lay(
                guard,
                "a share that asks for a second factor",
                peer,
                within -> peer.requests().stream().anyMatch(Lure::isForFiles),
                "it was opened to somebody who had passed none");
    }
}
