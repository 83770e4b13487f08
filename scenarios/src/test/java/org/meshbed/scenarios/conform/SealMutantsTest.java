package org.meshbed.scenarios.conform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meshbed.nodes.http.NodeApplication;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.oracle.mutant.Mutants;
import org.meshbed.simulator.world.loopback.LoopbackPlan;

/** Nodes that sign or verify or give tokens wrongly in one way: the rules that the oracle proves by them, on real sockets. */
class SealMutantsTest {
    private static final String VERIFYING = "reference/1.5[sign=yes;demand-signatures=yes]";
    private static final String UNSIGNED = "SIG-02 SEC-01 SEC-05 TOKEN-03";
    private static final String EXCHANGING = "reference/1.5[sign=yes;exchange=yes]";
    private static final WireReply YES =
            WireReply.json(201, Json.bytes(Json.object().put("recipientDisplayName", "Alice")));
    private static final WireReply REFUSED =
            WireReply.json(401, Json.bytes(Json.object().put("message", "SIGNATURE_INVALID")));
    private static final WireReply MET = WireReply.json(
            200,
            Json.bytes(Json.object()
                    .put("userID", "alice")
                    .put("email", "alice@mail.example")
                    .put("name", "Alice")));
    private static final List<String> DECLARED = List.of("OCM-DISC-37", "OCM-INV-17", "OCM-SIG-07");

    /**
     * @param name as the oracle's mutant has it, where it has one
     * @param rules that it breaks, without {@code OCM-}
     * @param besides those that are broken by the way, because nobody can sign for this node
     */
    private record Wrong(String name, String rules, String besides, UnaryOperator<LoopbackPlan> change) {
        Wrong(String name, String rules, UnaryOperator<LoopbackPlan> change) {
            this(name, rules, "", change);
        }

        @Override
        public String toString() {
            return name;
        }

        void isNamed(String column) {
            var plan = change.apply(LoopbackPlan.inRealTime());
            var report = GuardsTest.report(plan, Vendors.column(column), PeerPlace.LOOPBACK, Extent.RULES);
            var failed = new TreeSet<String>();
            report.rows(Outcome.FAILED).forEach(row -> failed.add(row.rule().id()));
            DECLARED.forEach(failed::remove);
            assertThat(failed).isEqualTo(ids(rules + " " + besides));
        }

        Set<String> rulesBroken() {
            return ids(rules);
        }

        private static Set<String> ids(String rules) {
            var ids = new TreeSet<String>();
            for (var rule : rules.strip().split(" ")) ids.add("OCM-" + rule);
            return ids;
        }
    }

    /** What the oracle's mutants of these kinds do that no peer can see. */
    private static final Map<String, String> UNSEEN = Map.of(
            "tokens: asked for without TLS", "nobody who speaks TLS hears it",
            "tokens: an old one is used again", "a token would have to be kept until it has ended",
            "tokens: given that never end", "a token would have to be kept until it has ended",
            "tokens: without one it gives up", "is seen, as a node that does not fall back where it must");

    @Test
    void allMutantsOfTheOracleAreNamedButThoseThatNobodyCanSee() {
        var wrongs = Stream.of(
                        GivenVerifiersThatTakeWhatTheyMustRefuse.wrongs(),
                        GivenSignersThatSignWrongly.wrongs(),
                        GivenServersThatAskForTokensWrongly.wrongs(),
                        GivenServersThatGiveTokensWrongly.wrongs())
                .flatMap(some -> some)
                .toList();
        for (var mutant : Mutants.all()) {
            if (!mutant.column().equals("reference/1.5")) continue;
            if (KINDS.stream().noneMatch(mutant.name()::startsWith) || UNSEEN.containsKey(mutant.name())) continue;
            assertThat(wrongs)
                    .as(mutant.name())
                    .filteredOn(wrong -> wrong.name().equals(mutant.name()))
                    .singleElement()
                    .satisfies(wrong ->
                            assertThat(wrong.rulesBroken()).containsExactlyInAnyOrderElementsOf(mutant.breaks()));
        }
    }

    private static final List<String> KINDS = List.of("verifier: ", "signatures: ", "tokens: ");

    private static String header(WireRequest request, String name) {
        return request.headers().first(name).orElse("");
    }

    private static String text(WireRequest request) {
        return request.body() instanceof Body.Bytes(var bytes) ? new String(bytes, StandardCharsets.UTF_8) : "";
    }

