package org.meshbed.scenarios.mutants;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.node.OcmNode;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Exchange.Replied;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.port.Secrets.Purpose;
import org.meshbed.nodes.port.Store;
import org.meshbed.nodes.port.Time;
import org.meshbed.nodes.port.Timeouts;
import org.meshbed.nodes.port.Transport;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.NoAnswer;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.world.virtual.Serving;
import org.meshbed.simulator.world.virtual.VirtualPlan;

/** The ways to make a node wrong: what it hears, what it answers, what it sends, what it keeps. */
final class Wrongs {
    static final String DISCOVERY = "/.well-known/ocm";
    static final String SHARES = "/ocm/shares";
    static final String NEWS = "/ocm/notifications";
    static final String INVITES = "/ocm/invite-accepted";
    static final String DATA = "/dav/";

    /** A share is taken, whatever it is. */
    static final WireReply YES = WireReply.json(201, Json.bytes(Json.object().put("recipientDisplayName", "x")));

    private Wrongs() {}

    /** The node answers as {@code wrong} says, which may ask the right node. */
    static UnaryOperator<VirtualPlan> serving(BiFunction<Serving, OcmNode, Function<WireRequest, WireAnswer>> wrong) {
        return plan -> {
            var right = plan.serving();
            return plan.with((node, request) -> wrong.apply(right, node).apply(request));
        };
    }

    /** Requests with such a path are answered like this, without the node seeing them. */
    static UnaryOperator<VirtualPlan> answers(String path, WireAnswer answer) {
        return serving(
                (right, node) -> request -> request.path().startsWith(path) ? answer : right.answer(node, request));
    }

    /** A JSON message to such a path is changed before the node sees it. */
    static UnaryOperator<VirtualPlan> hears(String path, UnaryOperator<ObjectNode> change) {
        return serving((right, node) -> request -> right.answer(
                node,
                request.path().equals(path) ? withBody(request, edited(bytes(request.body()), change)) : request));
    }

    /** What the node answers to requests with such a path is changed. */
    static UnaryOperator<VirtualPlan> says(String path, BiFunction<WireRequest, WireReply, WireAnswer> change) {
        return serving((right, node) -> request -> {
            var answer = right.answer(node, request);
            return request.path().startsWith(path) && answer instanceof WireReply reply
                    ? change.apply(request, reply)
                    : answer;
        });
    }

    /** The JSON that the node answers at such a path is changed. */
    static UnaryOperator<VirtualPlan> saysJson(String path, UnaryOperator<ObjectNode> change) {
        return says(path, (_, reply) -> WireReply.json(reply.status(), edited(bytes(reply.body()), change)));
    }

    /** The first good answer to a request with such a path is given for ever; one node and target at a time. */
    static UnaryOperator<VirtualPlan> repeatsItself(String path, BiFunction<OcmNode, WireRequest, String> about) {
        return plan -> {
            var right = plan.serving();
            Map<String, WireReply> given = new ConcurrentHashMap<>();
            return plan.with((node, request) -> {
                if (!request.path().startsWith(path)) return right.answer(node, request);
                var key = about.apply(node, request);
                var before = given.get(key);
                if (before != null) return before;
                var answer = right.answer(node, request);
                if (answer instanceof WireReply reply && reply.successful()) given.put(key, held(reply));
                return answer instanceof WireReply ? given.getOrDefault(key, (WireReply) answer) : answer;
            });
        };
    }

    private static WireReply held(WireReply reply) {
        return WireReply.of(reply.status(), reply.headers(), Body.of(bytes(reply.body())));
    }

    /** How a request is carried; the right way is at hand. */
    interface Carrier {
        Exchange carry(Transport right, Origin to, WireRequest request, Timeouts timeouts);
    }

    /** What the node sends is carried like this. {@code wrong} is made anew for each mesh. */
    static UnaryOperator<VirtualPlan> sending(Supplier<Carrier> wrong) {
        return plan -> {
            var carrier = wrong.get();
            return plan.withPorts(ports -> {
                var right = ports.transport();
                return new Ports(
                        (to, request, timeouts) -> carrier.carry(right, to, request, timeouts),
                        ports.time(),
                        ports.tasks(),
                        ports.secrets(),
                        ports.chance(),
                        ports.store(),
                        ports.witness());
            });
        };
    }

    /** What came back is changed before the node sees it. */
    static UnaryOperator<VirtualPlan> getting(UnaryOperator<Exchange> change) {
        return sending(() -> (right, to, request, timeouts) -> change.apply(right.exchange(to, request, timeouts)));
    }

