package org.meshbed.simulator.seed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The one seed of a run, and the streams drawn from it. Each name has a stream of its own, so that one more draw in one
 * place shifts no other; the same seed and name give the same stream in every JVM. A stream is used by one thread at a
 * time.
 */
public record Seeds(long seed) {
    private static final RandomGeneratorFactory<RandomGenerator> STREAMS =
            RandomGeneratorFactory.of("L64X128MixRandom");

    /** A new stream, from its start. */
    public RandomGenerator stream(String name) {
        return STREAMS.create(hash(name));
    }

    private byte[] hash(String name) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
            return sha.digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
