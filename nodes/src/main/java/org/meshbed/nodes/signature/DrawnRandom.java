package org.meshbed.nodes.signature;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;

/**
 * Random bytes that follow from a seed and nothing else: SHA-256 over the seed and a counter. A key is drawn from a
 * secret of the world; the nonces and salts of its signatures from the key and what is signed, as RFC 6979 has it for
 * ECDSA, so that the same message has the same signature and no nonce serves two messages.
 */
final class DrawnRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    DrawnRandom(byte[]... seed) {
        super(new Stream(hash(seed)), null);
    }

    private static byte[] hash(byte[]... parts) {
        var sha = sha256();
        for (var part : parts) {
            sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
            sha.update(part);
        }
        return sha.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static final class Stream extends SecureRandomSpi {
        private static final long serialVersionUID = 1L;
        private final byte[] seed;
        private long counter;
        private byte[] block = new byte[0];
        private int used;

        Stream(byte[] seed) {
            this.seed = seed;
        }

        @Override
        protected void engineSetSeed(byte[] more) {
            // what is drawn follows from the first seed alone
        }

        @Override
        protected void engineNextBytes(byte[] bytes) {
            for (var i = 0; i < bytes.length; i++) {
                if (used == block.length) refill();
                bytes[i] = block[used++];
            }
        }

        private void refill() {
            var sha = sha256();
            sha.update(seed);
            block = sha.digest(
                    ByteBuffer.allocate(Long.BYTES).putLong(counter++).array());
            used = 0;
        }

        @Override
        protected byte[] engineGenerateSeed(int bytes) {
            var drawn = new byte[bytes];
            engineNextBytes(drawn);
            return drawn;
        }
    }
}
