package org.meshbed.scenarios.conform;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.scenarios.conform.Session.Footing;

/** Secrets of shares are exchanged for tokens at the server under test, rightly and wrongly. */
final class TokenProbes {
    private static final Headers FORM = Headers.of("Content-Type", "application/x-www-form-urlencoded");
    private static final Headers JSON = Headers.of("Content-Type", "application/json");
    private static final String RIGHT = "TOKEN-05 TOKEN-06 YAML-09 DEF-17 DEF-19";
    private static final String WRONG = "TOKEN-08 DEF-18";

    private final Session session;
    private final Peer peer;
    private final Optional<Endpoint> endpoint;

    /** @param peer with whom something was shared */
    TokenProbes(Session session, Peer peer) {
        this.session = session;
        this.peer = peer;
        this.endpoint = endpoint(session.document());
    }

    private static Optional<Endpoint> endpoint(MessageView document) {
        try {
            return document.text("tokenEndPoint").value().map(Endpoint::parse);
        } catch (NotWellFormed e) {
            return Optional.empty();
        }
    }

    /**
     * @param secret of a share that the peer has got
     * @return the token it was given for it
     */
    Optional<String> send(String secret) {
        if (endpoint.isEmpty()) {
            session.tally().note(RIGHT + " " + WRONG, Outcome.UNSUPPORTED, "no tokenEndPoint in its document");
            return Optional.empty();
        }
        var token = token(secret);
        var footing = token.isPresent()
                ? Footing.SOUND
                : new Footing(Outcome.BLOCKED, "a refusal proves nothing where the right request got no token");
        if (token.isEmpty()) session.tally().note(RIGHT, Outcome.BLOCKED, "the right request got no token");
        ask(RIGHT, footing, "the same request again", fields(secret));
        ask(RIGHT, footing, "a request with more than is asked for", with(fields(secret), "redirect_uri", "https://x"));
        ask(WRONG, footing, "a request with an unknown code", fields("no-such-code"));
        ask(WRONG, footing, "a request without a code", without(fields(secret), "code"));
        ask(WRONG, footing, "a request without grant_type", without(fields(secret), "grant_type"));
        ask(WRONG, footing, "a request of another grant_type", with(fields(secret), "grant_type", "password"));
        ask(
                WRONG + " TOKEN-04",
                footing,
                "a request by a server that the share is not for",
                with(fields(secret), "client_id", "elsewhere.example"));
        var json = Json.object();
        fields(secret).forEach(json::put);
        session.probe(
                WRONG + " TOKEN-02",
                footing,
                "a request that is no form",
                () -> peer.post(endpoint.get(), JSON, Json.bytes(json)));
        return token;
    }

    /** The token that is given for a secret, where one is. */
    Optional<String> token(String secret) {
        if (endpoint.isEmpty()) return Optional.empty();
        return ask(RIGHT, Footing.SOUND, "a right request for a token", fields(secret))
                .filter(WireReply::successful)
                .map(Session::body)
                .flatMap(answer -> answer.text("access_token").value());
    }

    private Map<String, String> fields(String secret) {
        var fields = new TreeMap<String, String>();
        fields.put("grant_type", "authorization_code");
        fields.put("client_id", peer.host().toString());
        fields.put("code", secret);
        return fields;
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        fields.put(name, value);
        return fields;
    }

    private static Map<String, String> without(Map<String, String> fields, String name) {
        fields.remove(name);
        return fields;
    }

    private Optional<WireReply> ask(String ids, Footing footing, String what, Map<String, String> fields) {
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var body = form.getBytes(StandardCharsets.UTF_8);
        return session.probe(ids, footing, what, () -> peer.post(endpoint.orElseThrow(), FORM, body));
    }
}
