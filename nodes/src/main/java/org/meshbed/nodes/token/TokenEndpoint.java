package org.meshbed.nodes.token;

import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.dialect.TokenForm;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.token.Codes.Coded;
import org.meshbed.nodes.vendor.Manner;

/**
 * The sending server's token endpoint: whoever a share is with gets an access token for its code, as often as it asks
 * (draft-ietf-ocm-open-cloud-mesh-07, Code Flow; RFC 6749, 4.1.3 and 5). There is no refresh token: the code is shown
 * again.
 */
public final class TokenEndpoint {
    private final Manner manner;
    private final TokenChecks checks;
    private final IssuedTokens tokens;
    private final Witness witness;

    public TokenEndpoint(Manner manner, Codes codes, IssuedTokens tokens, Witness witness) {
        this.manner = manner;
        this.checks = new TokenChecks(manner, codes);
        this.tokens = tokens;
        this.witness = witness;
    }

    public WireAnswer answer(TokenRequest request) {
        var examined = checks.examine(request);
        var form = examined.form().orElse(manner.dialect().tokens().orElse(TokenForm.FORM));
        var refusal = checks.look(examined);
        return refusal.isPresent() || examined.coded().isEmpty()
                ? refused(form, refusal.orElseGet(TokenChecks::ended))
                : give(examined.coded().get(), form, request);
    }

    private WireAnswer give(Coded coded, TokenForm form, TokenRequest request) {
        var token = tokens.issue(coded.share());
        if (checks.examine(request).coded().isEmpty()) {
            tokens.end(coded.share());
            return refused(form, TokenChecks.ended());
        }
        witness.decided("token", "given", "for share " + coded.share() + " to " + coded.recipient());
        return granted(token);
    }

    private WireAnswer refused(TokenForm form, Refusal refusal) {
        witness.decided("token", "refused by " + refusal.check(), refusal.why());
        return form.refused(refusal);
    }

    private static WireReply granted(String token) {
        var body = Json.object()
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("expires_in", IssuedTokens.LIFETIME.toSeconds());
        var reply = WireReply.json(200, Json.bytes(body));
        return reply.withHeaders(
                Headers.of("Content-Type", "application/json", "Cache-Control", "no-store", "Pragma", "no-cache"));
    }
}
