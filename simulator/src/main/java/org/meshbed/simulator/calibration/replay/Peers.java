package org.meshbed.simulator.calibration.replay;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Timeouts;
import org.meshbed.nodes.port.Transport;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.calibration.binding.Bindings;
import org.meshbed.simulator.calibration.compare.Comparison;
import org.meshbed.simulator.calibration.compare.Difference;
import org.meshbed.simulator.calibration.trace.Entry;
import org.meshbed.simulator.world.Framed;

/**
 * All other servers of a recording: each call of the node is answered as the same call of the real server was. One that
 * was never recorded is noted and refused; one to a server that the recorder did not watch is refused alone.
 */
final class Peers implements Transport {
    private static final byte[] PREFIX = {0x20, 0x01, 0x0d, (byte) 0xb8};

    private final Stage stage;
    private final Bindings bindings;
    private final Comparison comparison;
    private final Rewriting rewriting;
    private final Known known;
    private final Stranger stranger;
    private final Map<Call, List<Difference>> found = new LinkedHashMap<>();
    private final Map<Call, String> reasons = new LinkedHashMap<>();
    private Window window = new Window(List.of());
    private long failedHandshakes;
    private java.util.function.Consumer<Cue.Played> nested = _ -> {};

    /** Told of each call that was never recorded. */
    interface Stranger {
        void called(Origin to, WireRequest request);
    }

    Peers(Stage stage, Bindings bindings, Comparison comparison, Rewriting rewriting, Known known, Stranger stranger) {
        this.stage = stage;
        this.bindings = bindings;
        this.comparison = comparison;
        this.rewriting = rewriting;
        this.known = known;
        this.stranger = stranger;
    }

    /** What is expected from now on. */
    void expect(Window next, long handshakesThatFail) {
        window = next;
        failedHandshakes = handshakesThatFail;
    }

    Window window() {
        return window;
    }

    void whenNested(java.util.function.Consumer<Cue.Played> play) {
        nested = play;
    }

    List<Difference> found(Call call) {
        return found.getOrDefault(call, List.of());
    }

    String reason(Call call) {
        return reasons.getOrDefault(call, "");
    }

    @Override
    public Exchange exchange(Origin to, WireRequest request, Timeouts timeouts) {
        var address = address(to);
        if (bindings.isOtherScheme(to)) return new Exchange.TlsFailed("the other scheme is spoken at " + to.host());
        if (address.isEmpty()) return new Exchange.Refused("the name " + to.host() + " is unknown");
        var objection = timeouts.reach().objection(address.get());
        if (objection.isPresent()) return new Exchange.Refused(objection.get());
        var own = Framed.request(to, Held.request(request));
        var call = window.take(
                c -> isToHost(c.record(), to),
                c -> isToServer(c.record(), to),
                r -> comparison.maybe(r, own),
                r -> comparison.sameCredentials(r, own));
        if (call.isPresent()) return answered(call.get(), own, timeouts);
        var document = known.document(to, own, stage.elapsed().toMillis());
        if (document.isPresent()) return new Exchange.Replied(published(document.get()));
        var other = window.other(c -> isToHost(c.record(), to), own.method());
        if (other.isPresent()) return answered(other.get(), own, timeouts);
        if (failedHandshakes > 0) {
            failedHandshakes--;
            return new Exchange.TlsFailed("the recorded handshake failed");
        }
        stranger.called(to, own);
        return new Exchange.Refused("nobody listens at " + to);
    }

    private WireReply published(WireReply document) {
        var text = new String(document.bytes(), java.nio.charset.StandardCharsets.UTF_8);
        return WireReply.of(document.status(), document.headers(), Body.of(rewriting.published(text)));
    }

    private boolean isToHost(Entry.Exchanged record, Origin to) {
        var host = record.request().host().toLowerCase(Locale.ROOT);
        if (host.isEmpty()) return isToServer(record, to);
        return host.equals(to.authority())
                || host.equals(to.host().name() + ":" + to.host().port());
    }

    private boolean isToServer(Entry.Exchanged record, Origin to) {
        return bindings.called(record.to()).filter(s -> s.isAt(to)).isPresent();
    }

    /** Literal addresses lead to themselves; the names of the recording to addresses set aside for examples. */
    private Optional<InetAddress> address(Origin to) {
        var name = to.host().name();
        try {
            return Optional.of(
                    InetAddress.ofLiteral(name.startsWith("[") ? name.substring(1, name.length() - 1) : name));
        } catch (IllegalArgumentException e) {
            return bindings.at(to).map(s -> example(bindings.servers().indexOf(s) + 1));
        }
    }

