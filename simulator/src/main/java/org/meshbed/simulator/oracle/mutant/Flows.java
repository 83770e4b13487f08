package org.meshbed.simulator.oracle.mutant;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.simulator.mesh.Mesh;

/**
 * The flows that every mutant goes through: alice at alpha, which is the mutant; bob at beta, which is as it should be;
 * and omega, a stranger that also sends what is wrong. A step that fails, because something is broken, is passed over.
 */
final class Flows {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String BOB = "bob@beta.example";

    private final Mesh mesh;
    private final Omega omega;
    private final Scene scene;
    private final PartyDriver alice;
    private final PartyDriver bob;
    private final Origin alpha;
    private MessageView document = MessageView.empty();

    Flows(Mesh mesh, Omega omega, Scene scene) {
        this.mesh = mesh;
        this.scene = scene;
        this.omega = omega;
        this.alice = mesh.party("alice", "alpha");
        this.bob = mesh.party("bob", "beta");
        this.alpha = mesh.slot("alpha").node().settings().origin();
    }

    void play() {
        lookUp();
        fill(alice);
        fill(bob);
        strangers();
        share();
        receive();
        invite();
        new Probes(omega, alpha).send();
        if (VerifierMutants.isOne(document)) VerifierMutants.probe(omega, alpha);
        scene.play(new Scene.Stage(mesh, omega, alice, bob, alpha));
        mesh.settle(SOON);
    }

    private void lookUp() {
        document = body(omega.get(alpha, "/.well-known/ocm"));
        omega.get(alpha, "/ocm-provider");
        document.text("jwksUri")
                .value()
                .filter(uri -> uri.startsWith(alpha + "/"))
                .ifPresent(
                        uri -> omega.get(alpha, uri.substring(alpha.toString().length())));
        omega.get(alpha, "/.well-known/jwks.json");
        omega.get(alpha, "/directory");
    }

    private static void fill(PartyDriver party) {
        var content = Content.of("what there is to share".getBytes(StandardCharsets.UTF_8));
        party.makeFolder(Place.own("plans"));
        for (var file : List.of("report.txt", "other.txt", "third.txt", "plans/a.txt"))
            party.write(Place.own(file), content);
    }

    /** Alpha as the sending server. */
    private void share() {
        alice.share(ShareWish.of("report.txt", BOB));
        alice.share(ShareWish.of("plans", BOB));
        alice.share(ShareWish.of("third.txt", BOB));
        alice.share(
                new ShareWish("other.txt", "staff@beta.example", ShareType.GROUP, Permissions.READ, Optional.empty()));
        alice.share(new ShareWish(
                "other.txt",
                BOB,
                ShareType.USER,
                Permissions.READ,
                Optional.of(mesh.world().time().now().plus(Duration.ofDays(1)))));
        use(bob);
        alice.share(ShareWish.of("report.txt", "mallory@omega.example"));
        alice.share(ShareWish.of("plans", "mallory@home@omega.example"));
        readByOmega();
        omega.speaksOf(
                alpha,
                alice.shared().value().stream()
                        .flatMap(List::stream)
                        .map(SentShare::id)
                        .findFirst()
                        .orElse("none"));
        alice.shared().value().stream().flatMap(List::stream).map(SentShare::id).forEach(alice::unshare);
        mesh.settle(SOON);
        readByOmega();
    }

    /** Alpha as the receiving server. */
    private void receive() {
        bob.share(ShareWish.of("report.txt", "alice@alpha.example"));
        bob.share(ShareWish.of("plans", "alice@alpha.example"));
        bob.share(ShareWish.of("third.txt", "alice@alpha.example"));
        use(alice);
        bob.shared().value().stream().flatMap(List::stream).map(SentShare::id).forEach(bob::unshare);
        mesh.settle(SOON);
    }

    /** Accepts what came in, but the third file; reads all of it. */
    private void use(PartyDriver party) {
        for (var share : party.received().value().orElse(List.of())) {
            if (share.state() != ReceivedShare.State.PENDING) continue;
            if (share.name().equals("third.txt")) party.decline(share.id());
            else {
                party.accept(share.id());
                look(party, share.id());
            }
        }
        mesh.settle(SOON);
    }

    private static void look(PartyDriver party, String share) {
        var listed = party.list(Place.in(share, ""));
        listed.value()
                .ifPresentOrElse(_ -> read(party, Place.in(share, "a.txt")), () -> read(party, Place.in(share, "")));
    }

    private static void read(PartyDriver party, Place place) {
        party.read(place).value().ifPresent(content -> {
            try (var stream = content.open()) {
                stream.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException("what was read broke off", e);
            }
        });
    }

    private void readByOmega() {
        for (var share : omega.got()) {
            var webdav = share.object("protocol")
                    .value()
                    .flatMap(p -> p.object("webdav").value());
            var uri = webdav.flatMap(w -> w.text("uri").value()).orElse("");
            var secret = webdav.flatMap(w -> w.text("sharedSecret").value()).orElse("");
            if (!uri.isEmpty() && !uri.contains("://") && !secret.isEmpty())
                omega.get(alpha, "/dav/ocm/" + uri, secret);
        }
    }

    private void invite() {
        alice.invite().value().ifPresent(invite -> {
            bob.acceptInvite(invite.inviteString());
            bob.acceptInvite(invite.inviteString());
        });
        bob.invite().value().ifPresent(invite -> alice.acceptInvite(invite.inviteString()));
        alice.acceptInvite("token-of-omega@omega.example");
    }

    /** What omega announces rightly, in all the ways there are; alice uses it. */
    private void strangers() {
        announce(omega.share("file"));
        announce(omega.share("folder"));
        announce(omega.share("file", share -> webdav(share).put("uri", "https://omega.example/odd/files/whole/file")));
        announce(omega.share("file", share -> {
            share.putObject("protocol")
                    .put("name", "webdav")
                    .putObject("options")
                    .put("sharedSecret", "an-old-secret")
                    .put("permissions", "any");
        }));
        announce(omega.share("file", share -> {
            share.put("owner", "trent@beta.example");
            ((ObjectNode) share.get("protocol")).putObject("options").put("sharedSecret", "not-this-secret");
        }));
        announce(omega.share("file", share -> requires(share).add("must-exchange-token")));
        use(alice);
    }

    private void announce(ObjectNode share) {
        omega.post(alpha, "/ocm/shares", share);
    }

    static ObjectNode webdav(ObjectNode share) {
        return (ObjectNode) share.get("protocol").get("webdav");
    }

    static ArrayNode requires(ObjectNode share) {
        return webdav(share).putArray("requirements");
    }

    private static MessageView body(Exchange exchange) {
        if (!(exchange instanceof Exchange.Replied(var reply))) return MessageView.empty();
        try {
            return MessageView.of(Json.read(reply.bytes()));
        } catch (Json.NotJson e) {
            return MessageView.empty();
        }
    }
}
