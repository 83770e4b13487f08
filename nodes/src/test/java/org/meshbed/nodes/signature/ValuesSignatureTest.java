package org.meshbed.nodes.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireRequest;

class ValuesSignatureTest {
    private static final Endpoint TO = Endpoint.parse("https://b.example/ocm/shares");
    private static final SigningKey KEY = SigningKey.drawn(
            ServerHost.parse("a.example"), 1, SigningKey.Kind.RSA, "0123456789012345678901234567890123456789");
    private static final byte[] BODY = "{\"name\": \"Grüße\"}".getBytes(StandardCharsets.UTF_8);

    private static Made signed() {
        var request = WireRequest.post(TO.target(), Headers.of("Content-Type", "application/json"), BODY);
        return ValuesSignature.sign(TO, request, KEY, Instant.ofEpochSecond(1_790_000_000L));
    }

    private static Arrived arrived(Made made, byte[] body) {
        return Arrived.of(TO.origin(), made.request(), body);
    }

    @Nested
    class GivenASignedRequest {
        @Test
        void when_itIsMade_then_valuesAloneAreSigned() {
            assertThat(signed().base().lines().toList())
                    .startsWith("post /ocm/shares", "17", "b.example")
                    .hasSize(5);
            assertThat(signed().request().headers().first("request-target")).hasValue("post /ocm/shares");
            assertThat(signed().request().headers().first("signature").orElseThrow())
                    .startsWith("keyId=\"a.example\",algorithm=\"rsa-sha256\","
                            + "headers=\"request-target,content-length,host,date,digest\",signature=\"");
        }

        @Test
        void when_itArrivesUnchanged_then_itFitsTheKeyInEitherForm() throws Malformed {
            var made = signed();
            var read = ValuesSignature.read(
                    made.request().headers().first("signature").orElseThrow());
            assertThat(read.signer()).hasToString("a.example");
            for (var pem : new String[] {Pem.bare(KEY.publicKey()), Pem.of(KEY.publicKey())})
                assertThat(read.fits(Pem.readAny(pem), arrived(made, BODY))).isTrue();
        }

        @Test
        void when_theBodyWasChanged_then_itDoesNotFit() throws Malformed {
            var made = signed();
            var read = ValuesSignature.read(
                    made.request().headers().first("signature").orElseThrow());
            assertThat(read.fits(KEY.publicKey(), arrived(made, new byte[17]))).isFalse();
        }
    }

    @Nested
    class GivenALineOfAnotherForm {
        @Test
        void when_itIsRead_then_itIsRefused() {
            for (var line : new String[] {"x", "keyId=\"a\", algorithm=\"b\", headers=\"c\", signature=\"d\""})
                assertThatThrownBy(() -> ValuesSignature.read(line)).isInstanceOf(Malformed.class);
        }
    }
}
