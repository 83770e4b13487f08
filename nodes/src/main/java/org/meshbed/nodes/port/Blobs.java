package org.meshbed.nodes.port;

import java.io.IOException;
import org.meshbed.nodes.protocol.Content;

/** The content of files: kept whole, read as a stream, never held in memory when large. */
public interface Blobs {
    /** Reads the content to its end and keeps it. Throws when the stream breaks or ends early; nothing is kept then. */
    Blob keep(Content content) throws IOException;

    /** The content of a blob; it can be opened any number of times. */
    Content open(Blob blob) throws IOException;

    void drop(Blob blob);

    /**
     * A file's content.
     *
     * @param id names the blob inside this store
     * @param length in bytes
     * @param sha256 lower-case hexadecimal
     */
    record Blob(String id, long length, String sha256) {}
}
