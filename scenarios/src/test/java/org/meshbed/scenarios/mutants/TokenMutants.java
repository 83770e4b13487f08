package org.meshbed.scenarios.mutants;

import static org.meshbed.scenarios.mutants.Mutant.nodesThat;
import static org.meshbed.scenarios.mutants.Wrongs.DATA;
import static org.meshbed.scenarios.mutants.Wrongs.DISCOVERY;
import static org.meshbed.scenarios.mutants.Wrongs.bytes;
import static org.meshbed.scenarios.mutants.Wrongs.keeping;
import static org.meshbed.scenarios.mutants.Wrongs.says;
import static org.meshbed.scenarios.mutants.Wrongs.saysJson;
import static org.meshbed.scenarios.mutants.Wrongs.seeing;
import static org.meshbed.scenarios.mutants.Wrongs.sending;
import static org.meshbed.scenarios.mutants.Wrongs.serving;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.meshbed.nodes.node.OcmNode;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.world.virtual.VirtualPlan;

/** Nodes that are wrong about the exchange of secrets for tokens. */
public final class TokenMutants {
    private static final String TOKEN = "/ocm/token";
    private static final Pattern CLIENT = Pattern.compile("client_id=[^&]*");
    private static final Pattern CODE = Pattern.compile("code=([^&]*)");
    private static final Pattern RECIPIENT = Pattern.compile("\"shareWith\":\"[^@\"]*@([^\"]*)\"");

    private TokenMutants() {}

    /** Nodes that are wrong about tokens. */
    public static Stream<Mutant> token() {
        return Stream.of(
                nodesThat(
                                "give a token for any code",
                                says(
                                        TOKEN,
                                        (_, reply) -> reply.status() == 400
                                                        && text(reply).contains("invalid_grant")
                                                ? given()
                                                : reply))
                        .mustFail(
                                "token/hostile.feature",
                                "A token is asked for with a guessed code",
                                "A token is asked for with the id of the share as code",
                                "The secret of another server is exchanged for nothing",
                                "A secret that comes again after the share has ended"),
                nodesThat(
                                "do not look who asks",
                                serving((right, node) -> request -> right.answer(
                                        node, request.path().equals(TOKEN) ? asTheRecipient(node, request) : request)))
                        .mustFail("token/hostile.feature", "The secret of another server is exchanged for nothing"),
                nodesThat("give tokens that never end", seeing(WrongTime::standingStill))
                        .mustFail("token/ending.feature", "A token opens nothing after its time"),
                nodesThat("open everything to each token that they gave", opensToEachToken())
                        .mustFail(
                                "token/hostile.feature",
                                "A token for one share does not open another",
                                "A secret that comes again after the share has ended"),
                nodesThat("go on serving tokens of shares that have ended", opensToEachToken())
                        .mustFail(
                                "token/ending.feature",
                                "A token opens nothing after unsharing",
                                "A token opens nothing after the end of the share",
                                "A token opens nothing after its time"),
                nodesThat(
                                "open to the secret where they demand a token",
                                keeping(WrongStore.rewrites("sent-shares", "\"exchange\":true", "\"exchange\":false")))
                        .mustFail(
                                "token/demanding.feature",
                                "The secret opens nothing where the exchange is demanded",
                                "A receiver that demands the exchange cannot use the secret either"),
                nodesThat(
                                "fall back to the secret where they must not",
                                keeping(WrongStore.rewrites(
                                        "received-shares", "\"exchange\":true", "\"exchange\":false")))
                        .mustFail(
                                "token/demanding.feature",
                                "Where a token is demanded, nothing is shown when that it is broken",
                                "Where a token is demanded, nothing is shown when with a page of HTML"),
                nodesThat(
                                "do not fall back to the secret where they must",
                                keeping(WrongStore.rewrites(
                                        "received-shares", "\"exchange\":false", "\"exchange\":true")))
                        .mustFail(
                                "token/exchanging.feature",
                                "Where a token is not demanded, the secret is shown when that it is broken",
                                "Where a token is not demanded, the secret is shown when that the message is wrong"),
                nodesThat("show the secret in place of the token", showsTheSecret())
                        .mustFail(
                                "token/exchanging.feature",
                                "One token serves until it grows old",
                                "A token is renewed before it expires"),
                nodesThat("do not say what they demand", saysJson(DISCOVERY, d -> {
                            d.putArray("criteria");
                            return d;
                        }))
                        .mustFail(
                                "token/exchanging.feature",
                                "The recipient's server demands the exchange, and the sender's makes it a requirement"));
    }

    private static String text(WireReply reply) {
        return new String(bytes(reply.body()), StandardCharsets.UTF_8);
    }

    private static WireReply given() {
        return WireReply.json(
                200,
                Json.bytes(Json.object()
                        .put("access_token", "a-token-for-everybody")
                        .put("token_type", "Bearer")
                        .put("expires_in", 3600)));
    }

    private static WireRequest asTheRecipient(OcmNode node, WireRequest request) {
        for (var row : node.ports().store().rows("sent-shares")) {
            var body = new String(bytes(request.body()), StandardCharsets.UTF_8);
            var code = CODE.matcher(body);
            var share = new String(row.value(), StandardCharsets.UTF_8);
            var recipient = RECIPIENT.matcher(share);
            if (!code.find() || !share.contains(code.group(1)) || !recipient.find()) continue;
            var changed = CLIENT.matcher(body).replaceAll("client_id=" + recipient.group(1));
            return Wrongs.withBody(request, changed.getBytes(StandardCharsets.UTF_8));
        }
        return request;
    }

    private static UnaryOperator<VirtualPlan> opensToEachToken() {
        return plan -> {
            Set<String> tokens = ConcurrentHashMap.newKeySet();
            var right = plan.serving();
            return plan.with((node, request) -> {
                var answer = right.answer(node, request);
                if (!(answer instanceof WireReply reply)) return answer;
                if (request.path().equals(TOKEN)) remember(tokens, reply);
                var shown = request.headers().first("Authorization").orElse("");
                return request.path().startsWith(DATA) && tokens.contains(shown) && !reply.successful()
                        ? WireReply.text(200, "whatever")
                        : reply;
            });
        };
    }

    private static void remember(Set<String> tokens, WireReply reply) {
        try {
            tokens.add("Bearer "
                    + Json.read(bytes(reply.body())).path("access_token").asText());
        } catch (Json.NotJson e) {
            return; // no token is in what is no JSON
        }
    }

    private static UnaryOperator<VirtualPlan> showsTheSecret() {
        return sending(() -> {
            var code = new AtomicReference<>("");
            return (right, to, request, timeouts) -> {
                if (request.path().endsWith("/token")) {
                    var found = CODE.matcher(new String(bytes(request.body()), StandardCharsets.UTF_8));
                    if (found.find()) code.set(found.group(1));
                }
                var shows = !code.get().isEmpty()
                        && request.headers().first("Authorization").isPresent();
                var headers = request.headers().without("Authorization");
                return right.exchange(
                        to,
                        shows ? request.withHeaders(headers.and("Authorization", "Bearer " + code.get())) : request,
                        timeouts);
            };
        });
    }
}
