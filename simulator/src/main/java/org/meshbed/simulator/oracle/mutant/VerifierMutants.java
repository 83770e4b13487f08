package org.meshbed.simulator.oracle.mutant;

import static org.meshbed.simulator.oracle.mutant.Changes.DISCOVERY;
import static org.meshbed.simulator.oracle.mutant.Changes.INVITES;
import static org.meshbed.simulator.oracle.mutant.Changes.NEWS;
import static org.meshbed.simulator.oracle.mutant.Changes.SHARES;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** Servers that say they verify signatures, and take one that they must refuse. All others they do refuse. */
final class VerifierMutants {
    private static final String NAME = "Verifier";
    private static final String RIGHT = "sig1=(\"@method\" \"@target-uri\" \"content-digest\" \"content-length\")"
            + ";created=1767225600;keyid=\"omega.example#k1\";tag=\"ocm\"";
    private static final Predicate<WireRequest> API = NEWS.or(INVITES);
    private static final WireReply REFUSED =
            WireReply.json(401, Json.bytes(Json.object().put("message", "SIGNATURE_REQUIRED")));
    private static final List<Flaw> FLAWS = List.of(
            new Flaw("no-component", "SIG-32 SEC-02", text -> text.replace("\"@target-uri\" ", "")),
            new Flaw("no-created", "SIG-33 SEC-02", text -> text.replace(";created=1767225600", "")),
            new Flaw("no-keyid", "SIG-33 SEC-02", text -> text.replace(";keyid=\"omega.example#k1\"", "")),
            new Flaw("from-the-future", "SIG-34 SEC-02", text -> text.replace("1767225600", "1798761600")),
            new Flaw("from-long-ago", "SIG-35 SEC-02", text -> text.replace("1767225600", "1735689600")),
            new Flaw("wrong-digest", "SIG-36 SIG-37 SEC-02", text -> text),
            new Flaw("unknown-key", "SIG-38 SEC-02", text -> text.replace("#k1", "#k9")),
            new Flaw("unusable-key", "SIG-39 SEC-02", text -> text.replace("#k1", "#k2")),
            new Flaw("other-algorithm", "SIG-30 SIG-40 SEC-02", text -> text + ";alg=\"rsa-v1_5-sha256\""),
            new Flaw("two-tagged", "SIG-43 SEC-02", text -> text + ", " + text.replace("sig1", "sig2")),
            new Flaw("broken", "SIG-04 SIG-26 SEC-02", text -> text),
            new Flaw("for-another", "SIG-46 DEF-24", text -> text),
            new Flaw("untagged", "SIG-45 DEF-13 SEC-02", text -> text.replace(";tag=\"ocm\"", "")));

    private VerifierMutants() {}

    /** Something wrong with a signature, and the rules that say so. */
    private record Flaw(String name, String rules, UnaryOperator<String> change) {}

    static List<Mutant> all() {
        return FLAWS.stream().map(VerifierMutants::taking).toList();
    }

    private static Mutant taking(Flaw flaw) {
        var demands = flaw.name().equals("untagged");
        var verifying = new Change() {
            @Override
            public WireAnswer answering(WireRequest request, Answering usual) {
                var signed = request.headers().first("Signature-Input").isPresent();
                if (!SHARES.test(request)) return demands && API.test(request) ? REFUSED : usual.answer(request);
                var taken = signed
                        && Changes.view(request)
                                .text("providerId")
                                .value()
                                .filter(flaw.name()::equals)
                                .isPresent();
                return taken ? usual.answer(request) : REFUSED;
            }
        };
        return Mutant.of(
                        "verifier: takes " + flaw.name(),
                        flaw.rules(),
                        Changes.both(verifying, Changes.answer(DISCOVERY, document -> {
                            document.put("provider", NAME).put("jwksUri", "https://keys.example/alpha");
                            DocumentMutants.can(document, "http-sig");
                            if (demands) document.putArray("criteria").add("must-use-http-sig");
                        })))
                .meeting(document -> document.put("jwksUri", "https://omega.example/keys"));
    }

    static boolean isOne(MessageView document) {
        return document.text("provider").value().filter(NAME::equals).isPresent();
    }

    /** Omega announces one share for each flaw. */
    static void probe(Omega omega, Origin alpha) {
        omega.showsKeys();
        for (var flaw : FLAWS) {
            var share = omega.share("file", message -> message.put("providerId", flaw.name()));
            if (flaw.name().equals("for-another"))
                share.put("sender", "bob@beta.example").put("owner", "bob@beta.example");
            omega.post(alpha, "/ocm/shares", headers(flaw, share, alpha), share);
        }
    }

    private static Headers headers(Flaw flaw, ObjectNode share, Origin alpha) {
        var body = Json.bytes(share);
        var digest = flaw.name().equals("wrong-digest") ? "sha-256=:AAAA:" : OmegaKey.digest("sha-256", body);
        var headers = OmegaKey.signed(
                alpha + "/ocm/shares", body, digest, flaw.change().apply(RIGHT));
        return flaw.name().equals("broken") ? SealMutants.broken(headers) : headers;
    }

    /** The keys of omega: one that is right and one that nothing can be verified with. */
    static ObjectNode keys() {
        var keys = Json.object();
        OmegaKey.put(keys.putArray("keys").addObject(), "omega.example#k1");
        keys.withArray("keys").addObject().put("kid", "omega.example#k2");
        return keys;
    }
}
