package org.meshbed.nodes.node;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.meshbed.nodes.http.NodeApplication;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.port.Store;
import org.meshbed.nodes.port.Testimony;
import org.meshbed.nodes.port.Time;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.NoAnswer;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.store.MemoryStore;
import org.meshbed.nodes.vendor.Limits;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.Vendors;

/**
 * A few nodes that call each other on the caller's stack; time passes only by pausing, background tasks run when asked
 * to. The smallest world in which the core can be looked at.
 */
public final class TestMesh {
    public final Map<String, OcmNode> nodes = new LinkedHashMap<>();
    public final List<String> requests = new ArrayList<>();
    public final List<WireRequest> raw = new ArrayList<>();
    public final List<Testimony> testimonies = new ArrayList<>();
    private final Map<String, UnaryOperator<Exchange>> faults = new LinkedHashMap<>();
    private final Map<String, java.util.function.Function<WireRequest, WireAnswer>> strangers = new LinkedHashMap<>();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Map<String, Store> stores = new LinkedHashMap<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private int drawn;

    public OcmNode node(String name, String column, String... people) {
        return node(name, Vendors.column(column), people);
    }

    public OcmNode node(String name, String column, Lists lists, String... people) {
        return node(name, Vendors.column(column), lists, people);
    }

    public OcmNode node(String name, Profile profile, String... people) {
        return node(name, profile, Lists.NONE, people);
    }

    private OcmNode node(String name, Profile profile, Lists lists, String... people) {
        var origin = Origin.https(ServerHost.parse(name + ".example"));
        var persons = List.of(people).stream().map(Person::named).toList();
        var groups = people.length > 1 ? List.of(new Group("team", List.of(people))) : List.<Group>of();
        var settings = new NodeSettings(name, origin, profile, persons, groups, List.of(), List.of(), lists);
        var node = new OcmNode(settings, ports(name));
        nodes.put(origin.host().toString(), node);
        node.begin();
        return node;
    }

    public static Profile small(int pending, int name, int message) {
        return Vendors.column("reference/1.5").with(new Limits(message, 2000, name, Duration.ofSeconds(30), pending));
    }

    private Ports ports(String name) {
        Time time = new Time() {
            @Override
            public Instant now() {
                return now;
            }

            @Override
            public void pause(Duration duration) {
                now = now.plus(duration);
            }
        };
        return new Ports(
                (to, request, _) -> exchange(to, request),
                time,
                (_, work) -> {
                    tasks.add(work);
                    return () -> tasks.remove(work);
                },
                (purpose, length) ->
                        (purpose.name().charAt(0) + "x".repeat(length) + drawn++).substring((drawn + "").length()),
                (_, bound) -> bound - 1,
                stores.computeIfAbsent(name, _ -> new MemoryStore()),
                testimonies::add);
    }

    private Exchange exchange(Origin to, WireRequest request) {
        requests.add(request.method() + " " + to.host() + request.target());
        raw.add(request);
        var node = nodes.get(to.host().toString());
        var stranger = strangers.get(to.host().toString());
        if (node == null && stranger == null) return new Exchange.Refused("nobody there");
        var answer = node != null ? NodeApplication.shared().answer(node, named(to, request)) : stranger.apply(request);
        Exchange exchange = switch (answer) {
            case WireReply reply -> new Exchange.Replied(reply);
            case NoAnswer _ -> new Exchange.Reset(true, "closed");
        };
        return faults.getOrDefault(to.host().toString(), e -> e).apply(exchange);
    }

    /** As every transport does. */
    private static WireRequest named(Origin to, WireRequest request) {
        if (request.headers().first("Host").isPresent()) return request;
        var headers = request.headers().and("Host", to.host().toString());
        return new WireRequest(request.method(), request.target(), headers, request.body(), request.framing());
    }

    public void stranger(String host, java.util.function.Function<WireRequest, WireAnswer> answers) {
        strangers.put(host, answers);
    }

    /** What callers of that host see instead of what happened. */
    public void fault(String host, UnaryOperator<Exchange> change) {
        faults.put(host, change);
    }

    public void mend(String host) {
        faults.remove(host);
    }

    public void gone(String host) {
        nodes.remove(host);
    }

    /** Runs what waits in the background, and what that starts. */
    public void settle() {
        while (!tasks.isEmpty()) tasks.poll().run();
    }

    public void pass(Duration duration) {
        now = now.plus(duration);
    }

    public PartyDriver party(String address) {
        var at = address.lastIndexOf('@');
        return nodes.get(address.substring(at + 1) + ".example").party(address.substring(0, at));
    }

    public WireAnswer post(String node, String path, String json) {
        return send(
                node,
                WireRequest.post(
                        path, Headers.of("Content-Type", "application/json"), json.getBytes(StandardCharsets.UTF_8)));
    }

    public WireReply postReply(String node, String path, String json) {
        return (WireReply) post(node, path, json);
    }

    public WireReply request(String node, String method, String path, String... headers) {
        return (WireReply) send(node, new WireRequest(method, path, Headers.of(headers), Body.NONE, Framing.NONE));
    }

    public WireAnswer send(String node, WireRequest request) {
        return NodeApplication.shared().answer(nodes.get(node + ".example"), request);
    }

    public static String text(WireReply reply) {
        return new String(reply.bytes(), StandardCharsets.UTF_8);
    }
}
