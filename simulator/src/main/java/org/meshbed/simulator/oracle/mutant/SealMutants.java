package org.meshbed.simulator.oracle.mutant;

import static org.meshbed.simulator.oracle.mutant.Changes.DISCOVERY;
import static org.meshbed.simulator.oracle.mutant.Changes.INVITES;
import static org.meshbed.simulator.oracle.mutant.Changes.NEWS;
import static org.meshbed.simulator.oracle.mutant.Changes.SHARES;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** Servers that take signatures which are broken or not the signer's affair, or refuse right ones. */
final class SealMutants {
    private static final Predicate<WireRequest> SIGNED =
            request -> request.headers().first("Signature").isPresent();
    private static final WireReply REFUSED =
            WireReply.json(401, Json.bytes(Json.object().put("message", "SIGNATURE_INVALID")));
    private static final WireReply MET = WireReply.json(
            200,
            Json.bytes(Json.object()
                    .put("userID", "alice")
                    .put("email", "alice@mail.example")
                    .put("name", "Alice")));

    private SealMutants() {}

    static List<Mutant> all() {
        return List.of(
                taking(
                        "invites with a broken signature",
                        "INV-16 SIG-04 SIG-26 SEC-02",
                        Changes.reply(INVITES.and(SIGNED), _ -> MET),
                        SealMutants::breakInvite),
                taking(
                        "news from a server of another name",
                        "NOTIF-10 SIG-46 DEF-24",
                        Changes.reply(NEWS.and(SIGNED), _ -> WireReply.empty(201)),
                        SealMutants::tellForAnother),
                takingAllForSigners(),
                refusing("sha-256", "SIG-16", "sha-256", INPUT),
                refusing("two digests", "SIG-36", "sha-256 sha-512", INPUT),
                refusing(
                        "a signature in the second place",
                        "SIG-41",
                        "sha-512",
                        INPUT.replace(";tag=\"ocm\"", "") + ", " + INPUT.replace("sig1", "sig2")),
                refusing(
                        "a signature that others stand behind",
                        "SIG-42",
                        "sha-512",
                        INPUT + ", " + INPUT.replace(";tag=\"ocm\"", "").replace("sig1", "sig2")));
    }

    private static final String INPUT = "sig1=(\"@method\" \"@target-uri\" \"content-digest\" \"content-length\")"
            + ";created=NOW;keyid=\"omega.example#k1\";tag=\"ocm\"";

    private static Mutant taking(String name, String breaks, Change change, Scene scene) {
        return Mutant.of("verifier: takes " + name, breaks, Changes.both(change, signs()))
                .meeting(SealMutants::hasKeys)
                .then(scene);
    }

    /** One that believes signatures only, and begins trust with a server that makes none all the same. */
    private static Mutant takingAllForSigners() {
        return Mutant.of(
                        "signer: takes every server for one that signs",
                        "INV-17 SIG-07",
                        Changes.sending((usual, to, request, timeouts) -> {
                            var exchange = usual.exchange(to, request, timeouts);
                            return DISCOVERY.test(request) && exchange instanceof Exchange.Replied(var reply)
                                    ? new Exchange.Replied(Changes.changed(
                                            reply, document -> DocumentMutants.can(document, "http-sig")))
                                    : exchange;
                        }))
                .in("reference/1.5[sign=yes;demand-signatures=yes]")
                .then(stage -> stage.alice().requestShare("mallory@omega.example", "song.mp3"));
    }

    /** It takes one signed share, and refuses the next, which is as right. */
    private static Mutant refusing(String name, String breaks, String digests, String input) {
        return Mutant.of(
                        "verifier: refuses " + name,
                        breaks + " SEC-02",
                        Changes.both(
                                Changes.takes(
                                        SHARES,
                                        share -> share.text("providerId")
                                                .value()
                                                .filter("as-right"::equals)
                                                .isPresent(),
                                        REFUSED),
                                signs()))
                .meeting(SealMutants::hasKeys)
                .then(stage -> {
                    stage.omega().showsKeys();
                    share(stage, "right", "sha-512", INPUT);
                    share(stage, "as-right", digests, input);
                });
    }

    private static Change signs() {
        return Changes.answer(DISCOVERY, document -> {
            document.put("jwksUri", "https://keys.example/alpha");
            DocumentMutants.can(document, "http-sig");
        });
    }

    private static void hasKeys(ObjectNode document) {
        document.put("jwksUri", "https://omega.example/keys");
    }

    private static void share(Scene.Stage stage, String id, String digests, String input) {
        var share = stage.omega().share("file", message -> message.put("providerId", id));
        post(stage, "/ocm/shares", share, digests, input, false);
    }

    private static void breakInvite(Scene.Stage stage) {
        stage.omega().showsKeys();
        var invite = Json.object()
                .put("recipientProvider", "omega.example")
                .put("token", "some-token")
                .put("userID", "mallory")
                .put("email", "mallory@mail.example")
                .put("name", "Mallory");
        post(stage, "/ocm/invite-accepted", invite, "sha-256", INPUT, true);
    }

    private static void tellForAnother(Scene.Stage stage) {
        stage.omega().showsKeys();
        var news = Json.object().put("notificationType", "MLS_COMMIT").put("senderDomain", "beta.example");
        news.putObject("notification").put("mlsGroupId", "group-1");
        post(stage, "/ocm/notifications", news, "sha-256", INPUT, false);
    }

    private static void post(
            Scene.Stage stage, String target, ObjectNode message, String digests, String input, boolean broken) {
        var body = Json.bytes(message);
        var digest = List.of(digests.split(" ")).stream()
                .map(name -> OmegaKey.digest(name, body))
                .collect(java.util.stream.Collectors.joining(", "));
        var now = String.valueOf(stage.mesh().world().time().now().getEpochSecond());
        var headers = OmegaKey.signed(stage.alpha() + target, body, digest, input.replace("NOW", now));
        stage.omega().post(stage.alpha(), target, broken ? broken(headers) : headers, message);
    }

    /** What is signed is another message. */
    static Headers broken(Headers headers) {
        var other = OmegaKey.signed(
                "https://elsewhere.example/",
                new byte[0],
                "none",
                headers.first("Signature-Input").orElse(""));
        return headers.without("Signature")
                .and("Signature", other.first("Signature").orElse(""));
    }
}
