package org.meshbed.simulator.oracle.mutant;

import java.time.Duration;
import java.util.Optional;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.simulator.mesh.Mesh;

/** What happens after the usual flows, so that a certain breach can show. */
@FunctionalInterface
interface Scene {
    Scene NONE = _ -> {};

    void play(Stage stage);

    /** Who takes part: alice at alpha, which may be a mutant; bob at beta; the stranger omega. */
    record Stage(Mesh mesh, Omega omega, PartyDriver alice, PartyDriver bob, Origin alpha) {
        private static final Duration SOON = Duration.ofSeconds(30);

        void settle() {
            mesh.settle(SOON);
        }

        /** Alice shares a file with bob, who may do this with it and accepts it; its id at beta. */
        Optional<String> shared(String file, Permissions permissions) {
            alice.share(new ShareWish(file, "bob@beta.example", ShareType.USER, permissions, Optional.empty()));
            settle();
            var pending = bob.received().value().stream()
                    .flatMap(java.util.List::stream)
                    .filter(share -> share.state() == ReceivedShare.State.PENDING)
                    .map(ReceivedShare::id)
                    .findFirst();
            pending.ifPresent(bob::accept);
            settle();
            return pending;
        }
    }
}