    private static InetAddress example(int number) {
        try {
            return InetAddress.getByAddress(
                    ByteBuffer.allocate(16).put(PREFIX).putInt(12, number).array());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("sixteen bytes are an address", e);
        }
    }

    private Exchange answered(Call call, WireRequest own, Timeouts timeouts) {
        var differences = new ArrayList<>(comparison.requests(call.record().request(), own));
        found.put(call, differences);
        reasons.put(call, stage.heard().words());
        if (call.toItself()) return toItself(call, own, timeouts, differences);
        var record = call.record();
        for (var played : call.inside()) {
            pause(played.startedAt() - record.startedAt() - sinceStart(call));
            nested.accept(played);
        }
        var patience = timeouts.reply().toMillis();
        if (record.took() > patience) {
            pause(patience);
            return new Exchange.TimedOut(true, "no reply within " + timeouts.reply());
        }
        pause(record.took() - sinceStart(call));
        return record.response()
                .<Exchange>map(r -> new Exchange.Replied(taken(own, rewriting.reply(r))))
                .orElseGet(() -> silence(Silence.of(record.silence()), record.silence(), timeouts));
    }

    /** Nested requests take time of their own; a call is never over before the recorded one was. */
    private long sinceStart(Call call) {
        return started.containsKey(call) ? stage.elapsed().toMillis() - started.get(call) : begin(call);
    }

    private final Map<Call, Long> started = new LinkedHashMap<>();

    private long begin(Call call) {
        started.put(call, stage.elapsed().toMillis());
        return 0;
    }

    private void pause(long millis) {
        if (millis > 0) stage.scheduler().pause(stage.life(), Duration.ofMillis(millis));
    }

    private static WireReply taken(WireRequest own, WireReply reply) {
        return own.method().equals("HEAD")
                ? new WireReply(reply.status(), reply.headers(), Body.NONE, reply.framing())
                : Framed.reply(own, reply);
    }

    private Exchange silence(Silence silence, String how, Timeouts timeouts) {
        return switch (silence) {
            case REFUSED -> new Exchange.Refused("nobody listens there");
            case OPEN -> {
                pause(timeouts.reply().toMillis());
                yield new Exchange.TimedOut(true, "no reply within " + timeouts.reply());
            }
            case CLOSED, UNTOLD -> new Exchange.Reset(true, how);
        };
    }

    private Exchange toItself(Call call, WireRequest own, Timeouts timeouts, List<Difference> differences) {
        var mailbox = stage.scheduler().<Ended>mailbox();
        stage.scheduler()
                .spawn(
                        "answers itself",
                        stage.life(),
                        Duration.ZERO,
                        () -> mailbox.put(stage.answer(own), Duration.ZERO));
        var ended = mailbox.take(stage.life(), Duration.ofMinutes(10));
        if (ended.isEmpty()) return new Exchange.TimedOut(true, "no reply");
        differences.addAll(ended.get().differences(call.record(), comparison));
        return ended.get()
                .reply()
                .<Exchange>map(Exchange.Replied::new)
                .orElseGet(() ->
                        silence(ended.get().silence(), ended.get().silence().words(), timeouts));
    }

    /** What the node had asked for before the flow began. */
    record Known(Bindings bindings, List<String> warm, List<Entry.Exchanged> recorded, Map<String, Long> told) {
        /** Once, but for those who ask at the same moment: the real server had it already. */
        Optional<WireReply> document(Origin to, WireRequest request, long now) {
            var server = bindings.at(to).filter(s -> warm.contains(s.name()));
            if (server.isEmpty() || !request.method().equals("GET")) return Optional.empty();
            var place = to + request.target();
            if (told.getOrDefault(place, now) != now) return Optional.empty();
            var found = Optional.ofNullable(server.get().documents().get(request.target()))
                    .filter(_ -> server.get().origin().equals(to))
                    .map(text -> WireReply.of(200, Headers.of("Content-Type", "application/json"), Body.of(text)))
                    .or(() -> seen(to, request.target()));
            found.ifPresent(_ -> told.put(place, now));
            return found;
        }

        private Optional<WireReply> seen(Origin to, String target) {
            return recorded.stream()
                    .filter(e -> e.request().target().equals(target)
                            && e.request().host().equalsIgnoreCase(to.authority())
                            && e.request().method().equals("GET"))
                    .flatMap(e -> e.response().stream())
                    .filter(r -> r.status() == 200)
                    .map(r -> WireReply.of(
                            200,
                            r.headers().without("Content-Length"),
                            Body.of(r.body().bytes())))
                    .findFirst();
        }
    }
}
