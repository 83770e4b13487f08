package org.meshbed.scenarios.bench;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.scenarios.run.Meshes;
import org.meshbed.scenarios.run.Stopwatch;
import org.meshbed.scenarios.run.WorldKind;
import org.meshbed.simulator.oracle.Oracle;

/**
 * A JVM that plays complete flows in the virtual world, one after another, each between two nodes that never met, with the
 * oracle on; says how many a second, in the best of some rounds after a warm-up.
 */
final class FlowsPerSecond {
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final int ROUNDS = 3;
    /** As many as are played in one world: a mesh with thousands of nodes would be another figure. */
    private static final int FLOWS_OF_A_MESH = 50;

    /** The option of the JVM that makes the nodes sign every message and believe no other. */
    static final String SIGNED = "meshbed.bench.signed";

    private FlowsPerSecond() {}

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        // the driver of a virtual world hands over several times faster where it is a virtual thread too
        var measuring = new FutureTask<>(() -> best(Boolean.getBoolean(SIGNED) ? Flow.SIGNING : Flow.REFERENCE));
        Thread.ofVirtual().start(measuring);
        System.out.println(measuring.get());
        System.exit(0);
    }

    private static double best(Profile profile) {
        var seed = during(WARM_UP, 1, profile).seed();
        var best = 0.0;
        for (var round = 0; round < ROUNDS; round++) {
            var played = during(ROUND, seed, profile);
            best = Math.max(best, played.perSecond());
            seed = played.seed();
        }
        return best;
    }

    private record Played(double perSecond, long seed) {}

    private static Played during(Duration time, long firstSeed, Profile profile) {
        var watch = Stopwatch.started();
        var seed = firstSeed;
        var flows = 0;
        for (; watch.elapsed().compareTo(time) < 0; flows += FLOWS_OF_A_MESH) {
            try (var mesh = Meshes.open(WorldKind.VIRTUAL, seed++)) {
                mesh.journal().addReader(Oracle.over(mesh.world()));
                for (var flow = 0; flow < FLOWS_OF_A_MESH; flow++) new Flow(mesh, flow, profile).whole();
            }
        }
        return new Played(flows * 1e9 / watch.elapsed().toNanos(), seed);
    }
}
