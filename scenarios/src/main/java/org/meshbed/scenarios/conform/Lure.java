package org.meshbed.scenarios.conform;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.scenarios.state.Hostile;

/** What peers answer that mean harm. */
final class Lure {
    /** More than anybody needs who reads a message. */
    static final long ENDLESS = 48L << 20;

    private static final int PADDING_LINES = 20;
    private static final Headers JSON = Headers.of("Content-Type", "application/json");

    private Lure() {}

    static boolean isLookup(WireRequest request) {
        return request.path().equals("/.well-known/ocm") || request.path().startsWith("/ocm-provider");
    }

    static boolean isForFiles(WireRequest request) {
        return request.path().startsWith(PeerSite.DATA + "/");
    }

    static boolean isForKeys(WireRequest request) {
        return request.path().endsWith("/keys") || request.path().equals("/.well-known/jwks.json");
    }

    static void redirects(Peer peer, Predicate<WireRequest> which, int status, String to) {
        answers(peer, which, WireReply.of(status, Headers.of("Location", to), Body.NONE));
    }

    static void answers(Peer peer, Predicate<WireRequest> which, WireAnswer answer) {
        peer.answers(request -> which.test(request) ? Optional.of(answer) : Optional.empty());
    }

    /** So much of it comes, counted in {@code sent}. */
    static WireReply endless(int status, String type, String start, AtomicLong sent) {
        var content = Hostile.endless(start, ENDLESS, sent);
        return new WireReply(status, Headers.of("Content-Type", type), new Body.Stream(content), Framing.CHUNKED);
    }

    /** Its right document behind far too many header lines. */
    static WireReply padded(Peer peer) {
        var headers = JSON;
        for (var i = 0; i < PADDING_LINES; i++) headers = headers.and("X-Padding-" + i, "x".repeat(10_000));
        return WireReply.of(200, headers, Body.of(Json.bytes(peer.document())));
    }

    static WireReply compressed(Peer peer) {
        return WireReply.of(
                200, JSON.and("Content-Encoding", "gzip"), Body.of(Hostile.compressed(Json.bytes(peer.document()))));
    }
}
