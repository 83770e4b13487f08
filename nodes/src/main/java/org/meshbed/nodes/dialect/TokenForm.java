package org.meshbed.nodes.dialect;

import java.nio.charset.StandardCharsets;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireReply;

/** How a code is exchanged for an access token: two forms, told apart by their content type and grant type. */
public enum TokenForm {
    /** 1.2: JSON at {@code /token} below the endpoint; the code is the share's {@code code}, a denial is 403. */
    JSON("application/json", "ocm_authorization_code") {
        @Override
        public Outgoing request(String clientId, String code) {
            return Outgoing.json(
                    "",
                    Json.object()
                            .put("grant_type", grantType())
                            .put("client_id", clientId)
                            .put("code", code));
        }

        @Override
        public WireReply refused(Refusal refusal) {
            return Shapes.error(new Refusal(refusal.check(), 403, refusal.code(), refusal.invalid(), refusal.why()));
        }
    },

    /** 1.3 and later: a form at {@code tokenEndPoint}; the code is the share's secret, an error is that of OAuth. */
    FORM("application/x-www-form-urlencoded", "authorization_code") {
        @Override
        public Outgoing request(String clientId, String code) {
            var fields = new OcsForm()
                    .put("grant_type", grantType())
                    .put("client_id", clientId)
                    .put("code", code);
            return new Outgoing(
                    "",
                    Headers.of("Accept", "application/json", "Content-Type", contentType()),
                    fields.toString().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public WireReply refused(Refusal refusal) {
            var status = refusal.status() == 403 || refusal.status() == 401 ? 400 : refusal.status();
            var reply = WireReply.json(status, Json.bytes(Json.object().put("error", oauth(refusal.code()))));
            return reply.withHeaders(reply.headers().and("Cache-Control", "no-store"));
        }
    };

    private final String contentType;
    private final String grantType;

    TokenForm(String contentType, String grantType) {
        this.contentType = contentType;
        this.grantType = grantType;
    }

    public String contentType() {
        return contentType;
    }

    public String grantType() {
        return grantType;
    }

    /** The request, to be posted to the token endpoint itself. */
    public abstract Outgoing request(String clientId, String code);

    /** The answer to a request that was refused; the code of the refusal is that of OAuth in upper case. */
    public abstract WireReply refused(Refusal refusal);

    /** RFC 6749 has five codes for errors of this endpoint; what is none of them is a request that is wrong. */
    private static String oauth(String code) {
        return switch (code) {
            case "INVALID_CLIENT" -> "invalid_client";
            case "INVALID_GRANT" -> "invalid_grant";
            case "UNAUTHORIZED_CLIENT" -> "unauthorized_client";
            case "UNSUPPORTED_GRANT_TYPE" -> "unsupported_grant_type";
            default -> "invalid_request";
        };
    }
}
