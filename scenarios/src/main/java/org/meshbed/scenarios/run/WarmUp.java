package org.meshbed.scenarios.run;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.simulator.mesh.Mesh;

/**
 * Shares files between two nodes before anything is measured, so that what all nodes of this process have in common
 * (the Jersey application, TLS, parsers) is there when the first scenario begins, and is no longer cold.
 */
final class WarmUp {
    private static final long SEED = 0;
    private static final int FILES = 400;
    private static final Duration LONG_ENOUGH = Duration.ofMillis(1200);

    private WarmUp() {}

    static void in(WorldKind kind, Profile profile) {
        try (var mesh = Meshes.open(kind, SEED)) {
            mesh.node("alpha", profile, "alice").node("beta", profile, "bob");
            var watch = Stopwatch.started();
            for (var file = 0; file < FILES && watch.elapsed().compareTo(LONG_ENOUGH) < 0; file++)
                share(mesh, "warm-" + file + ".txt");
        }
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