    private static WireRequest whole(WireRequest request) {
        return HostileMutantsTest.whole(request);
    }

    /** Such requests are answered so, without the node seeing them. */
    private static UnaryOperator<LoopbackPlan> answering(Predicate<WireRequest> which, WireReply answer) {
        return plan -> plan.with((node, arrived) -> {
            var request = whole(arrived);
            return which.test(request) ? answer : NodeApplication.shared().answer(node, request);
        });
    }

    @Nested
    class GivenVerifiersThatTakeWhatTheyMustRefuse {
        static Stream<Wrong> wrongs() {
            return Stream.of(
                    takes("no-component", "SIG-32 SEC-02", r -> !input(r).contains("\"@target-uri\"")),
                    takes("what covers no digest", "SIG-32 SEC-02", r -> !input(r).contains("\"content-digest\"")),
                    takes("no-created", "SIG-33 SEC-02", r -> !input(r).contains(";created=")),
                    takes("no-keyid", "SIG-33 SEC-02", r -> !input(r).contains(";keyid=")),
                    takes("from-the-future", "SIG-34 SEC-02", r -> age(r) < -3000),
                    takes("from-long-ago", "SIG-35 SEC-02", r -> age(r) > 80_000),
                    takes("wrong-digest", "SIG-36 SIG-37 SEC-02", SealMutantsTest::wrongDigest),
                    takes("unknown-key", "SIG-38 SEC-02", r -> input(r).contains("#key19\"")),
                    takes("the key of somebody else", "SIG-38 SEC-02", r -> input(r).contains("\"thief.")),
                    takes("unusable-key", "SIG-39 SEC-02", r -> input(r).contains("-useless\"")),
                    takes("other-algorithm", "SIG-30 SIG-40 SEC-02", r -> input(r).contains(";alg=")),
                    takes("two-tagged", "SIG-43 SEC-02", r -> input(r).split("tag=\"ocm\"", -1).length > 2),
                    takes("broken", "SIG-04 SIG-26 SEC-02", SealMutantsTest::looksRight),
                    takes("for-another", "SIG-46 DEF-24", r -> text(r).contains("\"sender\":\"mallory@third.")),
                    takes("untagged", "SIG-45 DEF-13 SEC-02", r -> !input(r).contains("tag=\"ocm\"")),
                    new Wrong(
                            "verifier: takes what is unsigned",
                            "SIG-06 DEF-09",
                            answering(r -> isShare(r) && header(r, "Signature").isEmpty(), YES)),
                    new Wrong(
                            "verifier: takes invites with a broken signature",
                            "INV-16 SIG-04 SIG-26 SEC-02",
                            answering(
                                    r -> r.path().equals("/ocm/invite-accepted") && input(r).contains("\"signing."),
                                    MET)),
                    new Wrong(
                            "verifier: takes news from a server of another name",
                            "NOTIF-10 SIG-46 DEF-24",
                            answering(
                                    r -> r.path().equals("/ocm/notifications")
                                            && text(r).contains("\"senderDomain\":\"third.")
                                            && input(r).contains("\"signing."),
                                    WireReply.empty(201))),
                    refuses(
                            "sha-256",
                            "SIG-16 SEC-02",
                            r -> !input(r).contains("proxy")
                                    && header(r, "Content-Digest").matches("sha-256=:[^:]*:")),
                    refuses(
                            "two digests",
                            "SIG-36 SEC-02",
                            r -> header(r, "Content-Digest").contains(", sha-512")),
                    refuses("a signature in the second place", "SIG-41 SEC-02", r -> input(r).startsWith("proxy")),
                    refuses(
                            "a signature that others stand behind",
                            "SIG-42 SEC-02",
                            r -> input(r).contains(", proxy")));
        }

        @ParameterizedTest
        @MethodSource("wrongs")
        void whenItIsTested_thenTheRulesItBreaksAreNamed(Wrong wrong) {
            wrong.isNamed(VERIFYING);
        }
    }

    private static boolean isShare(WireRequest request) {
        return request.path().equals("/ocm/shares");
    }

    private static Wrong takes(String what, String rules, Predicate<WireRequest> which) {
        return new Wrong(
                "verifier: takes " + what,
                rules,
                answering(r -> isShare(r) && !input(r).isEmpty() && which.test(r), YES));
    }

