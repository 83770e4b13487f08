package org.meshbed.nodes.protocol;

import java.io.IOException;
import java.io.InputStream;

/** Bytes of a file, read as a stream and never held whole. */
public interface Content {
    long UNKNOWN_LENGTH = -1;

    /** Bytes in all, or {@link #UNKNOWN_LENGTH}. */
    long length();

    /** A stream from the first byte. Content that arrives from a connection can be opened once only. */
    InputStream open() throws IOException;

    static Content of(byte[] bytes) {
        return new BytesContent(bytes);
    }
}
