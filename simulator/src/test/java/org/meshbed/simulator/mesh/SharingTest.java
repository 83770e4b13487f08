package org.meshbed.simulator.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.vendor.Vendors;

final class SharingTest {
    private static final String BOB = "bob@beta.example";

    private final Mesh mesh = Mesh.inVirtualTime(7)
            .node("alpha", Vendors.column("reference/1.5"), "alice")
            .node("beta", Vendors.column("reference/1.5"), "bob");
    private final PartyDriver alice = mesh.party("alice", "alpha");
    private final PartyDriver bob = mesh.party("bob", "beta");

    @AfterEach
    void close() {
        mesh.close();
    }

    private Told<SentShare> share() {
        assertThat(alice.write(Place.own("report.txt"), Content.of("hello".getBytes(StandardCharsets.UTF_8)))
                        .happened())
                .isTrue();
        return alice.share(ShareWish.of("report.txt", BOB));
    }

    private ReceivedShare received() {
        return done(bob.received()).getFirst();
    }

    private static <T> T done(Told<T> told) {
        return told.value().orElseThrow(() -> new AssertionError(told.words()));
    }

    @Nested
    class GivenASharedFile {
        @Test
        void whenAccepted_thenItCanBeReadAndBothSidesKnow() throws IOException {
            share();
            assertThat(bob.accept(received().id()).happened()).isTrue();
            mesh.settle(Duration.ofHours(1));
            var content = done(bob.read(Place.in(received().id(), "")));
            assertThat(content.open().readAllBytes()).asString().isEqualTo("hello");
            assertThat(done(alice.shared()).getFirst().state()).isEqualTo(SentShare.State.ACCEPTED);
        }

        @Test
        void whenSomethingIsAwaitedInVain_thenTheFailureTellsWhatHappened() {
            mesh.cut("alpha", "beta");
            share();
            assertThatThrownBy(() -> mesh.await("bob sees it", () -> false, Duration.ofMinutes(1)))
                    .hasMessageContaining("the link between alpha and beta is cut")
                    .hasMessageContaining("alice at alpha writes report.txt: ")
                    .hasMessageContaining("exchange 1: alpha -> beta GET /.well-known/ocm")
                    .hasMessageContaining("exchange 1: timed-out 0 no connection within PT")
                    .hasMessageContaining("seed 7");
        }

        @Test
        void whenUnshared_thenItIsGone() {
            var sent = done(share());
            assertThat(alice.unshare(sent.id()).happened()).isTrue();
            mesh.settle(Duration.ofHours(1));
            assertThat(done(bob.received())).isEmpty();
        }

        @Test
        void whenTheOtherServerIsDownForAWhile_thenTheNewsArrivesLater() {
            share();
            mesh.operator("alpha").stop();
            assertThat(bob.accept(received().id()).happened()).isTrue();
            mesh.advance(Duration.ofMinutes(10));
            mesh.operator("alpha").start();
            mesh.await(
                    "alice sees that bob accepted",
                    () -> mesh.slot("alpha").node().state().sent().getFirst().state() == SentShare.State.ACCEPTED,
                    Duration.ofHours(12));
        }
    }
}
