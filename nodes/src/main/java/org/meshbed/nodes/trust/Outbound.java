package org.meshbed.nodes.trust;

import java.util.function.UnaryOperator;
import org.meshbed.nodes.dialect.Outgoing;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Timeouts;
import org.meshbed.nodes.port.Transport;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.Quirk.SendFraming;
import org.meshbed.nodes.vendor.Quirk.SendHeaders;
import org.meshbed.nodes.vendor.Quirk.SendRedirects;

/** What leaves a node: every request of it to another server goes through here. */
public final class Outbound {
    private final Transport transport;
    private final Manner manner;

    public Outbound(Transport transport, Manner manner) {
        this.transport = transport;
        this.manner = manner;
    }

    /** Asks for a JSON document. Redirects are the caller's business. */
    public Exchange get(Endpoint endpoint) {
        return send(endpoint, WireRequest.get(endpoint.target(), Headers.of("Accept", "application/json")));
    }

    /** Posts a message to the server with this endpoint; a redirect is an answer like any other, unless the vendor follows it. */
    public Exchange post(Endpoint endPoint, Outgoing message) {
        return post(endPoint, message, request -> request);
    }

    /** The same, the request finished by {@code last}: signed, for example. */
    public Exchange post(Endpoint endPoint, Outgoing message, UnaryOperator<WireRequest> last) {
        var exchange = send(endPoint, last.apply(message.request(endPoint)));
        return redirected(exchange) ? follow(message.at(endPoint), exchange) : exchange;
    }

    /** Sends a request as it is but for what the vendor adds to all of them. */
    public Exchange send(Endpoint endpoint, WireRequest request) {
        return transport.exchange(endpoint.origin(), dress(request), Timeouts.USUAL);
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

    private Exchange follow(Endpoint endpoint, Exchange first) {
        var atMost = manner.find(SendRedirects.class).map(SendRedirects::atMost).orElse(0);
        var exchange = first;
        var at = endpoint;
        for (var i = 0; i < atMost && exchange instanceof Exchange.Replied(var reply) && redirected(exchange); i++) {
            var next = location(at, reply);
            if (next == null) return exchange;
            at = next;
            exchange = get(at);
        }
        return exchange;
    }

    private static boolean redirected(Exchange exchange) {
        return exchange instanceof Exchange.Replied(var reply)
                && (reply.status() == 301 || reply.status() == 302 || reply.status() == 303);
    }

    private static @org.jspecify.annotations.Nullable Endpoint location(Endpoint from, WireReply reply) {
        var location = reply.headers().first("Location").orElse("");
        try {
            return location.startsWith("/") ? new Endpoint(from.origin(), location) : Endpoint.parse(location);
        } catch (NotWellFormed e) {
            return null;
        }
    }
}
