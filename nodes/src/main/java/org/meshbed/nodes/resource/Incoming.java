package org.meshbed.nodes.resource;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.meshbed.nodes.protocol.Content;

/**
 * Content on its way in, which remembers whether it was the content that broke: when keeping it fails, that tells the
 * sender's fault from the store's. Content that ends before its length breaks too.
 */
final class Incoming implements Content {
    private final Content content;
    private volatile boolean broken;

    Incoming(Content content) {
        this.content = content;
    }

    boolean broken() {
        return broken;
    }

    @Override
    public long length() {
        return content.length();
    }

    @Override
    public InputStream open() throws IOException {
        try {
            return new Stream(content.open());
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }

    private final class Stream extends FilterInputStream {
        private long read;

        Stream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            try {
                var n = super.read(into, from, count);
                if (n >= 0) read += n;
                else if (read < length())
                    throw new EOFException("the content ended after " + read + " of " + length() + " bytes");
                return n;
            } catch (IOException e) {
                broken = true;
                throw e;
            }
        }
    }
}
