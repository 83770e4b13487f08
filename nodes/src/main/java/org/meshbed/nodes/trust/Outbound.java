package org.meshbed.nodes.trust;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.dialect.Outgoing;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.port.Reach;
import org.meshbed.nodes.port.Timeouts;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.vendor.Errand;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.Sending;
import org.meshbed.nodes.vendor.quirk.Follow;
import org.meshbed.nodes.vendor.quirk.Opening;
import org.meshbed.nodes.vendor.quirk.SendQuirk.SendFraming;
import org.meshbed.nodes.vendor.quirk.SendQuirk.SendHeaders;
import org.meshbed.nodes.vendor.quirk.SendQuirk.SendPlaces;
import org.meshbed.nodes.vendor.quirk.SendQuirk.SendReach;
import org.meshbed.nodes.vendor.quirk.SendQuirk.SendRedirects;

/**
 * What leaves a node: every request of it to another server goes through here, whatever it is for, and what its {@link
 * OutboundPolicy} objects to is not sent. Each refusal is a decision of the node with its reason.
 */
public final class Outbound {
    private static final String DECISION = "outbound";
    private static final Errand ACCESS = Errand.of("access");
    private static final int HOPS = 3;
    private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);

    private final Ports ports;
    private final Manner manner;
    private final Sending sending;
    private final OutboundPolicy usual;
    private final List<Opening> openings;

    /** {@code openings}: what the network that the node is in needs beyond the public Internet. */
    public Outbound(Ports ports, Manner manner, List<Opening> openings) {
        this.ports = ports;
        this.manner = manner;
        this.sending = new Sending(manner);
        this.openings = openings;
        this.usual = new OutboundPolicy(openings);
    }

    /**
     * Fetches a JSON document. A few redirects on the same server are followed (AMB-07); to another server, to another
     * scheme or to where it came from they are not, and the redirect is what was answered.
     */
    public Exchange fetch(Errand errand, Endpoint endpoint) {
        var get = WireRequest.get(endpoint.target(), sending.lines(errand, Headers.of("Accept", "application/json")));
        var follow = sending.follows(errand);
        return follow.isPresent()
                ? follow(follow.get(), errand, endpoint, get, exchange(errand, endpoint, get))
                : fetch(errand, endpoint, get.headers());
    }

    private Exchange fetch(Errand errand, Endpoint endpoint, Headers headers) {
        var been = new ArrayList<String>();
        var at = endpoint;
        while (true) {
            var exchange = exchange(errand, at, WireRequest.get(at.target(), headers));
            if (!(exchange instanceof Exchange.Replied(var reply)) || !isRedirect(reply)) return exchange;
            been.add(at.target());
            var next = next(at, reply, been);
            if (next.isEmpty()) return exchange;
            at = next.get();
        }
    }

    /** Where a redirect of a document leads, if it is followed. */
    private Optional<Endpoint> next(Endpoint from, WireReply reply, List<String> been) {
        var there = location(from, reply);
        var why = there.isEmpty()
                ? "to no place"
                : !there.get().origin().equals(from.origin())
                        ? "to another server, " + there.get().origin()
                        : been.contains(there.get().target())
                                ? "to where it came from"
                                : been.size() > HOPS ? "more than " + HOPS + " times" : "";
        if (why.isEmpty()) return there;
        notFollowed(from, reply, why);
        return Optional.empty();
    }

    /**
     * Posts a message to the server with this endpoint, the request finished by {@code last}: signed, for example. A
     * redirect is an answer like any other, unless the vendor follows it.
     */
    public Exchange post(Errand errand, Endpoint endPoint, Outgoing message, UnaryOperator<WireRequest> last) {
        var request = last.apply(message.request(endPoint));
        var exchange = exchange(errand, endPoint, request);
        for (var times = 1; again(errand, exchange, times); times++) exchange = exchange(errand, endPoint, request);
        if (!(exchange instanceof Exchange.Replied(var reply))) return exchange;
        discard(reply);
        if (!isRedirect(reply)) return exchange;
        var follow = sending.follows(errand);
        if (follow.isPresent()) return follow(follow.get(), errand, message.at(endPoint), request, exchange);
        var atMost = manner.find(SendRedirects.class).map(SendRedirects::atMost).orElse(0);
        if (atMost == 0 || reply.status() > 303) return said(exchange, message.at(endPoint));
        return follow(errand, message.at(endPoint), exchange, atMost);
    }

    private boolean again(Errand errand, Exchange exchange, int times) {
        return exchange instanceof Exchange.Replied(var reply) && sending.again(errand, reply, times);
    }

    /** Sends a request as it is but for what the vendor adds to all of them. No redirect is followed. */
    private Exchange send(Errand errand, Endpoint endpoint, WireRequest request) {
        var dressed = request.withHeaders(sending.lines(errand, request.headers()));
        var exchange = exchange(errand, endpoint, dressed);
        var follow = sending.follows(errand);
        return follow.isPresent()
                ? follow(follow.get(), errand, endpoint, dressed, exchange)
                : said(exchange, endpoint);
    }

    /** Asks for something that is no document of Open Cloud Mesh. */
    public Exchange ask(Errand errand, Endpoint endpoint, WireRequest request) {
        return send(errand, endpoint, request);
    }

    /** Asks for what is shared; all answers but the content of a file have to end in time. */
    public Exchange access(Endpoint endpoint, WireRequest request) {
        var exchange = send(ACCESS, endpoint, request);
        if (request.method().equals("GET")
                || !(exchange instanceof Exchange.Replied(var reply))
                || !(reply.body() instanceof Body.Stream(var content))) return exchange;
        return new Exchange.Replied(
                new WireReply(reply.status(), reply.headers(), new Body.Stream(timed(content)), reply.framing()));
    }

    /** The body of a message, held or still under way: so much of it and no more, within the time that a reply has. */
    public byte[] read(WireReply reply, int most) throws IOException {
        if (!(reply.body() instanceof Body.Stream(var content))) return bounded(reply.bytes(), most);
        try (var stream = timed(content).open()) {
            return bounded(stream.readNBytes(most + 1), most);
        }
    }

    private byte[] bounded(byte[] bytes, int most) throws IOException {
        if (bytes.length <= most) return bytes;
        ports.witness().decided(DECISION, "refused an answer", "it is larger than " + most + " bytes");
        throw new TooLarge(most);
    }

    /** Content that breaks when it does not end within the time that a reply has. */
    Content timed(Content content) {
        var until = ports.time().now().plus(Timeouts.USUAL.reply());
        return new Timed(content, () -> {
            if (!ports.time().now().isAfter(until)) return;
            ports.witness().decided(DECISION, "refused an answer", "it did not end in time");
            throw new IOException("the answer did not end within " + Timeouts.USUAL.reply());
        });
    }

    /** What another server answered is not taken, for this reason. */
    public void notTaken(String why) {
        ports.witness().decided(DECISION, "refused an answer", why);
    }

    /** An answer that is longer than its reader takes. */
    public static final class TooLarge extends IOException {
        TooLarge(int most) {
            super("the answer is larger than " + most + " bytes");
        }
    }

    /**
     * Why a place that a server names is not called; empty where it may be. A place on another host is fine as long as
     * the policy lets it be (AMB-03, OCM-DISC-41), but for a node that calls servers at their own host only.
     */
    public Optional<String> objection(ServerHost server, Endpoint place) {
        var policy = policy();
        var why = policy.objection(place.origin()).or(() -> elsewhere(server, place));
        why.ifPresent(reason -> refused(place, reason));
        return why;
    }

    private Optional<String> elsewhere(ServerHost server, Endpoint place) {
        var there = place.origin().host();
        if (there.equals(server) || manner.find(SendPlaces.class).isEmpty()) return Optional.empty();
        return Optional.of(server + " is called at its own host only, not at " + there);
    }

    private OutboundPolicy policy() {
        var more = manner.bent(SendReach.class);
        if (more.isEmpty()) return usual;
        var all = new ArrayList<>(openings);
        all.addAll(more.get().openings());
        return new OutboundPolicy(all);
    }

    private Exchange exchange(Errand errand, Endpoint endpoint, WireRequest request) {
        var policy = policy();
        var objection = policy.objection(endpoint.origin());
        if (objection.isPresent()) return refused(endpoint, objection.get());
        var reach = new Looked(policy, endpoint.origin().host().name());
        var exchange = ports.transport()
                .exchange(endpoint.origin(), dress(request), waits(errand).within(reach));
        var said = reach.said.get();
        return said != null && exchange instanceof Exchange.Refused
                ? refused(endpoint, said)
                : withBoundedHead(endpoint, exchange);
    }

    private Timeouts waits(Errand errand) {
        var usual = Timeouts.USUAL;
        return sending.waits(errand).map(w -> new Timeouts(usual.connect(), w)).orElse(usual);
    }

    private Exchange withBoundedHead(Endpoint endpoint, Exchange exchange) {
        if (!(exchange instanceof Exchange.Replied(var reply))) return exchange;
        var most = manner.limits().headerBytes();
        var length = 0L;
        for (var line : reply.headers().lines())
            length += line.name().length() + line.value().length();
        if (length <= most) return exchange;
        discard(reply);
        var why = "the header lines of " + endpoint.origin() + " are longer than " + most + " bytes";
        ports.witness().decided(DECISION, "refused an answer", why);
        return new Exchange.Reset(true, why);
    }

    /** What came back is read by nobody. */
    public static void drop(Exchange exchange) {
        if (exchange instanceof Exchange.Replied(var reply)) discard(reply);
    }

    /** An answer that nobody will read must not keep its connection. */
    private static void discard(WireReply reply) {
        if (!(reply.body() instanceof Body.Stream(var content))) return;
        try {
            content.open().close();
        } catch (IOException e) {
            return; // it is gone already, and that is what is wanted
        }
    }

    /** The addresses that a name leads to, as the policy looks at them. */
    private record Looked(OutboundPolicy policy, String name, AtomicReference<@Nullable String> said) implements Reach {
        Looked(OutboundPolicy policy, String name) {
            this(policy, name, new AtomicReference<>());
        }

        @Override
        public Optional<String> objection(InetAddress address) {
            var objection = policy.objection(name, address);
            objection.ifPresent(said::set);
            return objection;
        }
    }

    private Exchange refused(Endpoint endpoint, String why) {
        ports.witness().decided(DECISION, "refused to call " + endpoint.origin(), why);
        return new Exchange.Refused("this server does not call it: " + why);
    }

    private Exchange said(Exchange exchange, Endpoint endpoint) {
        if (exchange instanceof Exchange.Replied(var reply) && isRedirect(reply))
            notFollowed(endpoint, reply, "only documents are looked for elsewhere");
        return exchange;
    }

    private void notFollowed(Endpoint from, WireReply reply, String why) {
        var location = NotWellFormed.quote(reply.headers().first("Location").orElse(""));
        ports.witness()
                .decided(
                        DECISION,
                        "did not follow a redirect",
                        from.origin() + " redirects to '" + location + "': " + why);
    }

    private WireRequest dress(WireRequest request) {
        var headers = request.headers();
        var more = manner.find(SendHeaders.class);
        if (more.isPresent())
            for (var line : more.get().headers().entrySet()) headers = headers.and(line.getKey(), line.getValue());
        var chunked = !(request.body() instanceof Body.None)
                && manner.find(SendFraming.class)
                        .filter(q -> q.framing().equals("chunked"))
                        .isPresent();
        return new WireRequest(
                request.method(),
                request.target(),
                headers,
                request.body(),
                chunked ? Framing.CHUNKED : request.framing());
    }

    /** As browsers do: the message itself goes nowhere else, it turns into a question without a body. */
    private Exchange follow(Errand errand, Endpoint endpoint, Exchange first, int atMost) {
        var exchange = first;
        var at = endpoint;
        for (var i = 0; i < atMost && exchange instanceof Exchange.Replied(var reply) && isRedirect(reply); i++) {
            var next = location(at, reply);
            if (next.isEmpty()) return exchange;
            at = next.get();
            exchange = exchange(errand, at, WireRequest.get(at.target(), Headers.of("Accept", "application/json")));
        }
        return exchange;
    }

    /** As the vendor follows redirects of this kind of request. */
    private Exchange follow(Follow how, Errand errand, Endpoint endpoint, WireRequest request, Exchange first) {
        var exchange = first;
        var at = endpoint;
        var asked = request;
        for (var i = 0; i < how.atMost() && exchange instanceof Exchange.Replied(var reply); i++) {
            var next = location(at, reply);
            if (next.isEmpty()
                    || !how.follows(reply.status())
                    || !how.elsewhere() && !next.get().origin().equals(at.origin())) return exchange;
            at = next.get();
            asked = redirected(how, asked, reply.status(), at);
            exchange = exchange(errand, at, asked);
        }
        return exchange;
    }

    private static WireRequest redirected(Follow how, WireRequest request, int status, Endpoint to) {
        var asGet = how.asGet().contains(status) && !List.of("GET", "HEAD").contains(request.method());
        var headers = Headers.NONE;
        for (var line : request.headers().lines())
            if (how.keeps(line.name(), asGet)) headers = headers.and(line.name(), line.value());
        return asGet
                ? WireRequest.get(to.target(), headers)
                : new WireRequest(request.method(), to.target(), headers, request.body(), request.framing());
    }

    private static boolean isRedirect(WireReply reply) {
        return REDIRECTS.contains(reply.status());
    }

    private static Optional<Endpoint> location(Endpoint from, WireReply reply) {
        var location = reply.headers().first("Location").orElse("");
        try {
            var elsewhere = location.startsWith("//") ? from.origin().scheme() + ":" + location : location;
            return Optional.of(
                    elsewhere.startsWith("/") ? new Endpoint(from.origin(), elsewhere) : Endpoint.parse(elsewhere));
        } catch (NotWellFormed e) {
            return Optional.empty();
        }
    }
}
