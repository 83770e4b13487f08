package org.meshbed.scenarios.bench;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Measures each figure in a JVM of its own, one after another. The budgets are those of the design, for two cores. */
public final class Bench {
    private static final int STARTS = 3;

    /** One task of a virtual world runs at any time: on one core, a second thread to carry it only means switching. */
    private static final List<String> ONE_CARRIER =
            List.of("-Djdk.virtualThreadScheduler.parallelism=1", "-Djdk.virtualThreadScheduler.maxPoolSize=1");

    private Bench() {}

    /** Measures all; each figure is told as soon as it is known. */
    public static void run(Consumer<Figure> told) {
        told.accept(firstGreen());
        thousandNodes().forEach(told);
        told.accept(flows("complete flows, virtual world", 2000));
        told.accept(flows("the same, signed with P-256", 500, "-D" + FlowsPerSecond.SIGNED + "=true"));
    }

    private static Figure firstGreen() {
        var seconds = IntStream.range(0, STARTS)
                .mapToDouble(_ -> Child.run(FirstGreen.class, List.of()).after().toNanos() / 1e9)
                .sorted()
                .toArray();
        return Figure.atMost(
                "JVM start to a shared file read over HTTPS", seconds[STARTS / 2], 2, "s", "median of " + STARTS);
    }

    private static List<Figure> thousandNodes() {
        var said = Child.run(ThousandNodes.class, List.of());
        var name = ThousandNodes.NODES + " nodes on loopback, ";
        var started = Figure.atMost(name + "started", said.number(0), 3, "s", "in one JVM");
        var resident = said.number(1);
        return List.of(
                started,
                resident < 0
                        ? Figure.unknown(name + "resident", 1024, true, "MiB", "only Linux tells")
                        : Figure.atMost(name + "resident", resident, 1024, "MiB", "VmRSS"));
    }

    private static Figure flows(String what, int least, String... more) {
        var one = Files.isExecutable(FlowsPerSecond.TASKSET);
        var options = new ArrayList<>(ONE_CARRIER);
        options.addAll(List.of(more));
        var said = Child.run(FlowsPerSecond.class, List.of(), options.toArray(String[]::new));
        return Figure.atLeast(
                what,
                said.number(0),
                least,
                "a second",
                one ? "on one core" : "one thread at a time; not held to one core");
    }
}
