package org.meshbed.scenarios.conform;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** Secrets and tokens where they do not belong: at another share, with another server, after the end. */
final class TokenSnares {
    private static final String ONE = "meshbed-one.txt";
    private static final String OTHER = "meshbed-other.txt";

    private final Deeds deeds;
    private final Session session;
    private final SharingProbes sharing;
    private final Gifts gifts;

    TokenSnares(Deeds deeds, SharingProbes sharing, Gifts gifts) {
        this.deeds = deeds;
        this.session = deeds.session();
        this.sharing = sharing;
        this.gifts = gifts;
    }

    void send() {
        if (session.death().isPresent()) return;
        deeds.party().write(ONE, "one");
        deeds.party().write(OTHER, "other");
        secrets();
        if (!session.can("exchange-token")) {
            for (var guard : List.of(
                    Guard.TOKEN_SCOPE,
                    Guard.TOKEN_THIEF,
                    Guard.SECRET_FALLBACK,
                    Guard.TOKEN_UNUSED,
                    Guard.TOKENS_INSIDE))
                deeds.tally().note(guard, Outcome.UNSUPPORTED, "it does not advertise exchange-token");
            return;
        }
        tokens();
        asking();
    }

    /** A share of the party's with a peer, as the peer got it. */
    private record Got(String id, String secret, Endpoint at) {}

    private Optional<Got> share(String file, Peer peer) {
        var before = peer.shares().size();
        var told = deeds.party().share(file, peer.address(), List.of("read"));
        if (told.value().isEmpty() || peer.shares().size() <= before) return Optional.empty();
        var share = peer.shares().getLast();
        return sharing.place(share).map(at -> new Got(told.value().get(), SharingProbes.secret(share), at));
    }

    private static boolean opens(Peer peer, Got got, String bearer) {
        return Session.taken(peer.get(got.at(), Headers.of("Authorization", "Bearer " + bearer)));
    }

    private void judge(Guard guard, boolean failed, String what) {
        deeds.tally().note(guard, failed ? Outcome.FAILED : Outcome.PASSED, what);
    }

    private void secrets() {
        var peer = deeds.peer(Manner.PLAIN);
        var one = share(ONE, peer);
        var other = share(OTHER, peer);
        if (one.isEmpty()
                || other.isEmpty()
                || !opens(peer, one.get(), one.get().secret())) {
            deeds.tally().note(Guard.SECRET_SCOPE, Outcome.UNSUPPORTED, "it shares nothing that a secret opens");
            return;
        }
        judge(
                Guard.SECRET_SCOPE,
                opens(peer, other.get(), one.get().secret()),
                "the secret of one share, shown for another");
        judge(Guard.SECRET_SCOPE, opens(peer, one.get(), "no-secret-of-yours"), "a secret that nobody has given");
    }

    private void tokens() {
        var peer = deeds.peer(Manner.TOKENS);
        var probes = new TokenProbes(session, peer);
        var one = share(ONE, peer);
        var other = share(OTHER, peer);
        var token = one.flatMap(got -> probes.token(got.secret()));
        if (one.isEmpty() || other.isEmpty() || token.isEmpty() || !opens(peer, one.get(), token.get())) {
            for (var guard : List.of(Guard.TOKEN_SCOPE, Guard.TOKEN_THIEF))
                deeds.tally().note(guard, Outcome.BLOCKED, "no token was given, or it opens nothing");
            return;
        }
        judge(Guard.TOKEN_SCOPE, opens(peer, other.get(), token.get()), "a token for one share, shown for another");
        var thief = new TokenProbes(session, deeds.peer(Manner.THIRD));
        judge(
                Guard.TOKEN_THIEF,
                thief.token(other.get().secret()).isPresent(),
                "a secret that another server than its own exchanges");
        deeds.party().unshare(one.get().id());
        judge(Guard.TOKEN_SCOPE, opens(peer, one.get(), token.get()), "a token for a share that has ended");
        judge(
                Guard.TOKEN_SCOPE,
                probes.token(one.get().secret()).isPresent(),
                "a token for the secret of a share that has ended");
    }

    /** The server under test as the one that asks. */
    private void asking() {
        var broken = session.peers().further("gives-no-token");
        broken.describes(PeerDocument::exchanges);
        Lure.answers(broken, TokenSnares::isForToken, error());
        used(Guard.SECRET_FALLBACK, broken, 1, "a share that demands a token, which is not given");
        fallsBack(broken);
        var right = session.peers().further("gives-tokens");
        right.describes(PeerDocument::exchanges);
        used(Guard.TOKEN_UNUSED, right, 2, "a share that demands a token, opened two times");
        inside();
    }

    /** Where no token is demanded, the secret opens the file all the same. */
    private void fallsBack(Peer peer) {
        var rules = "ACC-09 TOKEN-11 TOKEN-15";
        gifts.give(peer, gifts.of(peer).share())
                .ifPresentOrElse(
                        id -> {
                            peer.heard(PeerSite.DATA, Duration.ZERO);
                            var told = deeds.party().read(id, "");
                            deeds.told(rules, "a share that can do without the token", told, peer, PeerSite.DATA);
                        },
                        () -> deeds.tally().note(rules, Outcome.UNSUPPORTED, "it took no share of who gives no token"));
    }

    private static boolean isForToken(WireRequest request) {
        return request.path().endsWith("/token");
    }

    private static WireReply error() {
        return WireReply.json(400, Json.bytes(Json.object().put("error", "invalid_grant")));
    }

    private void used(Guard guard, Peer peer, int times, String what) {
        var share = gifts.of(peer).exchanged();
        var secret = Messages.webdav(share).path("sharedSecret").asText();
        var id = gifts.give(peer, share);
        if (id.isEmpty()) {
            deeds.tally().note(guard, Outcome.BLOCKED, "it took no such share, or nobody saw it");
            return;
        }
        for (var i = 0; i < times; i++) deeds.party().read(id.get(), "");
        var shown = peer.requests().stream()
                .filter(Lure::isForFiles)
                .anyMatch(request -> request.headers()
                        .first("Authorization")
                        .filter(text -> text.contains(secret))
                        .isPresent());
        judge(guard, shown, what);
    }

    private void inside() {
        var hidden = session.peers().place().hidesLoopback();
        if (hidden.isPresent()) {
            deeds.tally().note(Guard.TOKENS_INSIDE, Outcome.NOT_TESTED, hidden.get());
            return;
        }
        var wire = session.peers().inside();
        var peer = session.peers().further("tokens-inside");
        peer.describes(PeerDocument::exchanges);
        peer.describes(document -> document.put("tokenEndPoint", "https://127.0.0.1:" + wire.port() + "/token"));
        var id = gifts.give(peer, gifts.of(peer).exchanged());
        id.ifPresent(i -> deeds.party().read(i, ""));
        judge(
                Guard.TOKENS_INSIDE,
                wire.hit(Peer.AT_ONCE),
                "tokens that are said to be given at https://127.0.0.1:..." + (id.isEmpty() ? " (not taken)" : ""));
    }
}
