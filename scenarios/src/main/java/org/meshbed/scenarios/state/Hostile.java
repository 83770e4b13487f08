package org.meshbed.scenarios.state;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.meshbed.nodes.port.Time;
import org.meshbed.nodes.protocol.Content;

/** Content that is made to wear its reader out. */
public final class Hostile {
    private static final int PIECE = 64 << 10;

    private Hostile() {}

    /** A document in whose first text there is no end: so much of it comes, counted in {@code sent}. */
    public static Content endless(String start, long most, AtomicLong sent) {
        var filling = new InputStream() {
            @Override
            public int read() {
                return sent.incrementAndGet() > most ? -1 : 'x';
            }

            @Override
            public int read(byte[] into, int offset, int count) {
                if (sent.get() >= most) return -1;
                var now = Math.min(count, PIECE);
                java.util.Arrays.fill(into, offset, offset + now, (byte) 'x');
                sent.addAndGet(now);
                return now;
            }
        };
        return of(() ->
                new SequenceInputStream(new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8)), filling));
    }

    /** These bytes, one a second. */
    public static Content slow(byte[] bytes, Time time) {
        return of(() -> new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int count) {
                time.pause(Duration.ofSeconds(1));
                return super.read(into, offset, Math.min(count, 1));
            }
        });
    }

    /** These bytes as gzip has them. */
    public static byte[] compressed(byte[] bytes) {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private interface Opening {
        InputStream open();
    }

    private static Content of(Opening opening) {
        return new Content() {
            @Override
            public long length() {
                return UNKNOWN_LENGTH;
            }

            @Override
            public InputStream open() {
                return opening.open();
            }
        };
    }
}
