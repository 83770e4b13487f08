package org.meshbed.nodes.resource;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.protocol.Content;

/**
 * Content whose first stream is open already, so that it can still be read when the file is overwritten or deleted
 * between the answer and its sending. Opened again, it is looked up again.
 */
final class Opened implements Content {
    private final Content content;
    private final AtomicReference<@Nullable InputStream> first;

    Opened(Content content) throws IOException {
        this.content = content;
        this.first = new AtomicReference<>(content.open());
    }

    @Override
    public long length() {
        return content.length();
    }

    @Override
    public InputStream open() throws IOException {
        var ready = first.getAndSet(null);
        return ready == null ? content.open() : ready;
    }
}
