package org.meshbed.nodes.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.port.Time;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.store.MemoryStore;
import org.meshbed.nodes.vendor.Limits;

/**
 * A large file passes through without being held. What is measured is all that the passing thread ever allocated, which
 * bounds what it can have held at any moment and, unlike the size of the heap, does not depend on the collector.
 */
class LargeFileTest {
    private static final long LENGTH = 128 << 20;
    private static final long MOST_ALLOCATED = 32 << 20;

    private final MemoryStore store = new MemoryStore();
    private final Dav dav = new Dav(new Files(store, new Standing(), _ -> {}, Limits.USUAL));
    private final DavScope scope = new DavScope("alice", "", Permissions.ALL, DavDesk.PREFIX, DavDesk.ORIGIN);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whenALargeFileIsPutAndGot_thenNeitherDirectionHoldsIt() throws Exception {
        var before = allocated();
        var put = ask("PUT", new Body.Stream(new Generated(Content.UNKNOWN_LENGTH)));
        var putAllocated = allocated() - before;
        assertThat(put.status()).isEqualTo(201);

        before = allocated();
        var got = (Body.Stream) ask("GET", Body.NONE).body();
        assertThat(got.content().length()).isEqualTo(LENGTH);
        var checksum = checksum(got.content());
        var getAllocated = allocated() - before;

        assertThat(checksum).isEqualTo(checksum(new Generated(LENGTH)));
        assertThat(putAllocated).as("bytes allocated by PUT").isLessThan(MOST_ALLOCATED);
        assertThat(getAllocated).as("bytes allocated by GET").isLessThan(MOST_ALLOCATED);
    }

    private WireReply ask(String method, Body body) {
        var request = new WireRequest(method, DavDesk.PREFIX + "/large.bin", Headers.NONE, body, Framing.CHUNKED);
        return dav.answer(scope, request, "/large.bin");
    }

    private static long allocated() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
    }

    private static long checksum(Content content) throws IOException {
        var checksum = new CRC32();
        var piece = new byte[1 << 16];
        try (var in = content.open()) {
            for (var n = in.read(piece); n >= 0; n = in.read(piece)) checksum.update(piece, 0, n);
        }
        return checksum.getValue();
    }

    /** Bytes of which no two pieces are alike. */
    private record Generated(long length) implements Content {
        @Override
        public InputStream open() {
            return new InputStream() {
                private long at;

                @Override
                public int read() {
                    throw new UnsupportedOperationException("read in pieces");
                }

                @Override
                public int read(byte[] into, int from, int count) {
                    if (at == LENGTH) return -1;
                    var n = (int) Math.min(count, LENGTH - at);
                    for (var i = 0; i < n; i += 64) into[from + i] = (byte) (at + i >>> 6 ^ at >>> 16);
                    at += n;
                    return n;
                }
            };
        }
    }

    private record Standing() implements Time {
        @Override
        public Instant now() {
            return Desk.START;
        }

        @Override
        public void pause(java.time.Duration duration) {}
    }
}
