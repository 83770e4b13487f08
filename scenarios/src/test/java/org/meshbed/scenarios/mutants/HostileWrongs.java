package org.meshbed.scenarios.mutants;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Exchange.Replied;
import org.meshbed.nodes.port.Reach;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.world.virtual.VirtualPlan;

/** The ways to make a node careless with what others answer. */
final class HostileWrongs {
    private HostileWrongs() {}

    /** Wherever a reply points, the same request goes there too, whatever it carries and whoever is there. */
    static UnaryOperator<VirtualPlan> followsEverywhere() {
        return Wrongs.sending(() -> (right, to, request, timeouts) -> {
            var exchange = right.exchange(to, request, timeouts);
            if (!(exchange instanceof Replied(var reply)) || reply.status() < 301 || reply.status() > 308)
                return exchange;
            try {
                var location = reply.headers().first("Location").orElse("");
                var there = Endpoint.parse(location.startsWith("//") ? "https:" + location : location);
                var again = new WireRequest(
                        request.method(), there.target(), request.headers(), request.body(), request.framing());
                return right.exchange(there.origin(), again, timeouts.within(Reach.ANYWHERE));
            } catch (NotWellFormed e) {
                return exchange;
            }
        });
    }

    /** A code goes to whatever place the other server names for it, as if that place were its own. */
    static UnaryOperator<VirtualPlan> asksForTokensAnywhere() {
        return Wrongs.sending(() -> {
            Map<Origin, Endpoint> said = new ConcurrentHashMap<>();
            return (right, to, request, timeouts) -> {
                var place = said.get(to);
                if (request.path().equals("/token-of-yours") && place != null) {
                    var there = new WireRequest(
                            request.method(), place.target(), request.headers(), request.body(), request.framing());
                    return right.exchange(place.origin(), there, timeouts.within(Reach.ANYWHERE));
                }
                var exchange = right.exchange(to, request, timeouts);
                if (!request.path().equals(Wrongs.DISCOVERY) || !(exchange instanceof Replied(var reply)))
                    return exchange;
                return new Replied(Wrongs.withBytes(
                        reply,
                        bytes -> Wrongs.edited(bytes, document -> {
                            if (!document.has("tokenEndPoint")) return document;
                            said.put(
                                    to,
                                    Endpoint.parse(
                                            document.path("tokenEndPoint").asText()));
                            return document.put("tokenEndPoint", to + "/token-of-yours");
                        })));
            };
        });
    }

    /** A stream is read to its end before anybody looks at it. */
    static Exchange drained(Exchange exchange) {
        if (!(exchange instanceof Replied(var reply)) || !(reply.body() instanceof Body.Stream(var content)))
            return exchange;
        try (var stream = content.open()) {
            stream.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Replied(WireReply.of(reply.status(), reply.headers(), Body.of("")));
    }

    static Exchange withoutPadding(Exchange exchange) {
        if (!(exchange instanceof Replied(var reply))) return exchange;
        var headers = new Headers(reply.headers().lines().stream()
                .filter(line -> !line.name().startsWith("X-Padding"))
                .toList());
        return new Replied(new WireReply(reply.status(), headers, reply.body(), reply.framing()));
    }

    static Exchange unpacked(Exchange exchange) {
        if (!(exchange instanceof Replied(var reply))
                || reply.headers().first("Content-Encoding").isEmpty()) return exchange;
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(Wrongs.bytes(reply.body())))) {
            return new Replied(WireReply.json(reply.status(), stream.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a reader sees it that has put in what the document type says. */
    static Exchange withoutDocumentType(Exchange exchange) {
        if (!(exchange instanceof Replied(var reply)) || reply.status() != 207) return exchange;
        return new Replied(Wrongs.withBytes(reply, bytes -> {
            var xml = new String(bytes, StandardCharsets.UTF_8);
            return xml.replaceFirst("(?s)<!DOCTYPE[^<\\[]*(\\[.*?\\])?>", "")
                    .replaceAll("&e[0-9]*;", "")
                    .getBytes(StandardCharsets.UTF_8);
        }));
    }
}
