package org.meshbed.scenarios.conform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.meshbed.nodes.http.Site;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.jetty.Bounds;
import org.meshbed.nodes.jetty.HttpTransport;
import org.meshbed.nodes.jetty.Listeners;
import org.meshbed.nodes.jetty.Listening;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Timeouts;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.journal.Recorder;
import org.meshbed.simulator.world.Framed;

/**
 * A server that Meshbed puts beside the one under test: on a real port, answering as the specification asks, and sending
 * whatever a probe wants sent. Both directions are written to the journal, whole, for the oracle to read.
 */
final class Peer implements AutoCloseable {
    static final String USER = "mallory";
    static final String TOKEN = "a-token-of-the-peer";

    private static final Headers JSON = Headers.of("Content-Type", "application/json");
    /** How long something that should come is waited for. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How long something is waited for that should not come, and would come at once. */
    static final Duration AT_ONCE = Duration.ofMillis(100);

    private static final int MOST_READ = 1 << 20;

    private final Manner manner;
    private final Recorder recorder;
    private final String target;
    private final HttpTransport transport;
    private final Listening listening;
    private volatile Optional<PeerSite> site = Optional.empty();
    private final List<MessageView> shares = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> paths = new LinkedBlockingQueue<>();
    private final Origin origin;

    /** @param target the name that the server under test has in the journal */
    Peer(
            Manner manner,
            PeerPlace place,
            Recorder recorder,
            String target,
            HttpTransport transport,
            Listeners listeners) {
        this.manner = manner;
        this.recorder = recorder;
        this.target = target;
        this.transport = transport;
        this.listening = listeners.open(
                place.bind(), place.portOf(manner), place.at(manner, 1), place.scheme(), this::serve, Bounds.USUAL);
        this.origin = new Origin(place.scheme(), place.at(manner, listening.port()));
        site = Optional.of(new PeerSite(manner, origin, shares::add));
    }

    String address() {
        return USER + "@" + origin.host();
    }

    ServerHost host() {
        return origin.host();
    }

    Origin origin() {
        return origin;
    }

    /** The shares that the server under test announced to it. */
    List<MessageView> shares() {
        return List.copyOf(shares);
    }

    /** Whether a request to this place of the peer came since the last question, or comes within that time. */
    boolean heard(String place, Duration within) {
        try {
            for (var path = next(within); path.isPresent(); path = next(within))
                if (path.get().contains(place)) return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private Optional<String> next(Duration within) throws InterruptedException {
        return Optional.ofNullable(paths.poll(within.toMillis(), TimeUnit.MILLISECONDS));
    }

    Exchange get(Endpoint at, Headers headers) {
        return send(at.origin(), WireRequest.get(at.target(), headers));
    }

    Exchange post(Endpoint at, Headers headers, byte[] body) {
        return send(at.origin(), WireRequest.post(at.target(), headers, body));
    }

    Exchange propfind(Endpoint at, Headers headers) {
        var request = WireRequest.get(at.target(), headers.and("Depth", "1"));
        return send(
                at.origin(),
                new WireRequest("PROPFIND", request.target(), request.headers(), request.body(), request.framing()));
    }

    Exchange post(Endpoint at, ObjectNode message) {
        return send(at.origin(), WireRequest.post(at.target(), JSON, Json.bytes(message)));
    }

    private Exchange send(Origin to, WireRequest request) {
        var framed = Framed.request(to, request);
        var number = recorder.exchangeStarted(manner.word(), target, to, framed);
        Exchange result = new Exchange.Reset(true, "broken off");
        try {
            result = transport.exchange(to, framed, Timeouts.USUAL);
        } finally {
            recorder.exchangeEnded(number, result, List.of());
        }
        return result;
    }

    private WireAnswer serve(WireRequest arrived, Site.Caller caller) {
        var request = whole(arrived);
        var number = recorder.exchangeStarted(target, manner.word(), origin, request);
        var reply = site.map(s -> s.answer(request)).orElseGet(() -> WireReply.text(503, "not ready yet"));
        recorder.exchangeEnded(number, new Exchange.Replied(Framed.reply(request, reply)), List.of());
        paths.add(request.path());
        return reply;
    }

    private static WireRequest whole(WireRequest request) {
        if (!(request.body() instanceof Body.Stream(var content))) return request;
        return new WireRequest(request.method(), request.target(), request.headers(), read(content), request.framing());
    }

    private static Body read(org.meshbed.nodes.protocol.Content content) {
        try (var in = content.open()) {
            return Body.of(in.readNBytes(MOST_READ));
        } catch (IOException e) {
            return Body.of(("broke off: " + e.getMessage()).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        listening.close();
    }
}
