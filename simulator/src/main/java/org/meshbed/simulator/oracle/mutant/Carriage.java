package org.meshbed.simulator.oracle.mutant;

import java.util.List;
import java.util.function.Predicate;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireRequest;

/** Servers that send right messages in a wrong way. */
final class Carriage {
    private Carriage() {}

    static List<Mutant> mutants(
            String what,
            Predicate<WireRequest> which,
            String place,
            String post,
            String where,
            String type,
            String body,
            String tls) {
        return List.of(
                Mutant.of(what + " are put", post, Changes.request(which, request -> Changes.method(request, "PUT"))),
                Mutant.of(
                        what + " go to a wrong place",
                        where,
                        Changes.request(
                                which,
                                request ->
                                        Changes.target(request, target -> target.replace(place, place + "-of-yours")))),
                Mutant.of(
                        what + " are plain text",
                        type,
                        Changes.request(which, request -> Changes.header(request, "Content-Type", "text/plain"))),
                Mutant.of(what + " are lists", body, Changes.request(which, Carriage::listed)),
                Mutant.of(
                        what + " go without TLS",
                        tls,
                        Changes.sending((usual, to, request, timeouts) -> usual.exchange(
                                which.test(request) ? new Origin(Scheme.HTTP, to.host()) : to, request, timeouts))));
    }

    private static WireRequest listed(WireRequest request) {
        var list = Json.mapper().createArrayNode();
        list.add(Changes.view(request).node());
        return new WireRequest(
                request.method(), request.target(), request.headers(), Body.of(Json.bytes(list)), request.framing());
    }
}
