package org.meshbed.scenarios.conform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
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
import org.meshbed.nodes.protocol.NoAnswer;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.scenarios.state.Seal;
import org.meshbed.scenarios.state.Sealing;
import org.meshbed.scenarios.state.StrangerKey;
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

    private final Role role;
    private final Recorder recorder;
    private final String target;
    private final HttpTransport transport;
    private final Listening listening;
    private volatile Optional<PeerSite> site = Optional.empty();
    private volatile Function<WireRequest, Optional<WireAnswer>> trick = _ -> Optional.empty();
    private volatile Optional<Ink> ink = Optional.empty();
    private final List<MessageView> shares = new CopyOnWriteArrayList<>();
    private final List<WireRequest> requests = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> paths = new LinkedBlockingQueue<>();
    private final Origin origin;
    private final StrangerKey key;
    private final List<Consumer<ObjectNode>> changes = new CopyOnWriteArrayList<>();

    /** In which version's form it signs, by which clock. */
    record Ink(String version, Supplier<Instant> clock) {}

    /** What all peers have in common; {@code target} is the name that the server under test has in the journal. */
    record Surroundings(
            PeerPlace place, Recorder recorder, String target, HttpTransport transport, Listeners listeners) {}

    Peer(Role role, int number, Surroundings around) {
        this(role, number, around, around.place().hostOf(role.word()));
    }

    /** @param host the name it is called by */
    Peer(Role role, int number, Surroundings around, String host) {
        this.role = role;
        this.recorder = around.recorder();
        this.target = around.target();
        this.transport = around.transport();
        var place = around.place();
        this.listening = around.listeners()
                .open(
                        place.bind(),
                        place.portOf(number),
                        ServerHost.parse(host + ":1"),
                        place.scheme(),
                        this::serve,
                        Bounds.USUAL);
        this.origin = new Origin(place.scheme(), ServerHost.parse(host + ":" + listening.port()));
        this.key = StrangerKey.of(origin.host() + "#key1", origin + " of conform");
        site = Optional.of(new PeerSite(role, this::document, key, shares::add));
    }

    /** Its discovery document as it is now. */
    ObjectNode document() {
        var document = PeerDocument.of(origin, role.api());
        role.otherwise().accept(document);
        if (ink.isPresent()) PeerDocument.signs(document, origin, key);
        changes.forEach(change -> change.accept(document));
        return document;
    }

    /** From now on its document is otherwise. */
    void describes(Consumer<ObjectNode> otherwise) {
        changes.add(otherwise);
    }

    /** From now on it answers so where {@code how} has an answer, and as usual where it has none. */
    void answers(Function<WireRequest, Optional<WireAnswer>> how) {
        trick = how;
    }

    /** From now on it signs, and says so. That it publishes its key is written down, for the oracle to know it. */
    void signsWith(Ink pen) {
        ink = Optional.of(pen);
        shows("/.well-known/ocm");
        shows(role.api() + "/keys");
        shows("/.well-known/jwks.json");
    }

    private void shows(String path) {
        var request = Framed.request(origin, WireRequest.get(path, Headers.NONE));
        var number = recorder.exchangeStarted(role.word(), role.word(), origin, request);
        var reply = site.orElseThrow().answer(request);
        recorder.exchangeEnded(number, new Exchange.Replied(Framed.reply(request, reply)), List.of());
    }

    String word() {
        return role.word();
    }

    StrangerKey key() {
        return key;
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

    /** The requests that came, in their order. */
    List<WireRequest> requests() {
        return List.copyOf(requests);
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

    /** Posts a message, signed if this peer signs. */
    Exchange post(Endpoint at, Headers headers, byte[] body) {
        return ink.isPresent() ? sealed(at, headers, body, Sealing.RIGHTLY) : unsigned(at, headers, body);
    }

    Exchange unsigned(Endpoint at, Headers headers, byte[] body) {
        return send(at.origin(), WireRequest.post(at.target(), headers, body));
    }

    Exchange unsigned(Endpoint at, ObjectNode message) {
        return unsigned(at, JSON, Json.bytes(message));
    }

    /** Posts a message signed in this way; unsigned where the peer has no ink. */
    Exchange sealed(Endpoint at, ObjectNode message, Sealing how) {
        return sealed(at, JSON, Json.bytes(message), how);
    }

    private Exchange sealed(Endpoint at, Headers headers, byte[] body, Sealing how) {
        return ink.map(pen -> send(at.origin(), sealed(pen, at, headers, body, how)))
                .orElseGet(() -> unsigned(at, headers, body));
    }

    private WireRequest sealed(Ink pen, Endpoint at, Headers headers, byte[] body, Sealing how) {
        var old = pen.version().equals("1.2");
        var own = old || how == Sealing.AS_1_2 ? key.named(PeerDocument.oldName(origin)) : key;
        var seal = new Seal(
                        pen.version(),
                        own,
                        at.origin(),
                        at.target(),
                        body,
                        pen.clock().get())
                .typed(headers.first("Content-Type").orElse("application/json"));
        if (old && how == Sealing.RIGHTLY) return seal.older(how, key);
        return seal.request(how, StrangerKey.of("thief.example#key1", "thief of conform"));
    }

    Exchange propfind(Endpoint at, Headers headers) {
        var request = WireRequest.get(at.target(), headers.and("Depth", "1"));
        return send(
                at.origin(),
                new WireRequest("PROPFIND", request.target(), request.headers(), request.body(), request.framing()));
    }

    Exchange post(Endpoint at, ObjectNode message) {
        return post(at, JSON, Json.bytes(message));
    }

    /** The last request that it sent goes out once more, byte by byte. */
    Exchange again() {
        var last = sent.orElseThrow();
        return send(last.to(), last.request());
    }

    private record Sent(Origin to, WireRequest request) {}

    private volatile Optional<Sent> sent = Optional.empty();

    private Exchange send(Origin to, WireRequest request) {
        sent = Optional.of(new Sent(to, request));
        var framed = Framed.request(to, request);
        var number = recorder.exchangeStarted(role.word(), target, to, framed);
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
        var number = recorder.exchangeStarted(target, role.word(), origin, request);
        var answer = trick.apply(request)
                .orElseGet(() -> site.<WireAnswer>map(s -> s.answer(request))
                        .orElseGet(() -> WireReply.text(503, "not ready yet")));
        recorder.exchangeEnded(number, ending(request, answer), List.of());
        requests.add(request);
        paths.add(request.path());
        return answer;
    }

    /** As the journal has it: of what has no end, the head alone. */
    private static Exchange ending(WireRequest request, WireAnswer answer) {
        return switch (answer) {
            case NoAnswer _ -> new Exchange.Reset(true, "closed without an answer");
            case WireReply(var status, var headers, Body.Stream _, var framing) ->
                new Exchange.Replied(new WireReply(status, headers, Body.NONE, framing));
            case WireReply reply -> new Exchange.Replied(Framed.reply(request, reply));
        };
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
