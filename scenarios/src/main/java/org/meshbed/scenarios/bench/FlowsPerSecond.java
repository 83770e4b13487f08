package org.meshbed.scenarios.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * oracle on; says how many a second, in the best of some rounds. It warms up on all cores, since the compilers want their
 * share, and is held to one core from then on.
 */
final class FlowsPerSecond {
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final int ROUNDS = 3;
    /** As many as are played in one world: a mesh with thousands of nodes would be another figure. */
    private static final int FLOWS_OF_A_MESH = 50;

    /** What holds a process to a core; where it is missing, all cores are there for one thread at a time. */
    static final Path TASKSET = Path.of("/usr/bin/taskset");

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
        holdToOneCore();
        var best = 0.0;
        for (var round = 0; round < ROUNDS; round++) {
            var played = during(ROUND, seed, profile);
            best = Math.max(best, played.perSecond());
            seed = played.seed();
        }
        return best;
    }

    private static void holdToOneCore() {
        if (!Files.isExecutable(TASKSET)) return;
        var own = String.valueOf(ProcessHandle.current().pid());
        try {
            var taskset = new ProcessBuilder(TASKSET.toString(), "-a", "-c", "-p", "0", own)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.INHERIT)
                    .start();
            if (taskset.waitFor() != 0) throw new IllegalStateException("taskset could not hold the JVM to one core");
        } catch (IOException e) {
            throw new UncheckedIOException("taskset could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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
