package org.meshbed.simulator.oracle.mutant;

import static org.meshbed.simulator.oracle.mutant.Changes.ACCESS;
import static org.meshbed.simulator.oracle.mutant.Changes.DISCOVERY;
import static org.meshbed.simulator.oracle.mutant.Changes.INVITES;
import static org.meshbed.simulator.oracle.mutant.Changes.NEWS;
import static org.meshbed.simulator.oracle.mutant.Changes.SHARES;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** Servers of older versions that break what was a rule in those. */
final class OlderMutants {
    private static final String AUTHORIZATION = "Authorization";
    private static final Predicate<WireRequest> OLD_PATH =
            request -> request.path().startsWith("/ocm-provider");

    private static final String OLD_COVERED = "(request-target) content-length date digest host";

    private OlderMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of(
                                "old path: nothing is there",
                                "LEG-01",
                                Changes.reply(OLD_PATH, _ -> WireReply.text(404, "not here")))
                        .in("reference/1.2"),
                Mutant.of(
                                "old path: something else is there",
                                "LEG-01",
                                Changes.both(
                                        Changes.answer(OLD_PATH, document -> document.put("provider", "Somebody else")),
                                        Changes.answer(
                                                DISCOVERY.and(OLD_PATH.negate()),
                                                document -> document.put("provider", "Alpha"))))
                        .in("reference/1.3"),
                Mutant.of("old path: it is asked first", "LEG-02", Lookups.atOldPath())
                        .in("reference/1.2"),
                Mutant.of(
                                "discovery: a key without itself",
                                "LEG-03 LEG-19",
                                Changes.answer(
                                        DISCOVERY,
                                        document -> document.putObject("publicKey")
                                                .put("keyId", "https://alpha.example/ocm#signature")))
                        .in("reference/1.2"),
                Mutant.of(
                                "discovery: the key of another host",
                                "LEG-03 LEG-19",
                                Changes.answer(
                                        DISCOVERY,
                                        document -> document.putObject("publicKey")
                                                .put("keyId", "https://elsewhere.example/ocm#k")
                                                .put("publicKeyPem", "PEM")))
                        .in("reference/1.2"),
                Mutant.of(
                                "discovery: no files",
                                "LEG-09",
                                Changes.answer(
                                        DISCOVERY,
                                        document -> DocumentMutants.type(document, 0)
                                                .put("name", "dream")))
                        .in("reference/1.2"),
                Mutant.of(
                                "share: neither secret nor code",
                                "LEG-08",
                                Changes.message(
                                        SHARES, share -> Flows.webdav(share).remove("sharedSecret")))
                        .in("reference/1.2"),
                Mutant.of(
                                "share: an absolute uri",
                                "LEG-17",
                                Changes.message(
                                        SHARES,
                                        share -> Flows.webdav(share)
                                                .put(
                                                        "uri",
                                                        "https://alpha.example/dav/ocm/"
                                                                + Flows.webdav(share)
                                                                        .path("uri")
                                                                        .asText())))
                        .in("reference/1.3"),
                Mutant.of(
                                "access: without a token",
                                "ACC-14 LEG-10",
                                Changes.request(
                                        ACCESS.and(request -> request.path().contains("omega-share-1")),
                                        request -> request.withHeaders(
                                                request.headers().without(AUTHORIZATION))))
                        .in("reference/1.2"),
                Mutant.of(
                                "acceptances are put, not posted",
                                "LEG-11",
                                Changes.request(INVITES, request -> Changes.method(request, "PUT")))
                        .in("reference/1.2"),
                Mutant.of(
                                "keys: none at the well-known place",
                                "LEG-13 LEG-19",
                                Changes.answer(DISCOVERY, document -> DocumentMutants.can(document, "http-sig")))
                        .in("reference/1.3"),
                Mutant.of(
                                "notification: no providerId at the top",
                                "LEG-18 YAML-10",
                                Changes.message(NEWS, message -> message.remove("providerId")))
                        .in("reference/1.4"),
                Mutant.of(
                                "signatures: without the label",
                                "LEG-14",
                                Changes.request(SHARES, SignatureMutants::signedRightly))
                        .in("reference/1.4"),
                Mutant.of(
                                "requests for shares: the answer is 200",
                                "LEG-16",
                                Changes.reply(
                                        request -> request.path().endsWith("/request-share"),
                                        reply -> Changes.status(reply, 200)))
                        .then(OlderMutants::ask)
                        .in("reference/1.4"),
                Mutant.of("signatures: any label is taken", "LEG-15 LEG-19", signing())
                        .then(OlderMutants::signWithoutLabel)
                        .in("reference/1.4"),
                Mutant.of("notifications: unsigned ones are taken by who can sign", "LEG-19", signing())
                        .in("reference/1.4"),
                Mutant.of(
                                "access: by the secret, though there is a code",
                                "LEG-06",
                                Changes.incoming(SHARES, share -> share.remove("code")))
                        .then(OlderMutants::readByCode)
                        .meeting(document -> DocumentMutants.can(document, "receive-code"))
                        .in("reference/1.2[exchange=yes]"),
                Mutant.of(
                                "signatures: the digest is not signed",
                                "LEG-04",
                                Changes.request(
                                        SHARES,
                                        request -> request.withHeaders(request.headers()
                                                .and(
                                                        "Signature",
                                                        cavage("alpha", "(request-target) content-length date host")))))
                        .in("reference/1.2"),
                takesOld("a wrong digest", "SHA-256=AAAA", "Thu, 01 Jan 2026 00:00:00 GMT", OLD_COVERED),
                takesOld("a date of long ago", "SHA-256=", "Wed, 01 Jan 2025 00:00:00 GMT", OLD_COVERED),
                takesOld("an unsigned host", "SHA-256=", "Thu, 01 Jan 2026 00:00:00 GMT", "date digest content-length"),
                Mutant.of(
                                "shares: odd permissions are refused",
                                "LEG-22",
                                Changes.takes(
                                        SHARES,
                                        share -> share.object("protocol")
                                                .value()
                                                .flatMap(
                                                        p -> p.object("options").value())
                                                .flatMap(o ->
                                                        o.text("permissions").value())
                                                .filter("{odd}"::equals)
                                                .isPresent(),
                                        WireReply.json(
                                                400, Json.bytes(Json.object().put("message", "NO")))))
                        .then(OlderMutants::shareOddly)
                        .in("reference/1.0"),
                Mutant.of(
                                "access: with a token where a password is right",
                                "LEG-21",
                                Changes.request(ACCESS, OlderMutants::bearer))
                        .in("reference/1.0"));
    }

    private static String cavage(String who, String covered) {
        return "keyId=\"https://" + who + ".example/ocm#signature\",algorithm=\"rsa-sha256\",headers=\"" + covered
                + "\",signature=\"AAAA\"";
    }

    /** @param digest that of the message where it ends with the name of the algorithm */
    private static Mutant takesOld(String what, String digest, String date, String covered) {
        return Mutant.of(
                        "signatures: one with " + what + " is taken",
                        "LEG-05 LEG-19",
                        Changes.answer(
                                DISCOVERY,
                                document -> document.putObject("publicKey")
                                        .put("keyId", "https://alpha.example/ocm#signature")
                                        .put("publicKeyPem", "PEM")))
                .then(stage -> {
                    var share = stage.omega().share("file");
                    var sum = OmegaKey.digest("sha-256", Json.bytes(share));
                    var right = digest + sum.substring("sha-256=:".length(), sum.length() - 1);
                    stage.omega()
                            .post(
                                    stage.alpha(),
                                    "/ocm/shares",
                                    Headers.of(
                                            "Date",
                                            date,
                                            "Digest",
                                            digest.endsWith("=") ? right : digest,
                                            "Signature",
                                            cavage("omega", covered)),
                                    share);
                })
                .in("reference/1.2");
    }

    /** It says that it signs, and shows a key. */
    private static Change signing() {
        var keys = Json.object();
        keys.putArray("keys").addObject().put("kid", "alpha.example#k1").put("alg", "Ed25519");
        return Changes.both(
                Changes.reply(
                        request -> request.path().equals("/.well-known/jwks.json"),
                        _ -> WireReply.json(200, Json.bytes(keys))),
                Changes.answer(DISCOVERY, document -> DocumentMutants.can(document, "http-sig")));
    }

    private static void ask(Scene.Stage stage) {
        stage.omega()
                .post(
                        stage.alpha(),
                        "/ocm/request-share",
                        Json.object()
                                .put("owner", "alice@alpha.example")
                                .put("shareWith", "mallory@omega.example")
                                .put("share", "report.txt"));
    }

    private static void signWithoutLabel(Scene.Stage stage) {
        var omega = stage.omega();
        var headers = Headers.of(
                "Content-Digest",
                "sha-256=:AAAA:",
                "Signature-Input",
                "sig1=(\"@method\");created=1767225600;keyid=\"omega.example#k1\"",
                "Signature",
                "sig1=:AAAA:");
        omega.post(stage.alpha(), "/ocm/shares", headers, omega.share("file"));
    }

    /** Omega shares with a code, and with a secret for those who know none. */
    private static void readByCode(Scene.Stage stage) {
        var omega = stage.omega();
        omega.post(stage.alpha(), "/ocm/shares", omega.share("file", share -> share.put("code", "a-code-of-omega")));
        for (var share : stage.alice().received().value().orElse(java.util.List.of())) {
            if (share.state() != org.meshbed.nodes.party.ReceivedShare.State.PENDING) continue;
            stage.alice().accept(share.id());
            stage.alice().read(org.meshbed.nodes.party.Place.in(share.id(), ""));
        }
    }

    private static void shareOddly(Scene.Stage stage) {
        var omega = stage.omega();
        omega.post(
                stage.alpha(),
                "/ocm/shares",
                omega.share(
                        "file",
                        share -> share.putObject("protocol")
                                .put("name", "webdav")
                                .putObject("options")
                                .put("sharedSecret", "one-more-secret")
                                .put("permissions", "{odd}")));
    }

    private static WireRequest bearer(WireRequest request) {
        var basic = request.headers().first(AUTHORIZATION).filter(line -> line.startsWith("Basic "));
        if (basic.isEmpty()) return request;
        var plain = new String(Base64.getDecoder().decode(basic.get().substring(6)), StandardCharsets.UTF_8);
        return Changes.header(request, AUTHORIZATION, "Bearer " + plain.substring(0, plain.indexOf(':')));
    }
}
