package org.meshbed.scenarios.conform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
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
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.jetty.Bounds;
import org.meshbed.nodes.jetty.HttpTransport;
import org.meshbed.nodes.jetty.Listeners;
import org.meshbed.nodes.jetty.Listening;
import org.meshbed.nodes.jetty.RunAuthority;
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
 * The server that Meshbed puts beside the one under test: on a real port, answering as the specification asks, and
 * sending whatever a probe wants sent. Both directions are written to the journal, whole, for the oracle to read.
 */
final class Peer implements AutoCloseable {
    static final String NAME = "peer";
    static final String USER = "mallory";

    private static final Headers JSON = Headers.of("Content-Type", "application/json");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_READ = 1 << 20;

    private final Recorder recorder;
    private final String target;
    private final HttpTransport transport;
    private final Listeners listeners;
    private final Listening listening;
    private volatile Optional<PeerSite> site = Optional.empty();
    private final List<MessageView> shares = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> paths = new LinkedBlockingQueue<>();
    private final Origin origin;

    /** @param target the name that the server under test has in the journal */
    Peer(Recorder recorder, String target, RunAuthority authority, List<X509Certificate> trusted) {
        this.recorder = recorder;
        this.target = target;
        this.transport = HttpTransport.start(trusted, _ -> Optional.empty());
        this.listeners = Listeners.start(authority);
        var name = NAME + ".localhost";
        this.listening = listeners.open(0, new ServerHost(name, 1), Scheme.HTTPS, this::serve, Bounds.USUAL);
        this.origin = Origin.https(new ServerHost(name, listening.port()));
        site = Optional.of(new PeerSite(origin, shares::add));
    }

    String address() {
        return USER + "@" + origin.host();
    }

    ServerHost host() {
        return origin.host();
    }

    /** The shares that the server under test announced to it. */
    List<MessageView> shares() {
        return List.copyOf(shares);
    }

    /** Whether a request to this place of the peer came since the last question, or comes within a few seconds. */
    boolean heard(String place) {
        try {
            for (var path = next(); path.isPresent(); path = next())
                if (path.get().contains(place)) return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private Optional<String> next() throws InterruptedException {
        return Optional.ofNullable(paths.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    }

    Exchange get(Endpoint at, Headers headers) {
        return send(at.origin(), WireRequest.get(at.target(), headers));
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
        var number = recorder.exchangeStarted(NAME, target, to, framed);
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
        var number = recorder.exchangeStarted(target, NAME, origin, request);
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
        listeners.close();
        transport.close();
    }
}
