package org.meshbed.simulator.oracle.mutant;

import static org.meshbed.simulator.oracle.mutant.Changes.DISCOVERY;
import static org.meshbed.simulator.oracle.mutant.Changes.SHARES;

import java.util.List;
import java.util.function.UnaryOperator;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** Servers that sign wrongly. What they sign with is no signature at all, but all that is said about it is right. */
final class SignatureMutants {
    private static final String RIGHT = "sig1=(\"@method\" \"@target-uri\" \"content-digest\" \"content-length\")"
            + ";created=1767225600;keyid=\"alpha.example#k1\";alg=\"ed25519\";tag=\"ocm\"";

    private SignatureMutants() {}

    static List<Mutant> all() {
        return List.of(
                signed("without the method", "SIG-08 SEC-02", text -> text.replace("\"@method\" ", "")),
                signed("without the target", "SIG-09 SEC-02", text -> text.replace("\"@target-uri\" ", "")),
                signed("without the digest", "SIG-10 SEC-02", text -> text.replace("\"content-digest\" ", "")),
                signed("without the length", "SIG-11 SEC-02", text -> text.replace(" \"content-length\"", "")),
                signed("at no time", "SIG-12 SEC-02", text -> text.replace(";created=1767225600", "")),
                signed("with no key", "SIG-13 SEC-02", text -> text.replace(";keyid=\"alpha.example#k1\"", "")),
                signed("with an unknown key", "SIG-14 SEC-02", text -> text.replace("#k1", "#k7")),
                signed("without the tag", "SIG-17 SEC-02", text -> text.replace(";tag=\"ocm\"", "")),
                signed("two times", "SIG-19 SEC-02", text -> text + ", " + text.replace("sig1", "sig2")),
                signed(
                        "by another algorithm than the key's",
                        "SIG-29 SEC-02",
                        text -> text.replace("ed25519", "rsa-v1_5-sha256")),
                signed("by an algorithm without a name", "SIG-31 SEC-02", text -> text.replace("#k1", "#k2")),
                Mutant.of(
                        "signatures: of something else",
                        "SIG-26 SEC-02",
                        Changes.both(Changes.request(SHARES, SignatureMutants::signWrongly), publishing(true))),
                Mutant.of(
                        "signatures: with an unheard-of digest",
                        "SIG-15 SEC-02",
                        Changes.both(
                                Changes.request(SHARES, request -> sign(request, RIGHT, "rot13=:AAAA:")),
                                publishing(false))));
    }

    private static Mutant signed(String name, String breaks, UnaryOperator<String> change) {
        return Mutant.of(
                "signatures: " + name,
                breaks,
                Changes.both(
                        Changes.request(SHARES, request -> sign(request, change.apply(RIGHT), "sha-256=:AAAA:")),
                        publishing(false)));
    }

    /** All that is said of it is right, and it does not verify. */
    private static WireRequest signWrongly(WireRequest request) {
        var signed = OmegaKey.signed("https://elsewhere.example/", new byte[0], "sha-256=:AAAA:", RIGHT);
        var headers = request.headers();
        for (var line : signed.lines()) headers = headers.and(line.name(), line.value());
        return request.withHeaders(headers);
    }

    /** A signature as it is right in 1.5. */
    static WireRequest signedRightly(WireRequest request) {
        return sign(request, RIGHT, "sha-256=:AAAA:");
    }

    private static WireRequest sign(WireRequest request, String input, String digest) {
        Headers headers = request.headers()
                .and("Content-Digest", digest)
                .and("Signature-Input", input)
                .and("Signature", "sig1=:AAAA:");
        return request.withHeaders(headers);
    }

    /** It says that it signs, and shows a key with which HTTP can sign and one with which it cannot. */
    private static Change publishing(boolean usable) {
        var keys = Json.object();
        var key =
                keys.putArray("keys").addObject().put("kid", "alpha.example#k1").put("alg", "Ed25519");
        if (usable) OmegaKey.put(key, "alpha.example#k1");
        keys.withArray("keys").addObject().put("kid", "alpha.example#k2").put("alg", "ES512");
        var served = new Change() {
            @Override
            public WireAnswer answering(WireRequest request, Answering usual) {
                return request.path().equals("/keys") ? WireReply.json(200, Json.bytes(keys)) : usual.answer(request);
            }
        };
        return Changes.both(served, Changes.answer(DISCOVERY, document -> {
            DocumentMutants.can(document, "http-sig");
            document.put("jwksUri", DocumentMutants.keysOf(document));
        }));
    }
}
