package org.meshbed.simulator.oracle.mutant;

import static org.meshbed.simulator.oracle.mutant.Changes.DISCOVERY;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** Sending servers that give tokens wrongly. What they are made from gives them rightly. */
final class IssuerMutants {
    private static final String PLACE = "/ocm/token";
    private static final String AUTHORIZATION = "Authorization";
    private static final String GRANT = "authorization_code";

    private IssuerMutants() {}

    static List<Mutant> all() {
        return List.of(
                answering("with 201", "TOKEN-06", flaws -> flaws.status = 201),
                answering("without access_token", "TOKEN-06", flaws -> flaws.answer = a -> a.remove("access_token")),
                answering("without expires_in", "TOKEN-06", flaws -> flaws.answer = a -> a.remove("expires_in")),
                answering(
                        "without token_type", "TOKEN-06 YAML-09", flaws -> flaws.answer = a -> a.remove("token_type")),
                answering("with another type", "YAML-09", flaws -> flaws.answer = a -> a.put("token_type", "MAC")),
                answering(
                        "with a refresh token",
                        "DEF-17",
                        flaws -> flaws.answer = a -> a.put("refresh_token", "for-ever-and-ever")),
                answering("that never end", "DEF-17", flaws -> flaws.ends = false),
                answering("once for each code", "DEF-19 TOKEN-05", flaws -> flaws.once = true),
                answering("unless there is a redirect_uri", "TOKEN-05", flaws -> flaws.mindsMore = true),
                answering("for any code", "TOKEN-08", flaws -> flaws.anyCode = true),
                answering("for any grant", "TOKEN-08", flaws -> flaws.anyGrant = true),
                answering("or 404", "TOKEN-08", flaws -> flaws.refusal = 404),
                answering("or no reason", "TOKEN-08", flaws -> flaws.error = ""),
                answering("or an odd reason", "DEF-18", flaws -> flaws.error = "not_in_the_mood"),
                answering("for JSON", "TOKEN-02", flaws -> flaws.anyType = true),
                answering("to any client", "TOKEN-04", flaws -> flaws.anyClient = true));
    }

    private static Mutant answering(String name, String breaks, Consumer<Issuer> flaw) {
        var issuer = new Issuer();
        flaw.accept(issuer);
        return Mutant.of("tokens: given " + name, breaks, Changes.both(issuer, Changes.answer(DISCOVERY, document -> {
                    DocumentMutants.can(document, "exchange-token");
                    document.put("tokenEndPoint", "https://alpha.example" + PLACE);
                })))
                .then(IssuerMutants::ask);
    }

    /** A token end point before a node that has none. */
    private static final class Issuer implements Change {
        private final Map<String, String> secrets = new LinkedHashMap<>();
        private final Map<String, Integer> given = new LinkedHashMap<>();
        private int status = 200;
        private int refusal = 400;
        private String error = "invalid_grant";
        private Consumer<ObjectNode> answer = _ -> {};
        private boolean ends = true;
        private boolean once;
        private boolean mindsMore;
        private boolean anyCode;
        private boolean anyGrant;
        private boolean anyType;
        private boolean anyClient;

        @Override
        public WireAnswer answering(WireRequest request, Answering usual) {
            if (request.path().equals(PLACE)) return token(request);
            var bearer = request.headers().first(AUTHORIZATION).orElse("").replace("Bearer ", "");
            var secret = secrets.get(bearer);
            if (secret == null) return usual.answer(request);
            var late = request.headers().first("X-Late").isPresent();
            if (late && ends) return WireReply.text(401, "it has ended");
            return usual.answer(Changes.header(request, AUTHORIZATION, "Bearer " + secret));
        }

        private WireReply token(WireRequest request) {
            var fields = fields(request);
            var code = fields.getOrDefault("code", "");
            var right = (anyGrant || GRANT.equals(fields.get("grant_type")))
                    && (anyCode || !code.startsWith("unknown"))
                    && !code.isEmpty()
                    && (anyClient || "omega.example".equals(fields.get("client_id")))
                    && !(mindsMore && fields.containsKey("redirect_uri"))
                    && given.merge(code, 1, Integer::sum) <= (once ? 1 : 9);
            if (!right) return refused();
            var token = "token-" + secrets.size() + "-of-alpha";
            secrets.put(token, code);
            var body = Json.object()
                    .put("access_token", token)
                    .put("token_type", "Bearer")
                    .put("expires_in", 5);
            answer.accept(body);
            return WireReply.json(status, Json.bytes(body));
        }

        private WireReply refused() {
            var body = Json.object();
            if (!error.isEmpty()) body.put("error", error);
            return WireReply.json(refusal, Json.bytes(body));
        }

        private Map<String, String> fields(WireRequest request) {
            var fields = new LinkedHashMap<String, String>();
            var json = request.headers().first("Content-Type").orElse("").contains("json");
            if (json && anyType)
                for (var name : List.of("grant_type", "client_id", "code"))
                    Changes.view(request).text(name).value().ifPresent(value -> fields.put(name, value));
            if (json || !(request.body() instanceof Body.Bytes(var bytes))) return fields;
            for (var pair : new String(bytes, StandardCharsets.UTF_8).split("&")) {
                var parts = pair.split("=", 2);
                if (parts.length == 2) fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
            return fields;
        }
    }

    /** Alice shares a file with mallory; omega asks for tokens rightly and wrongly, and reads. */
    private static void ask(Scene.Stage stage) {
        var omega = stage.omega();
        var before = omega.got().size();
        stage.alice().write(Place.own("tokens.txt"), Content.of("worth a token".getBytes(StandardCharsets.UTF_8)));
        stage.alice().share(ShareWish.of("tokens.txt", "mallory@omega.example"));
        stage.settle();
        if (omega.got().size() == before) return;
        var webdav = omega.got()
                .getLast()
                .object("protocol")
                .value()
                .flatMap(p -> p.object("webdav").value());
        var code = webdav.flatMap(w -> w.text("sharedSecret").value()).orElse("");
        var uri = webdav.flatMap(w -> w.text("uri").value()).orElse("");
        var right = "grant_type=authorization_code&client_id=omega.example&code=" + code;
        form(stage, right);
        form(stage, right + "&redirect_uri=https%3A%2F%2Fomega.example%2F");
        form(stage, right);
        form(stage, right.replace(code, "unknown-code-of-nobody"));
        form(stage, right.replace("authorization_code", "password"));
        form(stage, right.replace("omega.example", "elsewhere.example"));
        form(stage, "grant_type=authorization_code&client_id=omega.example");
        omega.post(
                stage.alpha(),
                PLACE,
                Json.object()
                        .put("grant_type", GRANT)
                        .put("client_id", "omega.example")
                        .put("code", code));
        omega.get(stage.alpha(), "/dav/ocm/" + uri, "token-0-of-alpha");
        stage.settle();
        stage.mesh().world().advance(Duration.ofSeconds(60));
        omega.get(
                stage.alpha(),
                "/dav/ocm/" + uri,
                Headers.of("Authorization", "Bearer token-0-of-alpha", "X-Late", "yes"));
    }

    private static void form(Scene.Stage stage, String form) {
        stage.omega()
                .send(
                        stage.alpha(),
                        WireRequest.post(
                                PLACE,
                                Headers.of("Content-Type", "application/x-www-form-urlencoded"),
                                form.getBytes(StandardCharsets.UTF_8)));
    }
}
