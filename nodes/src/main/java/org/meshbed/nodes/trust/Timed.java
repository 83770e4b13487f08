package org.meshbed.nodes.trust;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.meshbed.nodes.protocol.Content;

/** Content during whose reading a clock is looked at. */
record Timed(Content content, Look look) implements Content {
    /** Throws where the time is over. */
    @FunctionalInterface
    interface Look {
        void look() throws IOException;
    }

    @Override
    public long length() {
        return content.length();
    }

    @Override
    public InputStream open() throws IOException {
        return new FilterInputStream(content.open()) {
            @Override
            public int read() throws IOException {
                look.look();
                return super.read();
            }

            @Override
            public int read(byte[] into, int offset, int count) throws IOException {
                look.look();
                return super.read(into, offset, count);
            }

            @Override
            public boolean markSupported() {
                return false;
            }
        };
    }
}
