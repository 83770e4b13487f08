package org.meshbed.scenarios.run;

import java.nio.charset.StandardCharsets;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.simulator.mesh.Mesh;

/**
 * Shares one file between two nodes before anything is measured, so that what all nodes of this process have in common
 * (the Jersey application, TLS, parsers) is there when the first scenario begins.
 */
final class WarmUp {
    private static final long SEED = 0;

    private WarmUp() {}

    static void in(WorldKind kind, Profile profile) {
        try (var mesh = Meshes.open(kind, SEED)) {
            mesh.node("alpha", profile, "alice").node("beta", profile, "bob");
            share(mesh);
        }
    }

    private static void share(Mesh mesh) {
        var alice = mesh.party("alice", "alpha");
        var bob = mesh.party("bob", "beta");
        alice.write(Place.own("warm.txt"), Content.of("warm".getBytes(StandardCharsets.UTF_8)));
        alice.share(ShareWish.of("warm.txt", mesh.address("bob", "beta").toString()));
        bob.received().value().stream().flatMap(java.util.List::stream).forEach(share -> {
            bob.accept(share.id());
            bob.read(Place.in(share.id(), ""));
        });
    }
}
