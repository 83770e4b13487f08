package org.meshbed.simulator.world;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.meshbed.nodes.protocol.Content;

/**
 * Content on its way from one node to another: it can be opened once, as from a connection, and breaks where the
 * journey does.
 *
 * @param broken asked now and then while it travels: why it cannot go on, or empty; the turn may pass there
 */
public record Travelling(Content content, Supplier<Optional<String>> broken, boolean[] opened) implements Content {
    private static final int BYTES_BETWEEN_LOOKS = 64 << 10;

    public Travelling(Content content, Supplier<Optional<String>> broken) {
        this(content, broken, new boolean[1]);
    }

    @Override
    public long length() {
        return content.length();
    }

    @Override
    public InputStream open() throws IOException {
        if (opened[0]) throw new IOException("content that arrives from a connection can be opened once only");
        opened[0] = true;
        return new Looking(content.open());
    }

    private final class Looking extends FilterInputStream {
        private long untilLook;

        Looking(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            look();
            var one = super.read();
            untilLook--;
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            look();
            var count = super.read(bytes, offset, Math.min(length, BYTES_BETWEEN_LOOKS));
            untilLook -= Math.max(count, 0);
            return count;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void look() throws IOException {
            if (untilLook > 0) return;
            untilLook = BYTES_BETWEEN_LOOKS;
            var why = broken.get();
            if (why.isPresent()) throw new IOException(why.get());
        }
    }
}
