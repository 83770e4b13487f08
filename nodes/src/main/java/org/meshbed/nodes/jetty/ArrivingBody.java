package org.meshbed.nodes.jetty;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Content.Chunk;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.protocol.Content;

/**
 * The body of a request, read from the connection when it is asked for. A body that is cut short, or takes longer than
 * it may, breaks for its reader; it never seems to end. Read by one thread at a time.
 */
final class ArrivingBody implements Content {
    private static final int MOST_READS = 64;
    private final Request request;
    private final long length;
    private final Duration within;
    private final long began = NanoTime.now();
    private final AtomicBoolean opened = new AtomicBoolean();
    private @Nullable Chunk chunk;

    ArrivingBody(Request request, long length, Duration within) {
        this.request = request;
        this.length = length;
        this.within = within;
    }

    @Override
    public long length() {
        return length;
    }

    boolean untouched() {
        return !opened.get();
    }

    @Override
    public InputStream open() throws IOException {
        if (opened.getAndSet(true)) throw new IOException("the body of this request was opened before");
        return new Reader();
    }

    /** Throws away what is here; answers whether the body has ended. Never blocks. */
    boolean skipWhatIsThere() {
        for (var reads = 0; reads < MOST_READS; reads++) {
            if (chunk == null) chunk = request.read();
            if (chunk == null || Chunk.isFailure(chunk)) return false;
            if (chunk.isLast()) return true;
            drop();
        }
        return false;
    }

    /** Waits for the rest and throws it away, up to a bound; what goes wrong now is of no interest any more. */
    void skip(int bytes, Duration time) {
        var started = NanoTime.now();
        try {
            for (var left = bytes; left > 0; ) {
                var next = next(NanoTime.since(started), time);
                if (next.isLast()) return;
                left -= next.remaining();
                drop();
            }
        } catch (IOException e) {
            // The caller is gone, or too slow: the connection is closed in any case.
        }
    }

    private void drop() {
        if (chunk != null && !chunk.isLast()) {
            chunk.release();
            chunk = null;
        }
    }

    private Chunk next(long nanosSpent, Duration within) throws IOException {
        while (chunk == null) {
            chunk = request.read();
            if (chunk == null) await(within.toNanos() - nanosSpent);
        }
        if (Chunk.isFailure(chunk)) throw new IOException("the body of the request broke off", chunk.getFailure());
        return chunk;
    }

    private void await(long nanos) throws IOException {
        var arrived = new CountDownLatch(1);
        request.demand(arrived::countDown);
        try {
            if (!arrived.await(Math.max(nanos, 0), TimeUnit.NANOSECONDS))
                throw new InterruptedIOException("the body of the request did not end within " + within);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading the body of a request");
        }
    }

    private final class Reader extends InputStream {
        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            Objects.checkFromIndexSize(offset, count, into.length);
            if (count == 0) return 0;
            while (true) {
                var current = next(NanoTime.since(began), within);
                if (current.hasRemaining()) return current.get(into, offset, count);
                if (current.isLast()) return -1;
                drop();
            }
        }
    }
}
