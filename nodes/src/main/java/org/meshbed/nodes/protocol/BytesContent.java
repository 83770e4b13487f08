package org.meshbed.nodes.protocol;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Content small enough to be held. */
final class BytesContent implements Content {
    private final byte[] bytes;

    BytesContent(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
