package org.meshbed.scenarios.state;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.meshbed.nodes.protocol.Content;

/** Content that does not come as it was promised: it breaks off in the middle, or something happens there. */
public final class BrokenContent implements Content {
    private final byte[] bytes;
    private final Runnable inTheMiddle;
    private final boolean goesOn;

    private BrokenContent(byte[] bytes, Runnable inTheMiddle, boolean goesOn) {
        this.bytes = bytes;
        this.inTheMiddle = inTheMiddle;
        this.goesOn = goesOn;
    }

    /** Half of it comes, then the connection breaks. */
    public static BrokenContent endsEarly(byte[] bytes) {
        return new BrokenContent(bytes, () -> {}, false);
    }

    /** Half of it comes, then this happens, then the other half comes. */
    public static BrokenContent stops(byte[] bytes, Runnable inTheMiddle) {
        return new BrokenContent(bytes, inTheMiddle, true);
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new Halves();
    }

    private final class Halves extends InputStream {
        private final ByteArrayInputStream first = new ByteArrayInputStream(bytes, 0, bytes.length / 2);
        private final ByteArrayInputStream second =
                new ByteArrayInputStream(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
        private boolean over;

        @Override
        public int read() throws IOException {
            var next = first.read();
            if (next >= 0) return next;
            if (!over) {
                over = true;
                inTheMiddle.run();
            }
            if (!goesOn) throw new IOException("the sender broke off in the middle");
            return second.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) return 0;
            var next = read();
            if (next < 0) return -1;
            target[offset] = (byte) next;
            return 1;
        }
    }
}
