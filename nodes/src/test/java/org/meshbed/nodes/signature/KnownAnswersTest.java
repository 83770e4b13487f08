package org.meshbed.nodes.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.dialect.SignatureForm;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.signature.Verdict.Verified;

class KnownAnswersTest {
    private static final String KID_A = "node-a.example.org#k1";
    private static final String KID_B = "node-b.example.org#k1";

    private final Desk current = Desk.of("1.5").knows(Vectors.KEY_A, KID_A).knows(Vectors.KEY_B, KID_B);
    private final Desk before = Desk.of("1.4").knows(Vectors.KEY_A, KID_A);

    @Test
    void whenAShareSignedAsIn15Comes_thenItIsVerified() {
        assertThat(current.look(Vectors.TAGGED, Vectors.NODE_A)).isEqualTo(new Verified(Vectors.NODE_A, KID_A));
    }

    @Test
    void whenAShareSignedForBothComes_thenVerifiersOf14AndOf15TakeIt() {
        assertThat(current.look(Vectors.DUAL, Vectors.NODE_A)).isEqualTo(new Verified(Vectors.NODE_A, KID_A));
        assertThat(before.look(Vectors.DUAL, Vectors.NODE_A)).isEqualTo(new Verified(Vectors.NODE_A, KID_A));
    }

    @Test
    void whenATokenRequestWithoutAlgComes_thenItIsVerified() {
        assertThat(current.look(Vectors.TOKEN_REQUEST, Vectors.NODE_B)).isEqualTo(new Verified(Vectors.NODE_B, KID_B));
    }

    @Test
    void whenTheSameBaseIsSigned_thenTheSignatureIsTheSame() throws Malformed {
        for (var known : List.of(Vectors.TAGGED, Vectors.DUAL)) {
            var signature = MessageSignature.all(known.headers()).getFirst();
            var base = new String(signature.base(known), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(Vectors.KEY_A.sign(base)).isEqualTo(signature.signature());
        }
    }

    @Test
    void whenASignatureBaseIsMade_thenItHasTheKnownLines() throws Malformed {
        var signature = MessageSignature.all(Vectors.TAGGED.headers()).getFirst();
        assertThat(new String(signature.base(Vectors.TAGGED), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("""
                        "@method": POST
                        "@target-uri": https://node-b.example.org/ocm/shares
                        "content-digest": sha-256=:oGuF0M107CXJxASHO9CFDPAMd5vZ0bCTgQos534K/HE=:
                        "content-length": 341
                        "@signature-params": ("@method" "@target-uri" "content-digest" "content-length");created=1790000000;keyid="node-a.example.org#k1";alg="ed25519";tag="ocm\"""");
    }

    @Test
    void whenARequestIsSigned_thenItHasTheKnownHeaderLines() {
        var to = Endpoint.parse("https://node-b.example.org/ocm/shares");
        var request = WireRequest.post(to.target(), Headers.NONE, Vectors.SHARE);
        var made = MessageSignature.sign(
                to, request, SignatureForm.TAGGED, Vectors.KEY_A, Instant.ofEpochSecond(1_790_000_000L));
        assertThat(made.request().headers().lines().stream()
                        .map(h -> h.name() + ": " + h.value())
                        .limit(3))
                .containsExactly(
                        "Content-Length: 341",
                        "Content-Digest: sha-256=:oGuF0M107CXJxASHO9CFDPAMd5vZ0bCTgQos534K/HE=:",
                        "Signature-Input: ocm=(\"@method\" \"@target-uri\" \"content-digest\" \"content-length\");"
                                + "created=1790000000;keyid=\"node-a.example.org#key1\";alg=\"ed25519\";tag=\"ocm\"");
    }

    @Test
    void whenOneBitOfASignatureIsOther_thenItIsRefused() {
        var line = Vectors.TAGGED.headers().first("Signature").orElseThrow();
        var bytes = Base64.getDecoder().decode(line.substring("sig1=:".length(), line.length() - 1));
        bytes[11] ^= 4;
        var other = "sig1=:" + Base64.getEncoder().encodeToString(bytes) + ":";
        var verdict = current.look(Desk.replaced(Vectors.TAGGED, "Signature", other), Vectors.NODE_A);
        assertThat(verdict.refusal().orElseThrow().code()).isEqualTo("SIGNATURE_INVALID");
    }
}
