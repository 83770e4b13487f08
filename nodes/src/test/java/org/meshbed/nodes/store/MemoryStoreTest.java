package org.meshbed.nodes.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.port.Store;
import org.meshbed.nodes.protocol.Content;

class MemoryStoreTest extends StoreContract {
    private final MemoryStore store = new MemoryStore();
    private final MemoryBlobs blobs = (MemoryBlobs) store.blobs();

    @Override
    Store store() {
        return store;
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whenContentsAreSmall_thenNoFolderIsMade() throws Exception {
        blobs.keep(Content.of(new byte[MemoryBlobs.MOST_IN_MEMORY]));
        assertThat(blobs.folder()).isEmpty();
    }

    @Test
    void whenALargeContentIsDroppedOrBreaks_thenItsFileIsGone() throws Exception {
        var blob = blobs.keep(Content.of(new byte[MemoryBlobs.MOST_IN_MEMORY + 1]));
        var folder = blobs.folder().orElseThrow();
        assertThat(folder).isDirectoryContaining(_ -> true);
        blobs.drop(blob);
        assertThat(folder).isEmptyDirectory();
        var broken = new Arriving(9_000_000, new ByteArrayInputStream(new byte[2_000_000]));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> blobs.keep(broken)))
                .isNotNull();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whenClosed_thenTheFolderIsGone() throws Exception {
        blobs.keep(Content.of(new byte[MemoryBlobs.MOST_IN_MEMORY + 1]));
        var folder = blobs.folder().orElseThrow();
        store.close();
        assertThat(Files.exists(folder)).isFalse();
    }
}
