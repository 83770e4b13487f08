package org.meshbed.scenarios.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.simulator.mesh.Mesh;

/**
 * Shares files between two nodes while features and sentences are read, so that what all nodes of this process have in
 * common (the Jersey application, TLS, parsers) is there when the first scenario begins, and is no longer cold.
 */
final class WarmUp {
    private static final long SEED = 0;
    private static final int AT_MOST = 1000;

    private final WorldKind kind;
    private final Profile profile;
    private final AtomicBoolean awaited = new AtomicBoolean();
    private Optional<Background> sharing = Optional.empty();

    WarmUp(WorldKind kind, Profile profile) {
        this.kind = kind;
        this.profile = profile;
    }

    void begin() {
        sharing = Optional.of(Background.begin("warm-up", this::share));
    }

    /** Waits until enough was shared to be of use. */
    void end() {
        awaited.set(true);
        sharing.ifPresent(Background::await);
    }

    private void share() {
        try (var mesh = Meshes.open(kind, SEED)) {
            mesh.node("alpha", profile, "alice").node("beta", profile, "bob");
            var least = atLeast();
            for (var file = 0; file < AT_MOST && !(awaited.get() && file >= least); file++)
                share(mesh, "warm-" + file + ".txt");
        }
    }

    /** Files that are shared even while somebody waits; over sockets it takes longer than what it saves. */
    private int atLeast() {
        return switch (kind) {
            case VIRTUAL -> 150;
            case LOOPBACK -> 30;
        };
    }

    private static void share(Mesh mesh, String file) {
        var alice = mesh.party("alice", "alpha");
        var bob = mesh.party("bob", "beta");
        alice.write(Place.own(file), Content.of(file.getBytes(StandardCharsets.UTF_8)));
        alice.share(ShareWish.of(file, mesh.address("bob", "beta").toString()));
        var received = bob.received().value().stream().flatMap(List::stream);
        received.filter(share -> share.name().equals(file)).forEach(share -> {
            bob.accept(share.id());
            bob.read(Place.in(share.id(), ""));
        });
        mesh.settle();
    }
}
