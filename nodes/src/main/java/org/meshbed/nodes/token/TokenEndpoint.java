package org.meshbed.nodes.token;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.dialect.TokenForm;
import org.meshbed.nodes.discovery.Peers;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.vendor.Checks;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.Facts;
import org.meshbed.nodes.vendor.quirk.Family;
import org.meshbed.nodes.vendor.quirk.TokenQuirk.TokenClaims;

/**
 * The sending server's token endpoint: whoever a share is with gets an access token for its code, as often as it asks
 * (draft-ietf-ocm-open-cloud-mesh-07, Code Flow; RFC 6749, 4.1.3 and 5). There is no refresh token: the code is shown
 * again.
 */
public final class TokenEndpoint {
    private final Manner manner;
    private final TokenChecks questions;
    private final Codes codes;
    private final Checks<Examined> checks;
    private final IssuedTokens tokens;
    private final Witness witness;

    public TokenEndpoint(Manner manner, Peers peers, Codes codes, IssuedTokens tokens, Witness witness) {
        this.manner = manner;
        this.codes = codes;
        this.questions = new TokenChecks(manner, peers, codes);
        this.checks = new Checks<>(Family.TOKEN, manner, questions.byName());
        this.tokens = tokens;
        this.witness = witness;
    }

    public WireAnswer answer(TokenRequest request) {
        var examined = questions.examine(request);
        Supplier<Facts> facts = () -> request.received().facts(manner);
        var form =
                examined.form().orElse(manner.receiving(Family.TOKEN).tokens().orElse(TokenForm.FORM));
        var refusal = checks.look(examined, facts, Family.TOKEN.usual());
        if (refusal.isPresent()) return refused(form, refusal.get(), facts);
        return examined.coded().isEmpty()
                ? checks.accepted(facts, form.refused(TokenChecks.ended()))
                : give(examined, form, request, facts);
    }

    private WireAnswer give(Examined examined, TokenForm form, TokenRequest request, Supplier<Facts> facts) {
        var coded = examined.coded().orElseThrow();
        if (checks.withoutEffect()) return checks.accepted(facts, WireReply.empty(200));
        var token = token(coded);
        if (questions.examine(request).coded().isEmpty()) {
            tokens.end(coded.share());
            return refused(form, TokenChecks.ended(), facts);
        }
        codes.given(coded.share(), token);
        witness.decided("token", "given", "for share " + coded.share() + " to " + coded.recipient());
        Supplier<Facts> more = () -> facts.get().and("token", given(token));
        return checks.lookAfter(examined, more)
                .map(r -> refused(form, r, more))
                .orElseGet(() -> checks.accepted(more, granted(token)));
    }

    /** Some tokens say what they are for. */
    private String token(Codes.Coded coded) {
        return manner.bent(TokenClaims.class)
                .map(claims -> tokens.issueSigned(coded.share(), key -> said(claims, coded, key)))
                .orElseGet(() -> tokens.issue(coded.share()));
    }

    private String said(TokenClaims claims, Codes.Coded coded, String key) {
        return SaidToken.of(claims, manner.own().and(codes.facts(coded.share())), key, tokens.lives());
    }

    private Map<String, String> given(String token) {
        var values = new LinkedHashMap<String, String>();
        values.put("value", token);
        values.put("seconds", String.valueOf(tokens.lives().toSeconds()));
        return values;
    }

    private WireAnswer refused(TokenForm form, Refusal refusal, Supplier<Facts> facts) {
        witness.decided("token", "refused by " + refusal.check(), refusal.why());
        return checks.refused(refusal, facts, form.refused(refusal));
    }

    private WireReply granted(String token) {
        var body = Json.object()
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("expires_in", tokens.lives().toSeconds());
        var reply = WireReply.json(200, Json.bytes(body));
        return reply.withHeaders(
                Headers.of("Content-Type", "application/json", "Cache-Control", "no-store", "Pragma", "no-cache"));
    }
}
