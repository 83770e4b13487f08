package org.meshbed.scenarios.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.meshbed.nodes.party.Invite;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.mesh.Mesh;

/**
 * Plays what most scenarios play while features and sentences are read, so that what all nodes of this process have in
 * common (the Jersey application, TLS, parsers, keys) is there when the first scenario begins, and is no longer cold.
 */
final class WarmUp {
    private static final long SEED = 0;
    private static final int AT_MOST = 400;
    /** In virtual time a round is as long as a scenario of three shares, and saves more than that in so many others. */
    private static final int SCENARIOS_PER_ROUND = 3;

    private static final int LEAST_VIRTUAL = 4;
    private static final int LEAST_LOOPBACK = 5;

    private final WorldKind kind;
    private final List<Profile> casts;
    private final AtomicBoolean awaited = new AtomicBoolean();
    private final AtomicInteger planned = new AtomicInteger();
    private Optional<Background> playing = Optional.empty();

    WarmUp(WorldKind kind, Profile others) {
        this.kind = kind;
        this.casts = switch (kind) {
            case VIRTUAL -> Stream.concat(Stream.of(others, others), signing()).toList();
            case LOOPBACK -> List.of(others);
        };
    }

    private static Stream<Profile> signing() {
        return Stream.of("1.5[sign=yes;key=p256;exchange=yes]", "1.2[sign=yes]")
                .map(line -> Vendors.column("reference/" + line));
    }

    void begin() {
        playing = Optional.of(Background.begin("warm-up", this::play));
    }

    /** So many scenarios will be played. */
    void planned(int scenarios) {
        planned.set(scenarios);
    }

    /** Waits until enough was played to be of use. */
    void end() {
        awaited.set(true);
        playing.ifPresent(Background::await);
    }

    private void play() {
        for (var round = 0; round < AT_MOST && !(awaited.get() && round >= atLeast()); round++)
            play(casts.get(round % casts.size()));
    }

    /**
     * Rounds that are played even while somebody waits: the more, the more is to come that they make faster. Over sockets
     * they take longer than what they save.
     */
    private int atLeast() {
        return switch (kind) {
            case VIRTUAL -> Math.max(LEAST_VIRTUAL, planned.get() / SCENARIOS_PER_ROUND);
            case LOOPBACK -> LEAST_LOOPBACK;
        };
    }

    private void play(Profile profile) {
        try (var mesh = Meshes.open(kind, SEED)) {
            mesh.node("alpha", profile, "alice").node("beta", profile, "bob");
            var alice = mesh.party("alice", "alpha");
            var bob = mesh.party("bob", "beta");
            meet(alice, bob);
            share(mesh, alice, "report.txt", id -> {
                bob.accept(id);
                bob.read(Place.in(id, ""));
                bob.write(Place.in(id, ""), content("from bob"));
            });
            share(mesh, alice, "folder/child.txt", id -> {
                bob.accept(id);
                bob.list(Place.in(id, ""));
                bob.read(Place.in(id, "child.txt"));
            });
            share(mesh, alice, "unwanted.txt", bob::decline);
            mesh.settle();
            alice.shared().value().stream().flatMap(List::stream).forEach(share -> alice.unshare(share.id()));
            mesh.settle();
        }
    }

    private static void meet(PartyDriver alice, PartyDriver bob) {
        alice.invite().value().map(Invite::inviteString).ifPresent(bob::acceptInvite);
    }

    private static void share(Mesh mesh, PartyDriver alice, String path, Consumer<String> then) {
        var name = path.split("/")[0];
        if (!name.equals(path)) alice.makeFolder(Place.own(name));
        alice.write(Place.own(path), content(path));
        alice.share(ShareWish.of(name, mesh.address("bob", "beta").toString()));
        var received = mesh.party("bob", "beta").received().value().stream().flatMap(List::stream);
        received.filter(share -> share.name().equals(name))
                .map(ReceivedShare::id)
                .forEach(then);
    }

    private static Content content(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
