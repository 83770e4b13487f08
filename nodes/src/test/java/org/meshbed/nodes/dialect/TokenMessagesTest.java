package org.meshbed.nodes.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshbed.nodes.protocol.WireReply;

/** The messages of the token exchange, to the byte. */
class TokenMessagesTest {
    private static String text(WireReply reply) {
        return new String(reply.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void whenItIsAForm_thenItsBytesAreThoseOfTheKnownAnswer() {
        var request = TokenForm.FORM.request("node-b.example.org", "c2VjcmV0LTAwMDE");
        assertThat(Golden.text(request))
                .isEqualTo(" grant_type=authorization_code&client_id=node-b.example.org&code=c2VjcmV0LTAwMDE");
        assertThat(request.body()).hasSize(79);
        assertThat(request.headers().all("Content-Type")).isEqualTo(List.of("application/x-www-form-urlencoded"));
    }

    @Test
    void whenACodeHasLettersOfItsOwn_thenTheyAreEncoded() {
        assertThat(Golden.text(TokenForm.FORM.request("p.example:18103", "Sni3+5W/RRo=")))
                .isEqualTo(" grant_type=authorization_code&client_id=p.example%3A18103&code=Sni3%2B5W%2FRRo%3D");
    }

    @Test
    void whenItIsTheJsonOf12_thenItHasTheGrantTypeOf12() {
        var request = TokenForm.JSON.request("node-b.example.org", "one-time-code-1");
        assertThat(Golden.text(request))
                .isEqualTo(" {\"grant_type\":\"ocm_authorization_code\",\"client_id\":\"node-b.example.org\","
                        + "\"code\":\"one-time-code-1\"}");
        assertThat(request.headers().all("Content-Type")).isEqualTo(List.of("application/json"));
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_REQUEST, 400, 400, invalid_request",
        "INVALID_CLIENT, 400, 400, invalid_client",
        "INVALID_CLIENT, 401, 400, invalid_client",
        "INVALID_GRANT, 400, 400, invalid_grant",
        "UNAUTHORIZED_CLIENT, 403, 400, unauthorized_client",
        "UNSUPPORTED_GRANT_TYPE, 400, 400, unsupported_grant_type",
        "MESSAGE_TOO_LARGE, 413, 413, invalid_request"
    })
    void whenAFormIsRefused_thenTheErrorIsOneOfTheFiveOfOAuth(String code, int status, int answered, String error) {
        var reply = TokenForm.FORM.refused(Refusal.of("some-check", status, code, "a reason that is told to nobody"));
        assertThat(reply.status()).isEqualTo(answered);
        assertThat(text(reply)).isEqualTo("{\"error\":\"" + error + "\"}");
        assertThat(reply.headers().all("Cache-Control")).isEqualTo(List.of("no-store"));
    }

    @Test
    void whenTheJsonOf12IsRefused_thenItIsForbidden() {
        var reply = TokenForm.JSON.refused(Refusal.of("some-check", 400, "INVALID_GRANT", "a reason"));
        assertThat(reply.status()).isEqualTo(403);
        assertThat(text(reply)).isEqualTo("{\"message\":\"INVALID_GRANT\"}");
    }

    @ParameterizedTest
    @CsvSource({"1.0, false", "1.1, false", "1.2, true", "1.3, true", "1.4, true", "1.5, true"})
    void whenAVersionHasTheExchange_thenItHasAFormForIt(String dialect, boolean exchanges) {
        assertThat(Golden.dialect(dialect).tokens().isPresent()).isEqualTo(exchanges);
        assertThat(Golden.dialect(dialect).words().require(Requirement.TOKEN_EXCHANGE))
                .isEqualTo(exchanges);
    }
}
