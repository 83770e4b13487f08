package org.meshbed.simulator.oracle;

import static org.meshbed.simulator.oracle.Check.FINE;
import static org.meshbed.simulator.oracle.Check.callee;
import static org.meshbed.simulator.oracle.Check.caller;
import static org.meshbed.simulator.oracle.Check.unless;

import java.util.ArrayList;
import java.util.List;
import org.meshbed.nodes.identity.Scheme;

/** The code flow: how a receiving server asks for tokens, and how the sending server gives them. */
final class TokenChecks {
    private static final String GRANT = "authorization_code";
    private static final List<String> ERRORS = List.of(
            "invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type");
    /** Answers of a server that did not come to look at the request. */
    private static final List<Integer> NO_ANSWER = List.of(0, 405, 408, 413, 429, 431, 503);

    private TokenChecks() {}

    static List<Check> all() {
        var checks = new ArrayList<Check>();
        checks.addAll(asked());
        checks.addAll(refused());
        checks.addAll(answered());
        checks.addAll(offered());
        return checks;
    }

    private static List<Check> asked() {
        return List.of(
                caller(
                        Kind.TOKEN,
                        "OCM-TOKEN-01",
                        "POST to the sender's tokenEndPoint",
                        x -> x.posts() ? elsewhere(x) : x.request().method()),
                caller(
                        Kind.TOKEN,
                        "OCM-TOKEN-02",
                        "a form",
                        x -> unless(
                                !x.posts() || TokenRequest.of(x).form(),
                                () -> x.typeOf(x.request().headers()))),
                caller(Kind.TOKEN, "OCM-TOKEN-04", "the own host as client_id", TokenChecks::otherClient),
                caller(
                        Kind.TOKEN,
                        "OCM-SEC-04",
                        "HTTPS",
                        x -> unless(
                                x.to().scheme() == Scheme.HTTPS
                                        || Texts.of(x.calleeDocument().path("tokenEndPoint"))
                                                .startsWith("http://"),
                                "plain HTTP")),
                caller(
                        Kind.ACCESS,
                        "OCM-TOKEN-07",
                        "a new token before the old one ends",
                        x -> unless(!presentsEnded(x), "a token that has ended")));
    }

    private static List<Check> refused() {
        return List.of(
                callee(
                        Kind.TOKEN,
                        "OCM-TOKEN-02",
                        "to refuse what is no form",
                        x -> unless(!x.successful() || TokenRequest.of(x).form(), "took it")),
                callee(
                        Kind.TOKEN,
                        "OCM-TOKEN-04",
                        "to refuse a client_id that is not the caller's",
                        x -> unless(!x.successful() || otherClient(x).isEmpty(), "took it")),
                callee(
                        Kind.TOKEN,
                        "OCM-TOKEN-05",
                        "to ignore what else OAuth knows",
                        x -> unless(!refusedAgain(x) || !TokenRequest.of(x).hasMore(), () -> "status " + x.status())),
                callee(
                        Kind.TOKEN,
                        "OCM-DEF-19",
                        "a token again for the same code",
                        x -> unless(!refusedAgain(x) || TokenRequest.of(x).hasMore(), () -> "status " + x.status())),
                callee(Kind.TOKEN, "OCM-TOKEN-08", "400 with an OAuth error", TokenChecks::wrongly),
                callee(
                        Kind.TOKEN,
                        "OCM-DEF-18",
                        String.join(", ", ERRORS),
                        x -> unless(
                                x.status() != 400
                                        || !x.answer().path("error").isString()
                                        || ERRORS.contains(Texts.of(x.answer().path("error"))),
                                () -> "error "
                                        + Texts.quoted(Texts.of(x.answer().path("error"))))));
    }

    private static List<Check> answered() {
        return List.of(
                callee(
                        Kind.TOKEN,
                        "OCM-TOKEN-06",
                        "200 with access_token, token_type and expires_in",
                        x -> unless(
                                !x.successful() || whole(x), () -> "status " + x.status() + " without one of them")),
                callee(
                        Kind.TOKEN,
                        "OCM-YAML-09",
                        "token_type Bearer",
                        x -> unless(
                                !x.successful()
                                        || Texts.of(x.answer().path("token_type"))
                                                .equals("Bearer"),
                                () -> "token_type "
                                        + Texts.quoted(Texts.of(x.answer().path("token_type"))))),
                callee(
                        Kind.TOKEN,
                        "OCM-DEF-17",
                        "no refresh token",
                        x -> unless(!x.successful() || !x.answer().has("refresh_token"), "a refresh token")),
                callee(
                        Kind.ACCESS,
                        "OCM-DEF-17",
                        "no access by a token that has ended",
                        x -> unless(!x.successful() || !presentsEnded(x), () -> "status " + x.status())));
    }