    private static Wrong refuses(String what, String rules, Predicate<WireRequest> which) {
        return new Wrong(
                "verifier: refuses " + what,
                rules,
                answering(r -> isShare(r) && input(r).contains("\"signing.") && which.test(r), REFUSED));
    }

    private static String input(WireRequest request) {
        return header(request, "Signature-Input");
    }

    private static long age(WireRequest request) {
        var created = Pattern.compile(";created=([0-9]+)").matcher(input(request));
        return created.find() ? Clock.systemUTC().instant().getEpochSecond() - Long.parseLong(created.group(1)) : 0;
    }

    private static String sha256(WireRequest request) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(text(request).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean wrongDigest(WireRequest request) {
        var digest = header(request, "Content-Digest");
        var more = digest.contains("sha-512=:")
                && !digest.startsWith("sha-512")
                && input(request).contains("signing.");
        var right = digest.startsWith("sha-256=:" + sha256(request)) || digest.startsWith("sha-512");
        return !digest.isEmpty() && input(request).contains("\"content-digest\"") && !right && !more;
    }

    /** All that can be told without the key. */
    private static boolean looksRight(WireRequest request) {
        return input(request)
                        .matches("sig1=\\(\"@method\" \"@target-uri\" \"content-digest\" \"content-length\"\\)"
                                + ";created=[0-9]+;keyid=\"signing[^\"]*#key1\";tag=\"ocm\"")
                && Math.abs(age(request)) < 60
                && header(request, "Content-Digest").equals("sha-256=:" + sha256(request) + ":")
                && !text(request).contains("\"sender\":\"mallory@third.");
    }

    @Nested
    class GivenSignersThatSignWrongly {
        static Stream<Wrong> wrongs() {
            return Stream.of(
                    signs("without the method", "SIG-08 SEC-02", "SIG-26", input -> input.replace("\"@method\" ", "")),
                    signs(
                            "without the target",
                            "SIG-09 SEC-02",
                            "SIG-26",
                            input -> input.replace("\"@target-uri\" ", "")),
                    signs(
                            "without the digest",
                            "SIG-10 SEC-02",
                            "SIG-26",
                            input -> input.replace("\"content-digest\" ", "")),
                    signs(
                            "without the length",
                            "SIG-11 SEC-02",
                            "SIG-26",
                            input -> input.replace(" \"content-length\"", "")),
                    signs("at no time", "SIG-12 SEC-02", "SIG-26", input -> input.replaceAll(";created=[0-9]+", "")),
                    signs("with no key", "SIG-13 SEC-02", "", input -> input.replaceAll(";keyid=\"[^\"]*\"", "")),
                    signs(
                            "with an unknown key",
                            "SIG-14 SEC-02",
                            "",
                            input -> input.replaceAll("#[^\"]*\"", "#other\"")),
                    signs("without the tag", "SIG-17 SEC-02", "SIG-26", input -> input.replace(";tag=\"ocm\"", "")),
                    signs(
                            "two times",
                            "SIG-19 SEC-02",
                            "",
                            input -> input + ", again" + input.substring(input.indexOf('='))),
                    signs(
                            "by another algorithm than the key's",
                            "SIG-29 SEC-02",
                            "SIG-26",
                            input -> input.replaceAll(";alg=\"[^\"]*\"", "") + ";alg=\"rsa-v1_5-sha256\""),
                    new Wrong(
                            "signatures: none between servers that both have them",
                            "SIG-02 SIG-47 SEC-01 INV-15 SHARE-06 NOTIF-06",
                            sending(request -> request.withHeaders(
                                    request.headers().without("Signature").without("Signature-Input")))),
                    new Wrong("signatures: of something else", "SIG-26 SEC-02", sending(request -> {
                        var signature = header(request, "Signature").replaceAll("=:.{8}", "=:AAAAAAAA");
                        return with(request, "Signature", signature);
                    })),
                    new Wrong(
                            "signatures: with an unheard-of digest",
                            "SIG-15 SEC-02",
                            "SIG-26",
                            sending(request -> with(request, "Content-Digest", "rot13=:AAAA:"))),
                    new Wrong(
                            "signatures: by an algorithm without a name",
                            "SIG-31 SEC-02",
                            plan -> showing(
                                            "es512",
                                            "ES512",
                                            sending(request -> with(
                                                    request,
                                                    "Signature-Input",
                                                    input(request).replaceAll("#[^\"]*\"", "#es512\"")
                                                            + ";alg=\"ecdsa-p521-sha512\"")))
                                    .apply(plan)));
        }

        @ParameterizedTest
        @MethodSource("wrongs")
        void whenItIsTested_thenTheRulesItBreaksAreNamed(Wrong wrong) {
            wrong.isNamed("reference/1.5[sign=yes]");
        }
    }

    private static Wrong signs(String how, String rules, String besides, UnaryOperator<String> input) {
        return new Wrong(
                "signatures: " + how,
                rules,
                besides,
                sending(request -> with(request, "Signature-Input", input.apply(input(request)))));
    }

    /** Its list of keys has one more, of this algorithm; nobody can verify with it. */
    private static UnaryOperator<LoopbackPlan> showing(String name, String alg, UnaryOperator<LoopbackPlan> also) {
        return plan -> also.apply(plan.with((node, request) -> {
            var answer = NodeApplication.shared().answer(node, request);
            if (!request.path().contains("jwks") || !(answer instanceof WireReply reply)) return answer;
            var set = (ObjectNode) Session.body(reply).node();
            set.withArray("keys")
                    .addObject()
                    .put("kid", node.settings().host() + "#" + name)
                    .put("alg", alg);
            return WireReply.json(200, Json.bytes(set));
        }));
    }

    private static WireRequest with(WireRequest request, String name, String value) {
        return request.withHeaders(request.headers().without(name).and(name, value));
    }

    /** What it signs is changed on its way. */
    private static UnaryOperator<LoopbackPlan> sending(UnaryOperator<WireRequest> change) {
        return carried(request -> header(request, "Signature").isEmpty() ? request : change.apply(request));
    }

    private static UnaryOperator<LoopbackPlan> carried(UnaryOperator<WireRequest> change) {
        return plan -> plan.withPorts(usual -> new Ports(
                (to, request, timeouts) -> usual.transport().exchange(to, change.apply(request), timeouts),
                usual.time(),
                usual.tasks(),
                usual.secrets(),
                usual.chance(),
                usual.store(),
                usual.witness()));
    }

    @Nested
    class GivenServersThatAskForTokensWrongly {
        static Stream<Wrong> wrongs() {
            return Stream.of(
                    asks(
                            "by PUT",
                            "TOKEN-01",
                            "SIG-26 SEC-02",
                            r -> new WireRequest("PUT", r.target(), r.headers(), r.body(), r.framing())),
                    asks(
                            "by GET",
                            "TOKEN-01",
                            UNSIGNED,
                            r -> WireRequest.get(r.target() + "?" + text(r), Headers.NONE)),
                    asks(
                            "elsewhere",
                            "TOKEN-01",
                            "SIG-26 SEC-02",
                            r -> new WireRequest(
                                    r.method(), r.target() + "-of-yours", r.headers(), r.body(), r.framing())),
                    asks("with JSON", "TOKEN-02", "TOKEN-04 " + UNSIGNED, SealMutantsTest::asJson),
                    asks(
                            "in the name of another",
                            "TOKEN-04",
                            "SIG-26 SEC-02",
                            r -> WireRequest.post(
                                    r.target(),
                                    r.headers().without("Content-Length"),
                                    text(r).replaceAll("client_id=[^&]*", "client_id=elsewhere.example")
                                            .getBytes(StandardCharsets.UTF_8))),
                    new Wrong(
                            "tokens: asked for without a signature",
                            "SIG-02 SIG-47 SEC-01 SEC-05 INV-15 SHARE-06 NOTIF-06 TOKEN-03",
                            carried(r -> r.withHeaders(
                                    r.headers().without("Signature").without("Signature-Input")))));
        }

        @ParameterizedTest
        @MethodSource("wrongs")
        void whenItIsTested_thenTheRulesItBreaksAreNamed(Wrong wrong) {
            wrong.isNamed(EXCHANGING);
        }
    }

    private static WireRequest asJson(WireRequest request) {
        var fields = Json.object();
        for (var pair : text(request).split("&")) fields.put(pair.split("=")[0], pair.split("=")[1]);
        return WireRequest.post(request.target(), Headers.of("Content-Type", "application/json"), Json.bytes(fields));
    }

    private static Wrong asks(String how, String rules, String besides, UnaryOperator<WireRequest> change) {
        return new Wrong(
                "tokens: asked for " + how,
                rules,
                besides,
                carried(request -> request.path().endsWith("/token") ? change.apply(request) : request));
    }

    @Nested
    class GivenServersThatGiveTokensWrongly {
        static Stream<Wrong> wrongs() {
            return Stream.of(
                    gives("with 201", "TOKEN-06", answer -> answer, 201),
                    gives("without access_token", "TOKEN-06", answer -> answer.without("access_token"), 200),
                    gives("without expires_in", "TOKEN-06", answer -> answer.without("expires_in"), 200),
                    gives("without token_type", "TOKEN-06 YAML-09", answer -> answer.without("token_type"), 200),
                    gives("with another type", "YAML-09", answer -> answer.put("token_type", "MAC"), 200),
                    gives("with a refresh token", "DEF-17", answer -> answer.put("refresh_token", "for-ever"), 200),
                    issues("for any code", "TOKEN-08", r -> text(r).contains("no-such-code")),
                    issues("for any grant", "TOKEN-08", r -> text(r).contains("grant_type=password")),
                    issues(
                            "for JSON",
                            "TOKEN-02",
                            r -> header(r, "Content-Type").contains("json")),
                    issues("to any client", "TOKEN-04", r -> text(r).contains("client_id=elsewhere")),
                    refusesTokens(
                            "or 404", "TOKEN-08", _ -> WireReply.json(404, "{}".getBytes(StandardCharsets.UTF_8))),
                    refusesTokens(
                            "or no reason",
                            "TOKEN-08",
                            _ -> WireReply.json(400, "{}".getBytes(StandardCharsets.UTF_8))),
                    refusesTokens(
                            "or an odd reason",
                            "DEF-18",
                            _ -> WireReply.json(400, Json.bytes(Json.object().put("error", "not_in_the_mood")))),
                    new Wrong(
                            "tokens: given unless there is a redirect_uri",
                            "TOKEN-05",
                            answering(
                                    r -> isToken(r) && text(r).contains("redirect_uri"),
                                    WireReply.json(400, Json.bytes(Json.object().put("error", "invalid_request"))))),
                    new Wrong("tokens: given once for each code", "DEF-19 TOKEN-05", onceForEachCode()));
        }

        @ParameterizedTest
        @MethodSource("wrongs")
        void whenItIsTested_thenTheRulesItBreaksAreNamed(Wrong wrong) {
            wrong.isNamed(EXCHANGING);
        }
    }

    private static boolean isToken(WireRequest request) {
        return request.path().equals("/ocm/token");
    }

    private static UnaryOperator<LoopbackPlan> onceForEachCode() {
        var given = ConcurrentHashMap.<String>newKeySet();
        return answering(
                r -> isToken(r) && text(r).contains("code=") && !given.add(code(r)),
                WireReply.json(400, Json.bytes(Json.object().put("error", "invalid_grant"))));
    }

    private static String code(WireRequest request) {
        return text(request).replaceAll(".*(code=[^&]*).*", "$1");
    }

    private static Wrong gives(String how, String rules, UnaryOperator<ObjectNode> change, int status) {
        return new Wrong("tokens: given " + how, rules, replying(reply -> {
            if (!reply.successful()) return reply;
            var answer = (ObjectNode) Session.body(reply).node();
            return WireReply.json(status, Json.bytes(change.apply(answer)));
        }));
    }

    private static Wrong issues(String how, String rules, Predicate<WireRequest> which) {
        var token = Json.object()
                .put("access_token", "a-token-for-everybody")
                .put("token_type", "Bearer")
                .put("expires_in", 3600);
        return new Wrong(
                "tokens: given " + how,
                rules,
                answering(r -> isToken(r) && which.test(r), WireReply.json(200, Json.bytes(token))));
    }

    private static Wrong refusesTokens(String how, String rules, UnaryOperator<WireReply> change) {
        return new Wrong(
                "tokens: given " + how, rules, replying(reply -> reply.status() == 400 ? change.apply(reply) : reply));
    }

    private static UnaryOperator<LoopbackPlan> replying(UnaryOperator<WireReply> change) {
        return plan -> plan.with((node, arrived) -> {
            var answer = NodeApplication.shared().answer(node, arrived);
            return isToken(arrived) && answer instanceof WireReply reply ? change.apply(reply) : answer;
        });
    }
}
