package org.meshbed.simulator.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.port.Timeouts;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.fault.FaultPlan;
import org.meshbed.simulator.mesh.Mesh;
import org.meshbed.simulator.network.Latency;
import org.meshbed.simulator.seed.Seeds;
import org.meshbed.simulator.world.virtual.VirtualPlan;

final class WatchTest {
    private final Mesh mesh = Mesh.inVirtualTime(7)
            .node("alpha", Vendors.column("reference/1.5"), "alice")
            .node("beta", Vendors.column("reference/1.5"), "bob");
    private final Watch watch = mesh.watch();
    private final PartyDriver alice = mesh.party("alice", "alpha");
    private final PartyDriver bob = mesh.party("bob", "beta");

    @AfterEach
    void close() {
        mesh.close();
    }

    private static void share(Mesh mesh, String file) {
        var alice = mesh.party("alice", "alpha");
        alice.write(Place.own(file), Content.of("hello".getBytes(StandardCharsets.UTF_8)));
        alice.share(ShareWish.of(file, "bob@beta.example"));
    }

    private static String first(PartyDriver party) {
        return party.received().value().orElseThrow().getFirst().id();
    }

    @Nested
    class GivenSharesThatComeAndGo {
        @Test
        void whenAllWentWell_thenEveryInvariantHolds() {
            for (var n = 1; n <= 4; n++) share(mesh, n + ".txt");
            alice.makeFolder(Place.own("photos"));
            alice.share(ShareWish.of("photos", "bob@beta.example"));
            var shares = bob.received().value().orElseThrow();
            assertThat(shares).hasSize(5);
            shares.stream().skip(1).forEach(share -> bob.accept(share.id()));
            bob.decline(shares.getFirst().id());
            mesh.settle();
            alice.unshare(alice.shared().value().orElseThrow().getLast().id());
            mesh.settle();
            assertThat(watch.atEnd()).isEmpty();
        }

        @Test
        void whenANodeIsDown_thenWhatItHeldIsRemembered() {
            share(mesh, "report.txt");
            bob.accept(first(bob));
            mesh.settle();
            mesh.operator("alpha").stop();
            watch.look();
            assertThat(watch.atEnd()).isEmpty();
        }

        @Test
        void whenANodeWasDownFromTheStart_thenItHoldsNothing() {
            mesh.operator("beta").stop();
            assertThat(watch.atEnd()).isEmpty();
        }

        @Test
        void whenTheOwnerDeletedTheFile_thenNobodyMissesIt() {
            share(mesh, "report.txt");
            bob.accept(first(bob));
            alice.delete(Place.own("report.txt"));
            mesh.settle();
            assertThat(watch.atEnd()).isEmpty();
        }

        @Test
        void whenAnOrphanIsLeft_thenItIsFound() {
            share(mesh, "report.txt");
            bob.accept(first(bob));
            mesh.settle();
            mesh.slot("alpha")
                    .node()
                    .ports()
                    .store()
                    .rows("sent-shares")
                    .forEach(row -> mesh.slot("alpha").node().ports().store().remove("sent-shares", row.key()));
            assertThat(watch.atEnd())
                    .extracting(violation -> violation.invariant().id())
                    .containsExactly("INV-4");
            assertThatThrownBy(watch::end)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("INV-4 (no received share is left whose sending side is gone, when idle)");
        }
    }

    @Nested
    class GivenNodesThatKeepEachOtherBusy {
        @Test
        void whenTheyDo_thenTheLoopIsFoundWhileItRuns() {
            var beta = Origin.https(ServerHost.parse("beta.example"));
            var plan = VirtualPlan.of(7)
                    .with(Latency.always(Duration.ofMillis(1)))
                    .with((node, request) -> {
                        node.ports()
                                .tasks()
                                .start(
                                        "again",
                                        () -> node.ports()
                                                .transport()
                                                .exchange(
                                                        beta, WireRequest.get("/again", Headers.NONE), Timeouts.USUAL));
                        return WireReply.empty(200);
                    });
            try (var looping = Mesh.in(plan).node("beta", Vendors.column("reference/1.5"), "bob")) {
                looping.watch();
                looping.world().addForeign("gamma", (request, caller) -> WireReply.empty(404));
                var ports = looping.slot("beta").node().ports();
                assertThatThrownBy(() -> looping.world().perform("starts the loop", () -> {
                            ports.transport().exchange(beta, WireRequest.get("/", Headers.NONE), Timeouts.USUAL);
                            ports.time().pause(Duration.ofSeconds(30));
                            return true;
                        }))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("INV-5")
                        .hasMessageContaining("more than 50 exchanges in the minute from 2026-01-01T00:00:00Z");
            }
        }
    }

    @Nested
    class GivenFaultsThatHeal {
        @Test
        void whenAllIsMended_thenEveryInvariantHoldsAgain() {
            IntStream.range(0, 40).forEach(this::storm);
        }

        private void storm(int seed) {
            try (var stormy = Mesh.inVirtualTime(seed)
                    .node("alpha", Vendors.column("reference/1.5"), "alice")
                    .node("beta", Vendors.column("reference/1.5"), "bob")) {
                var watching = stormy.watch();
                var plan = FaultPlan.drawn(
                        new Seeds(seed).stream("faults"), List.of("alpha", "beta"), 6, Duration.ofMinutes(3));
                share(stormy, "before.txt");
                stormy.party("bob", "beta")
                        .received()
                        .value()
                        .orElseThrow()
                        .forEach(share -> stormy.party("bob", "beta").accept(share.id()));
                plan.play(stormy.world());
                share(stormy, "after.txt");
                stormy.party("bob", "beta")
                        .received()
                        .value()
                        .orElseThrow()
                        .forEach(share -> stormy.party("bob", "beta").decline(share.id()));
                stormy.settle();
                assertThat(watching.atEnd()).as("seed " + seed).isEmpty();
            }
        }
    }
}
