package org.meshbed.simulator.oracle.mutant;

import static org.meshbed.simulator.oracle.mutant.Changes.DISCOVERY;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Timeouts;
import org.meshbed.nodes.port.Transport;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** Receiving servers that ask for tokens wrongly. */
final class TokenMutants {
    private static final String SHARE = "omega-token-share";
    private static final String SECRET = "secret-of-" + SHARE;
    private static final String AUTHORIZATION = "Authorization";
    private static final Headers FORM = Headers.of("Content-Type", "application/x-www-form-urlencoded");

    private TokenMutants() {}

    static List<Mutant> all() {
        var all = new ArrayList<Mutant>();
        all.addAll(asking());
        all.addAll(offering());
        all.addAll(IssuerMutants.all());
        return all;
    }

    private static List<Mutant> asking() {
        return List.of(
                asking("by PUT", "TOKEN-01", request -> Changes.method(request, "PUT")),
                asking(
                        "by GET",
                        "TOKEN-01",
                        request -> WireRequest.get(Omega.TOKENS + "?" + form("alpha.example"), Headers.NONE)),
                asking("elsewhere", "TOKEN-01", request -> Changes.target(request, target -> target + "-of-yours")),
                asking("with JSON", "TOKEN-02", request -> json("alpha.example")),
                asking("in the name of another", "TOKEN-04", request -> post("elsewhere.example")),
                Mutant.of("tokens: asked for without TLS", "SEC-04", exchanging(request -> request, Scheme.HTTP, false))
                        .meeting(TokenMutants::exchanges)
                        .then(TokenMutants::read),
                Mutant.of(
                                "tokens: asked for without a signature",
                                "SIG-02 SIG-47 SEC-01 SEC-05 INV-15 SHARE-06 NOTIF-06 TOKEN-03",
                                Changes.both(
                                        exchanging(request -> request, Scheme.HTTPS, false),
                                        Changes.answer(DISCOVERY, doc -> {
                                            DocumentMutants.can(doc, "http-sig");
                                            doc.put("jwksUri", "https://keys.example/alpha");
                                        })))
                        .meeting(doc -> {
                            exchanges(doc);
                            DocumentMutants.can(doc, "http-sig");
                            doc.put("jwksUri", "https://keys.example/omega");
                        })
                        .then(TokenMutants::read),
                Mutant.of(
                                "tokens: an old one is used again",
                                "TOKEN-07",
                                exchanging(request -> request, Scheme.HTTPS, false))
                        .meeting(document -> exchanges(document).put("provider", Omega.FORGETS))
                        .then(stage -> {
                            read(stage);
                            look(stage);
                        }),
                Mutant.of(
                                "tokens: without one it gives up",
                                "ACC-09 TOKEN-11 TOKEN-15",
                                exchanging(request -> request, Scheme.HTTPS, true))
                        .meeting(document -> exchanges(document).put("provider", Omega.REFUSES_TOKENS))
                        .then(TokenMutants::read));
    }

    private static Mutant asking(String name, String breaks, UnaryOperator<WireRequest> change) {
        return Mutant.of("tokens: asked for " + name, breaks, exchanging(change, Scheme.HTTPS, false))
                .meeting(TokenMutants::exchanges)
                .then(TokenMutants::read);
    }

    private static List<Mutant> offering() {
        return List.of(
                Mutant.of(
                        "share: token exchange required of who cannot do it",
                        "TOKEN-09",
                        Changes.both(
                                ShareMutants.changingSharesToOmega(share -> {
                                    Flows.requires(share).add("must-exchange-token");
                                    Flows.webdav(share).put("sharedSecret", "opens-nothing");
                                }),
                                Changes.answer(DISCOVERY, DocumentMutants::exchanges))),
                Mutant.of(
                                "share: the secret between servers that both exchange",
                                "SEC-03",
                                Changes.answer(DISCOVERY, DocumentMutants::exchanges))
                        .meeting(TokenMutants::exchanges));
    }

    /** Omega exchanges tokens. */
    static ObjectNode exchanges(ObjectNode document) {
        DocumentMutants.can(document, "exchange-token");
        return document.put("tokenEndPoint", "https://omega.example" + Omega.TOKENS);
    }

    private static String form(String client) {
        return "grant_type=authorization_code&client_id=" + client + "&code=" + SECRET;
    }

    private static WireRequest post(String client) {
        return WireRequest.post(Omega.TOKENS, FORM, form(client).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static WireRequest json(String client) {
        var fields = Json.object()
                .put("grant_type", "authorization_code")
                .put("client_id", client)
                .put("code", SECRET);
        return WireRequest.post(Omega.TOKENS, Headers.of("Content-Type", "application/json"), Json.bytes(fields));
    }

    /**
     * Before the first access by the secret of omega's share that is exchanged, in some way; afterwards by the token.
     *
     * @param stubborn whether it goes no further where that fails
     */
    private static Change exchanging(UnaryOperator<WireRequest> way, Scheme scheme, boolean stubborn) {
        var tokens = new LinkedHashMap<Transport, String>();
        return Changes.sending((usual, to, request, timeouts) -> {
            if (request.path().equals(Omega.TOKENS)) return usual.exchange(to, way.apply(request), timeouts);
            var bearer = request.headers().first(AUTHORIZATION).orElse("");
            if (!bearer.equals("Bearer " + SECRET)) return usual.exchange(to, request, timeouts);
            var token = tokens.computeIfAbsent(usual, _ -> token(usual, new Origin(scheme, to.host()), way, timeouts));
            if (token.isEmpty() && stubborn) return new Exchange.Refused("no token, no access");
            return usual.exchange(
                    to,
                    token.isEmpty() ? request : Changes.header(request, AUTHORIZATION, "Bearer " + token),
                    timeouts);
        });
    }

    private static String token(Transport usual, Origin to, UnaryOperator<WireRequest> way, Timeouts timeouts) {
        var answer = usual.exchange(to, way.apply(post("alpha.example")), timeouts);
        if (!(answer instanceof Exchange.Replied(WireReply reply)) || !reply.successful()) return "";
        try {
            return MessageView.of(Json.read(reply.bytes()))
                    .text("access_token")
                    .value()
                    .orElse("");
        } catch (Json.NotJson e) {
            return "";
        }
    }

    /** Omega shares a file, and alice reads it. */
    private static void read(Scene.Stage stage) {
        var share = stage.omega().share("file", message -> {
            message.put("providerId", SHARE);
            Flows.webdav(message).put("uri", SHARE + "-file").put("sharedSecret", SECRET);
        });
        stage.omega().post(stage.alpha(), "/ocm/shares", share);
        look(stage);
    }

    private static void look(Scene.Stage stage) {
        for (var share : stage.alice().received().value().orElse(List.of())) {
            if (share.state() == ReceivedShare.State.PENDING) stage.alice().accept(share.id());
            else if (!share.name().startsWith("song")) continue;
            stage.alice().read(Place.in(share.id(), ""));
        }
        stage.settle();
        stage.mesh().world().advance(java.time.Duration.ofSeconds(30));
    }
}
