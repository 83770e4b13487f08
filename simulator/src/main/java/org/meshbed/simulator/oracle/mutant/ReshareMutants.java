package org.meshbed.simulator.oracle.mutant;

import static org.meshbed.simulator.oracle.mutant.Changes.NEWS;
import static org.meshbed.simulator.oracle.mutant.Changes.SHARES;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.RequestedShare;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** Servers that share on, or that are asked to share, and do not do it as they should. */
final class ReshareMutants {
    private static final Permissions ALL = new Permissions(true, true, true);
    private static final WireReply TAKEN =
            WireReply.json(201, Json.bytes(Json.object().put("recipientDisplayName", "Mallory")));
    private static final Predicate<WireRequest> TO_OMEGA =
            request -> request.path().equals(Omega.API + "/shares");

    private ReshareMutants() {}

    static List<Mutant> all() {
        return List.of(
                resharing("agrees and shares nothing", "RESHARE-03", instead(TO_OMEGA.and(named("other.txt")), TAKEN)),
                resharing(
                                "says that it was done when it was not",
                                "RESHARE-14",
                                Changes.reply(
                                        NEWS.and(ReshareMutants::isToShareOn), reply -> Changes.status(reply, 201)))
                        .meeting(document -> document.put("provider", Omega.REFUSES)),
                resharing(
                        "what is shared is to be had at who asked",
                        "RESHARE-04",
                        Changes.message(
                                TO_OMEGA,
                                share -> Flows.webdav(share).put("uri", "https://beta.example/dav/ocm/shared-on"))),
                resharing(
                        "the sender is who asked",
                        "RESHARE-04",
                        Changes.message(TO_OMEGA, share -> share.put("sender", "bob@beta.example"))),
                ShareMutants.toOmega(
                        "of what others own",
                        "RESHARE-15 RESHARE-16",
                        share -> share.put("owner", "trent@beta.example").put("name", "song-5")),
                Mutant.of(
                                "request: the owner agrees and nothing is shared",
                                "RESHARE-30",
                                instead(named("asked.txt"), TAKEN))
                        .then(ReshareMutants::request),
                Mutant.of(
                                "request: the owner does not agree and nobody is told",
                                "RESHARE-31",
                                instead(
                                        NEWS.and(request -> Changes.view(request)
                                                .text("notificationType")
                                                .value()
                                                .filter("SHARE_DECLINED"::equals)
                                                .isPresent()),
                                        WireReply.empty(201)))
                        .then(ReshareMutants::refusal));
    }

    private static Predicate<WireRequest> named(String file) {
        return SHARES.and(request ->
                Changes.view(request).text("name").value().filter(file::equals).isPresent());
    }

    private static boolean isToShareOn(WireRequest request) {
        var message = Changes.view(request);
        return message.text("notificationType")
                        .value()
                        .filter("REQUEST_RESHARE"::equals)
                        .isPresent()
                && message.text("senderDomain")
                        .value()
                        .filter("beta.example"::equals)
                        .isPresent();
    }

    private static Mutant resharing(String name, String breaks, Change change) {
        return Mutant.of("reshare: " + name, breaks, change).then(ReshareMutants::reshare);
    }

    /** Nothing is sent, and all goes on as if this had been answered. */
    private static Change instead(Predicate<WireRequest> which, WireReply reply) {
        return Changes.sending((usual, to, request, timeouts) ->
                which.test(request) ? new Exchange.Replied(reply) : usual.exchange(to, request, timeouts));
    }

    /** Bob has alpha share on with mallory. */
    private static void reshare(Scene.Stage stage) {
        stage.shared("other.txt", ALL)
                .ifPresent(share -> stage.bob().reshare(share, "mallory@omega.example", Permissions.READ));
        stage.settle();
    }

    private static void request(Scene.Stage stage) {
        asked(stage).forEach(request -> stage.alice().approve(request.id()));
        stage.settle();
    }

    private static void refusal(Scene.Stage stage) {
        asked(stage).forEach(request -> stage.alice().refuse(request.id()));
        stage.settle();
    }

    private static List<RequestedShare> asked(Scene.Stage stage) {
        stage.alice().write(Place.own("asked.txt"), Content.of("?".getBytes(StandardCharsets.UTF_8)));
        stage.bob().requestShare("alice@alpha.example", "asked.txt");
        stage.settle();
        return stage.alice().requests().value().orElse(List.of());
    }
}
