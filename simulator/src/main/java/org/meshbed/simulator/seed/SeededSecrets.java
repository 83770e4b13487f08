package org.meshbed.simulator.seed;

import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.meshbed.nodes.port.Secrets;

/**
 * The secrets of one node, drawn from the seed of the run: one stream per purpose, which goes on when the node starts
 * again. Safe for many threads.
 *
 * <p>What signing keys are drawn from does not depend on the seed, only on the node: keys are dear to make, so the nodes
 * of one name share them across the runs of a process.
 */
public final class SeededSecrets implements Secrets {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static final Seeds KEYS = new Seeds(0);

    private final Seeds seeds;
    private final String node;
    private final Map<Purpose, RandomGenerator> streams = new EnumMap<>(Purpose.class);

    public SeededSecrets(Seeds seeds, String node) {
        this.seeds = seeds;
        this.node = node;
    }

    @Override
    public String text(Purpose purpose, int length) {
        var text = new StringBuilder(length);
        synchronized (streams) {
            var stream = streams.computeIfAbsent(
                    purpose, p -> (p == Purpose.SIGNING_KEY ? KEYS : seeds).stream("secret/" + node + "/" + p));
            for (var i = 0; i < length; i++) text.append(LETTERS.charAt(stream.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