    /** The first answer of a server, where its document is looked for, counts for ever. */
    static UnaryOperator<VirtualPlan> asksOnce() {
        return sending(() -> {
            Map<Endpoint, Exchange> known = new ConcurrentHashMap<>();
            return (right, to, request, timeouts) -> {
                if (!request.path().equals(DISCOVERY) && !request.path().startsWith("/ocm-provider"))
                    return right.exchange(to, request, timeouts);
                var place = new Endpoint(to, request.target());
                var before = known.get(place);
                if (before != null) return before;
                var exchange = right.exchange(to, request, timeouts);
                var kept = exchange instanceof Replied(var reply) ? new Replied(held(reply)) : exchange;
                known.put(place, kept);
                return kept;
            };
        });
    }

    static UnaryOperator<VirtualPlan> followsRedirects() {
        return sending(() -> (right, to, request, timeouts) -> {
            var exchange = right.exchange(to, request, timeouts);
            if (!(exchange instanceof Replied(var reply)) || reply.status() != 302) return exchange;
            var there = Endpoint.parse(reply.headers().first("Location").orElseThrow());
            return right.exchange(there.origin(), WireRequest.get(there.target(), request.headers()), timeouts);
        });
    }

    /** Messages to such a path are thrown away, and the node thinks that they arrived. */
    static UnaryOperator<VirtualPlan> swallows(String path) {
        return sending(() -> (right, to, request, timeouts) -> request.path().endsWith(path.substring(4))
                ? new Replied(WireReply.empty(201))
                : right.exchange(to, request, timeouts));
    }

    /** A node that once sent or got a message of more than a megabyte answers nobody any more. */
    static UnaryOperator<VirtualPlan> diesOfLargeMessages() {
        return plan -> {
            var dead = new AtomicBoolean();
            var watched = getting(exchange -> {
                        if (exchange instanceof Replied(var reply) && large(reply.body())) dead.set(true);
                        return exchange;
                    })
                    .apply(plan);
            var right = watched.serving();
            return watched.with((node, request) -> {
                if (large(request.body())) dead.set(true);
                return dead.get() ? new NoAnswer(false) : right.answer(node, request);
            });
        };
    }

    private static boolean large(Body body) {
        return switch (body) {
            case Body.None() -> false;
            case Body.Bytes(var bytes) -> bytes.length > 1 << 20;
            case Body.Stream(var content) -> content.length() > 1 << 20;
        };
    }

    /** Once a file was opened with a secret, it is opened with any. */
    static UnaryOperator<VirtualPlan> takesEverySecret() {
        return plan -> {
            var right = plan.serving();
            Map<String, WireReply> opened = new ConcurrentHashMap<>();
            return plan.with((node, request) -> {
                var answer = right.answer(node, request);
                if (!request.path().startsWith(DATA) || !(answer instanceof WireReply reply)) return answer;
                if (reply.successful()) opened.put(request.target(), held(reply));
                return opened.getOrDefault(request.target(), reply);
            });
        };
    }

    static UnaryOperator<VirtualPlan> oneSecretForAll() {
        return plan -> plan.withPorts(ports -> new Ports(
                ports.transport(),
                ports.time(),
                ports.tasks(),
                (purpose, length) -> purpose == Purpose.SHARED_SECRET
                        ? "s".repeat(length)
                        : ports.secrets().text(purpose, length),
                ports.chance(),
                ports.store(),
                ports.witness()));
    }

    /** The reply with other bytes in it. */
    static WireReply withBytes(WireReply reply, UnaryOperator<byte[]> change) {
        return WireReply.of(
                reply.status(), reply.headers().without("Content-Length"), Body.of(change.apply(bytes(reply.body()))));
    }

    /** The node keeps things like this. */
    static UnaryOperator<VirtualPlan> keeping(UnaryOperator<Store> wrong) {
        return plan -> plan.withPorts(ports -> new Ports(
                ports.transport(),
                ports.time(),
                ports.tasks(),
                ports.secrets(),
                ports.chance(),
                wrong.apply(ports.store()),
                ports.witness()));
    }

    /** The node sees the time like this. */
    static UnaryOperator<VirtualPlan> seeing(UnaryOperator<Time> wrong) {
        return plan -> plan.withPorts(ports -> new Ports(
                ports.transport(),
                wrong.apply(ports.time()),
                ports.tasks(),
                ports.secrets(),
                ports.chance(),
                ports.store(),
                ports.witness()));
    }

    static WireRequest withBody(WireRequest request, byte[] bytes) {
        return new WireRequest(
                request.method(), request.target(), request.headers(), Body.of(bytes), request.framing());
    }

    /** The JSON changed; what is no JSON object is left alone. */
    static byte[] edited(byte[] bytes, UnaryOperator<ObjectNode> change) {
        try {
            return Json.read(bytes) instanceof ObjectNode message ? Json.bytes(change.apply(message)) : bytes;
        } catch (Json.NotJson e) {
            return bytes;
        }
    }

    static byte[] bytes(Body body) {
        return switch (body) {
            case Body.None() -> new byte[0];
            case Body.Bytes(var bytes) -> bytes;
            case Body.Stream(var content) -> {
                try (var stream = content.open()) {
                    yield stream.readAllBytes();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }
}
