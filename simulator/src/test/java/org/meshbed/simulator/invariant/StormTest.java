package org.meshbed.simulator.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.fault.FaultPlan;
import org.meshbed.simulator.mesh.Mesh;
import org.meshbed.simulator.seed.Seeds;

/**
 * People at three nodes do whatever comes to their minds, at once and while things break; when all is mended and quiet,
 * every invariant holds. {@code -Dmeshbed.storms=1000..2000} plays other seeds.
 */
final class StormTest {
    private static final String SEEDS = System.getProperty("meshbed.storms", "0..25");
    private static final List<String> NODES = List.of("alpha", "beta", "gamma");
    private static final List<String> PEOPLE = List.of("alice", "bob", "carol");

    @Nested
    class GivenAStorm {
        @Test
        void whenItIsOver_thenEveryInvariantHolds() {
            var bounds = SEEDS.split("\\.\\.");
            var failures = new ArrayList<String>();
            IntStream.range(Integer.parseInt(bounds[0]), Integer.parseInt(bounds[1]))
                    .forEach(seed -> {
                        try {
                            new Storm(seed).blow();
                        } catch (AssertionError | RuntimeException e) {
                            failures.add("seed " + seed + ": " + e);
                        }
                    });
            assertThat(failures).isEmpty();
        }
    }

    /** One seed's storm. */
    private static final class Storm {
        private final RandomGenerator whim;
        private final Seeds seeds;
        private final Mesh mesh;
        private final Watch watch;

        Storm(long seed) {
            seeds = new Seeds(seed);
            whim = seeds.stream("whim");
            mesh = Mesh.inVirtualTime(seed);
            NODES.forEach(node -> mesh.node(node, Vendors.column("reference/1.5"), PEOPLE.get(NODES.indexOf(node))));
            watch = mesh.watch();
        }

        void blow() {
            try (mesh) {
                for (var person = 0; person < 3; person++)
                    party(person).write(Place.own("f.txt"), Content.of("hello".getBytes(StandardCharsets.UTF_8)));
                for (var gust = 0; gust < 6; gust++) {
                    act();
                    if (gust % 2 == 1)
                        FaultPlan.drawn(seeds.stream("faults " + gust), NODES, 4, Duration.ofMinutes(1))
                                .play(mesh.world());
                }
                mesh.settle();
                watch.end();
            }
        }

        private void act() {
            var actions = new ArrayList<Callable<Boolean>>();
            for (var n = 0; n < 4; n++) {
                var person = whim.nextInt(3);
                var other = (person + 1 + whim.nextInt(2)) % 3;
                var what = whim.nextInt(7);
                var which = whim.nextInt(4);
                actions.add(() -> act(party(person), other, what, which));
            }
            if (whim.nextInt(3) == 0) actions.add(crash(whim.nextInt(3), Duration.ofMillis(whim.nextInt(8))));
            mesh.atOnce(actions);
            NODES.forEach(node -> mesh.operator(node).start());
        }

        private Callable<Boolean> crash(int node, Duration after) {
            return () -> {
                mesh.world().time().pause(after);
                return mesh.operator(NODES.get(node)).stop().happened();
            };
        }

        private boolean act(PartyDriver party, int other, int what, int which) {
            return switch (what) {
                case 0, 1, 2 ->
                    party.share(ShareWish.of(
                                    "f.txt",
                                    mesh.address(PEOPLE.get(other), NODES.get(other))
                                            .toString()))
                            .happened();
                case 3 ->
                    received(party, which)
                            .map(share -> party.accept(share.id()).happened())
                            .orElse(false);
                case 4 ->
                    received(party, which)
                            .map(share -> party.decline(share.id()).happened())
                            .orElse(false);
                case 5 ->
                    received(party, which)
                            .map(share -> party.leave(share.id()).happened())
                            .orElse(false);
                default ->
                    party.shared().value().orElse(List.of()).stream()
                            .skip(which)
                            .findFirst()
                            .map(share -> party.unshare(share.id()).happened())
                            .orElse(false);
            };
        }

        private static java.util.Optional<ReceivedShare> received(PartyDriver party, int which) {
            return party.received().value().orElse(List.of()).stream()
                    .skip(which)
                    .findFirst();
        }

        private PartyDriver party(int person) {
            return mesh.party(PEOPLE.get(person), NODES.get(person));
        }
    }
}
