package org.meshbed.simulator.seed;

import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.meshbed.nodes.port.Chance;

/**
 * The luck of one node, drawn from the seed of the run: one stream per purpose, which goes on when the node starts
 * again. Safe for many threads.
 */
public final class SeededChance implements Chance {
    private final Seeds seeds;
    private final String node;
    private final Map<String, RandomGenerator> streams = new TreeMap<>();

    public SeededChance(Seeds seeds, String node) {
        this.seeds = seeds;
        this.node = node;
    }

    @Override
    public int below(String purpose, int bound) {
        synchronized (streams) {
            return streams.computeIfAbsent(purpose, p -> seeds.stream("chance/" + node + "/" + p))
                    .nextInt(bound);
        }
    }
}
