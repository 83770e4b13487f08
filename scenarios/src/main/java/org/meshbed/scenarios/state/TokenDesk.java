package org.meshbed.scenarios.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.meshbed.nodes.dialect.OcsForm;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** Where a foreign server exchanges codes for tokens, and the tokens that it was given by others. */
public final class TokenDesk {
    private final String server;
    private final List<Given> given = new CopyOnWriteArrayList<>();
    private final Map<String, List<String>> got = new ConcurrentHashMap<>();
    private volatile boolean open;
    private volatile boolean tokensOnly;
    private volatile Optional<String> place = Optional.empty();
    private volatile Duration lives = Duration.ofHours(1);

    private record Given(String token, Announcement share, Instant until) {}

    TokenDesk(String server) {
        this.server = server;
    }

    public void opens(String at) {
        open = true;
        place = Optional.of(at);
    }

    /** It says that it exchanges codes, and not where. */
    public void opensNowhere() {
        open = true;
        place = Optional.empty();
    }

    public void takesTokensOnly() {
        tokensOnly = true;
    }

    public void givesTokensThatLive(Duration duration) {
        lives = duration;
    }

    public void forgetsTokens() {
        given.clear();
    }

    /** Tokens that it was given for a share of others, in order. */
    public List<String> tokens(String file) {
        return List.copyOf(got.getOrDefault(file, List.of()));
    }

    public void got(String file, String token) {
        got.computeIfAbsent(file, _ -> new CopyOnWriteArrayList<>()).add(token);
    }

    /** All tokens that it gave or was given. */
    public List<String> known() {
        var known = new ArrayList<String>();
        given.forEach(g -> known.add(g.token()));
        got.values().forEach(known::addAll);
        return known;
    }

    ObjectNode in(ObjectNode document) {
        if (!open) return document;
        document.withArray("/capabilities").add("exchange-token");
        place.ifPresent(at -> document.put("tokenEndPoint", at));
        return document;
    }

    /** A right answer to a token request. */
    WireAnswer answer(byte[] body, Function<String, Optional<Announcement>> bySecret, Instant now) {
        try {
            var form = MessageView.of(OcsForm.read(body));
            var share = form.text("code").value().flatMap(bySecret);
            if (!form.text("grant_type").value().equals(Optional.of("authorization_code")) || share.isEmpty())
                return error("invalid_grant");
            var token = "token-of-" + server + "-" + (given.size() + 1) + "-" + now.getEpochSecond();
            given.add(new Given(token, share.get(), now.plus(lives)));
            return WireReply.json(
                    200,
                    Json.bytes(Json.object()
                            .put("access_token", token)
                            .put("token_type", "Bearer")
                            .put("expires_in", lives.toSeconds())));
        } catch (Json.NotJson e) {
            return error("invalid_request");
        }
    }

    private static WireReply error(String word) {
        return WireReply.json(400, Json.bytes(Json.object().put("error", word)));
    }

    /** Whether what a request shows opens a share here. A server that exchanges nothing looks at nothing. */
    boolean lets(WireRequest request, Announcement share, Instant now) {
        if (!open) return true;
        var shown = request.headers().first("Authorization").orElse("");
        if (!tokensOnly && shown.equals("Bearer " + share.secret())) return true;
        return given.stream()
                .anyMatch(g -> shown.equals("Bearer " + g.token()) && g.share() == share && now.isBefore(g.until()));
    }

    static WireReply unauthorized() {
        return WireReply.of(
                401, Headers.of("WWW-Authenticate", "Bearer realm=\"files\""), org.meshbed.nodes.protocol.Body.NONE);
    }
}
