package org.meshbed.simulator.world.loopback;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.meshbed.nodes.protocol.Content;

/**
 * Content that a server of this world still makes while it is sent: the server is at work on the exchange meanwhile, and
 * may wait on the world's clock.
 *
 * @param caller who waits for it
 */
record AtWork(Content content, Clockwork clockwork, Leg caller) implements Content {
    @Override
    public long length() {
        return content.length();
    }

    @Override
    public InputStream open() throws IOException {
        return new FilterInputStream(content.open()) {
            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int count) throws IOException {
                clockwork.beginServing(caller);
                try {
                    return new Actor(clockwork).call(() -> more(into, offset, count));
                } catch (UncheckedIOException e) {
                    throw new IOException(e.getMessage(), e);
                } finally {
                    clockwork.endServing(caller);
                }
            }

            private int more(byte[] into, int offset, int count) {
                try {
                    return in.read(into, offset, count);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }
}
