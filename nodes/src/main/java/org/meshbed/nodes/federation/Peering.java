package org.meshbed.nodes.federation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.meshbed.nodes.dialect.OcsEnvelope;
import org.meshbed.nodes.dialect.OcsForm;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.trust.Outbound;
import org.meshbed.nodes.vendor.Errand;
import org.meshbed.nodes.vendor.quirk.TrustQuirk.TrustExchanges;

/** What one server says to another that it trusts. */
final class Peering {
    private static final Errand TRUST = Errand.of("trust");
    private static final Errand BOOK = Errand.of("book");
    private static final int MOST_BYTES = 1 << 20;
    private static final String QUESTION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <d:sync-collection xmlns:d="DAV:">
              <d:sync-token%s
              <d:prop>
                <d:getcontenttype/>
                <d:getetag/>
              </d:prop>
            </d:sync-collection>
            """;

    private final Outbound outbound;
    private final Ports ports;
    private final Origin own;

    Peering(Outbound outbound, Ports ports, Origin own) {
        this.outbound = outbound;
        this.ports = ports;
        this.own = own;
    }

    /** Answers to the question for the secret. */
    sealed interface Answer {
        record Secret(String secret) implements Answer {}

        record Not() implements Answer {}

        /** The question is to be put again. */
        record Later() implements Answer {}
    }

    boolean isThere(TrustExchanges how, String url) {
        return answered(TRUST, WireRequest.get(how.looks(), Headers.NONE), url)
                .filter(reply -> reply.status() == 200)
                .isPresent();
    }

    /** Whether the other server took the token; empty where it is to be told again. */
    Optional<Boolean> tell(TrustExchanges how, Trusted row) {
        var request = WireRequest.post(
                how.calls() + "/request-shared-secret",
                Headers.of("Content-Type", "application/x-www-form-urlencoded"),
                form(row.token()).getBytes(StandardCharsets.UTF_8));
        return answered(TRUST, request, row.url())
                .filter(reply -> reply.status() == 200 || reply.status() == 403)
                .map(reply -> reply.status() == 200);
    }

    Answer ask(TrustExchanges how, Trusted row) {
        var request = WireRequest.get(how.calls() + "/shared-secret?" + form(row.theirs()), Headers.NONE);
        var reply = answered(TRUST, request, row.url());
        if (reply.filter(r -> r.status() == 200 || r.status() == 403).isEmpty()) return new Answer.Later();
        return reply.flatMap(OcsEnvelope::in)
                .map(envelope -> envelope.data().getOrDefault("sharedSecret", ""))
                .filter(secret -> !secret.isEmpty())
                .<Answer>map(Answer.Secret::new)
                .orElseGet(Answer.Not::new);
    }

    private String form(String token) {
        return new OcsForm()
                .put("url", own.toString())
                .put("token", token)
                .put("format", "json")
                .toString();
    }

    /** Reads the list of people, and each of them; answers what the list is called now, empty where it is not given. */
    Optional<String> people(TrustExchanges how, Trusted row) {
        var token = row.seen().isEmpty() ? "/>" : ">" + row.seen() + "</d:sync-token>";
        var question = new WireRequest(
                "REPORT",
                how.book(),
                Headers.of("Content-Type", "application/xml"),
                Body.of(QUESTION.formatted(token)),
                Framing.LENGTH);
        var reply = shown(question, row).filter(r -> r.status() == 207);
        if (reply.isEmpty()) return Optional.empty();
        var list = PeopleList.read(reply.get().bytes());
        for (var href : list.hrefs()) shown(WireRequest.get(href, Headers.NONE), row);
        ports.witness().decided("people of " + row.url(), "read", list.hrefs().size() + " are new or changed");
        return list.mark();
    }

    /** Asks without credentials first, and once more with them where they are asked for. */
    private Optional<WireReply> shown(WireRequest request, Trusted row) {
        var first = answered(BOOK, request, row.url());
        if (first.filter(reply -> reply.status() == 401).isEmpty()) return first;
        var basic = Base64.getEncoder().encodeToString(("system:" + row.secret()).getBytes(StandardCharsets.UTF_8));
        return answered(BOOK, request.withHeaders(request.headers().and("Authorization", "Basic " + basic)), row.url());
    }

    private Optional<WireReply> answered(Errand errand, WireRequest request, String url) {
        var origin = Endpoint.parse(url).origin();
        if (!(outbound.ask(errand, new Endpoint(origin, request.target()), request)
                instanceof Exchange.Replied(var reply))) return Optional.empty();
        try {
            return Optional.of(WireReply.of(reply.status(), reply.headers(), body(reply)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Body body(WireReply reply) throws IOException {
        var bytes = outbound.read(reply, MOST_BYTES);
        return bytes.length == 0 ? Body.NONE : new Body.Bytes(bytes);
    }
}
