package org.meshbed.scenarios.conform;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.meshbed.nodes.protocol.Content;

/** Content that comes one byte a second, for so many seconds; it knows how much of it was taken. */
final class Drip implements Content, AutoCloseable {
    private final int seconds;
    private final AtomicInteger taken = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);

    Drip(int seconds) {
        this.seconds = seconds;
    }

    /** Whether somebody waited for all of it. */
    boolean wasWaitedFor() {
        return taken.get() >= seconds;
    }

    /** No more comes of it. */
    @Override
    public void close() {
        over.countDown();
    }

    @Override
    public long length() {
        return UNKNOWN_LENGTH;
    }

    @Override
    public InputStream open() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return wasWaitedFor() || waited() ? -1 : ' ';
            }

            @Override
            public int read(byte[] into, int offset, int count) throws IOException {
                var next = read();
                if (next < 0) return -1;
                into[offset] = (byte) next;
                taken.incrementAndGet();
                return 1;
            }
        };
    }

    /** A second passes; whether it was over before that. */
    private boolean waited() throws IOException {
        try {
            return over.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("nobody waits any more", e);
        }
    }
}
