package org.meshbed.simulator.journal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.meshbed.nodes.protocol.Content;

/**
 * Content that tells what passed of it: length, digest and the first 64 KiB, once for each time it is read, when its
 * reader comes to the end or closes it, whichever is first.
 */
public final class Tapped implements Content {
    private final Content content;
    private final Consumer<Passed> heard;

    public Tapped(Content content, Consumer<Passed> heard) {
        this.content = content;
        this.heard = heard;
    }

    /**
     * What passed.
     *
     * @param first at most the first 64 KiB; given away
     * @param complete whether the reader came to the end
     */
    public record Passed(byte[] first, long length, String sha256, boolean complete) {}

    @Override
    public long length() {
        return content.length();
    }

    @Override
    public InputStream open() throws IOException {
        return new Tap(content.open(), content.length(), heard);
    }

    private static final class Tap extends FilterInputStream {
        private final Consumer<Passed> heard;
        private final MessageDigest digest = Payloads.sha256();
        private final long expected;
        private byte[] first = new byte[0];
        private long length;
        private boolean told;

        Tap(InputStream in, long expected, Consumer<Passed> heard) {
            super(in);
            this.expected = expected;
            this.heard = heard;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int most) throws IOException {
            var count = super.read(into, offset, most);
            if (count < 0) tell(true);
            else passed(into, offset, count);
            return count;
        }

        /** What is skipped has passed as well. */
        @Override
        public long skip(long most) throws IOException {
            var skipped = new byte[(int) Math.max(0, Math.min(most, 8192))];
            return Math.max(0, read(skipped, 0, skipped.length));
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } finally {
                tell(false);
            }
        }

        private void passed(byte[] bytes, int offset, int count) {
            digest.update(bytes, offset, count);
            var room = Math.min(count, Payload.MOST_KEPT - first.length);
            if (room > 0) {
                var end = first.length;
                first = Arrays.copyOf(first, end + room);
                System.arraycopy(bytes, offset, first, end, room);
            }
            length += count;
        }

        private void tell(boolean complete) {
            if (told) return;
            told = true;
            var whole = complete || length == expected;
            heard.accept(new Passed(first, length, HexFormat.of().formatHex(digest.digest()), whole));
        }
    }
}
