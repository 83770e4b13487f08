package org.meshbed.simulator.world.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.party.Contact;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.mesh.Mesh;

/** Alice invites; Bob and Carol both have got hold of the invite, and accept it. */
final class RaceTest {
    private static final int SEEDS = 200;

    /** How many of the two were told that they are a contact of Alice now. */
    private static long accepted(long seed, UnaryOperator<Ports> ports, boolean atOnce) {
        try (var mesh = Mesh.in(VirtualPlan.of(seed).withPorts(ports))
                .node("alpha", Vendors.column("reference/1.5"), "alice")
                .node("beta", Vendors.column("reference/1.5"), "bob")
                .node("gamma", Vendors.column("reference/1.5"), "carol")) {
            var invite =
                    mesh.party("alice", "alpha").invite().value().orElseThrow().inviteString();
            List<Callable<Told<Contact>>> accepts = List.of(
                    () -> mesh.party("bob", "beta").acceptInvite(invite),
                    () -> mesh.party("carol", "gamma").acceptInvite(invite));
            var told = atOnce
                    ? mesh.atOnce(accepts)
                    : accepts.stream()
                            .map(accept -> mesh.world().perform("accepts", accept))
                            .toList();
            return told.stream().filter(Told::happened).count();
        }
    }

    @Nested
    class GivenARightStore {
        @Test
        void whenBothAcceptAtOnce_thenOneOfThemDoesWhateverTheSeed() {
            assertThat(IntStream.range(0, SEEDS).mapToLong(seed -> accepted(seed, UnaryOperator.identity(), true)))
                    .containsOnly(1L);
        }
    }

    @Nested
    class GivenAPlantedRace {
        @Test
        void whenBothAcceptAtOnce_thenSomeSeedFindsIt() {
            var finds = IntStream.range(0, SEEDS)
                    .filter(seed -> accepted(seed, RacyStore::in, true) == 2)
                    .toArray();
            assertThat(finds).as("seeds below 200 that accept the invite twice").isNotEmpty();
            assertThat(accepted(finds[0], RacyStore::in, true))
                    .as("the first of them, again")
                    .isEqualTo(2);
        }

        @Test
        void whenTheyAcceptOneAfterTheOther_thenNoSeedFindsIt() {
            assertThat(IntStream.range(0, SEEDS).mapToLong(seed -> accepted(seed, RacyStore::in, false)))
                    .containsOnly(1L);
        }
    }
}