    private static List<Check> offered() {
        return List.of(
                caller(
                        Kind.SHARE,
                        "OCM-TOKEN-09",
                        "no token exchange required of who cannot do it",
                        x -> unless(
                                !required(x)
                                        || x.calleeDocument().isMissingNode()
                                        || DiscoveryChecks.can(x.calleeDocument(), "exchange-token"),
                                "required it")),
                caller(
                        Kind.SHARE,
                        "OCM-SEC-03",
                        "token exchange between servers that both have it",
                        x -> unless(
                                required(x)
                                        || Texts.of(webdav(x).path("sharedSecret"))
                                                .isEmpty()
                                        || !OfferChecks.canExchange(x.callerDocument())
                                        || !DiscoveryChecks.can(x.calleeDocument(), "exchange-token"),
                                "the secret as such")));
    }

    private static tools.jackson.databind.JsonNode webdav(Seen x) {
        return x.message().path("protocol").path("webdav");
    }

    private static boolean required(Seen x) {
        return Texts.holds(webdav(x).path("requirements"), "must-exchange-token");
    }

    /** Where the sender's document says another place. */
    private static String elsewhere(Seen x) {
        var share = x.known().bySecret(TokenRequest.of(x).code());
        var document = share.map(s -> x.known().documentAt(s.host())).orElse(x.calleeDocument());
        var place = Texts.of(document.path("tokenEndPoint"));
        if (place.isEmpty()) return FINE;
        var right = Paths.authority(place).equals(x.authority())
                && Paths.ofUrl(place).equals(x.path());
        return unless(right, () -> "sent to " + Texts.quoted(x.authority() + x.path()));
    }

    private static String otherClient(Seen x) {
        var client = Texts.hostPort(TokenRequest.of(x).client());
        var own = x.known().hostOf(x.caller());
        return unless(
                client.isEmpty() || own.isEmpty() || client.equals(own), () -> "client_id " + Texts.quoted(client));
    }

    private static boolean isThere(Seen x) {
        var place = Texts.of(x.calleeDocument().path("tokenEndPoint"));
        return !place.isEmpty() && Paths.ofUrl(place).equals(x.path());
    }

    /** It got a token for the same code before, and nothing was changed anywhere since. */
    private static boolean refusedAgain(Seen x) {
        var request = TokenRequest.of(x);
        return x.status() == 400
                && request.form()
                && request.grant().equals(GRANT)
                && otherClient(x).isEmpty()
                && (x.known().signatures(x).isEmpty() || SealChecks.fresh(x))
                && !expired(x, request.code())
                && x.known()
                        .tokens()
                        .lastSuccess(x.caller().name(), request.code())
                        .filter(x.known()::nothingSince)
                        .isPresent();
    }

    private static boolean expired(Seen x, String code) {
        return x.known()
                .bySecret(code)
                .map(share -> share.message().path("expiration"))
                .filter(at -> at.isIntegralNumber() && at.longValue() <= x.at().getEpochSecond())
                .isPresent();
    }

    /** A request that nobody may take, and how it was taken or refused. */
    private static String wrongly(Seen x) {
        var request = TokenRequest.of(x);
        var wrong = !request.grant().equals(GRANT)
                || request.client().isEmpty()
                || !x.known().isSecret(request.code());
        if (!wrong || !x.posts() || !isThere(x) || NO_ANSWER.contains(x.status())) return FINE;
        var unsigned = !TrustChecks.signed(x) && (x.status() == 401 || x.status() == 403);
        if (unsigned) return FINE;
        if (x.status() != 400) return "status " + x.status();
        return unless(x.answer().path("error").isString(), "400 without an error");
    }

    private static boolean whole(Seen x) {
        var answer = x.answer();
        return x.status() == 200
                && !Texts.of(answer.path("access_token")).isEmpty()
                && answer.path("token_type").isString()
                && answer.path("expires_in").isNumber();
    }

    private static boolean presentsEnded(Seen x) {
        return x.known()
                .tokens()
                .find(AccessChecks.credential(x))
                .flatMap(Tokens.Issued::until)
                .filter(x.at()::isAfter)
                .isPresent();
    }
}
