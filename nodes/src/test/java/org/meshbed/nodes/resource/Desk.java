package org.meshbed.nodes.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.meshbed.nodes.port.Blobs;
import org.meshbed.nodes.port.Store;
import org.meshbed.nodes.port.Testimony;
import org.meshbed.nodes.port.Time;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.store.MemoryStore;
import org.meshbed.nodes.vendor.Limits;

/** Files in memory with a clock moved by hand, a witness that remembers, and blobs that are counted. */
final class Desk {
    static final Instant START = Instant.parse("2026-11-24T08:00:00.250Z");

    final Store store = new Counted(new MemoryStore());
    final List<Testimony> seen = new CopyOnWriteArrayList<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Set<String> kept = new ConcurrentSkipListSet<>();
    private volatile boolean full;
    final Files files = restarted();

    /** Files of another incarnation of the node over the same store. */
    Files restarted() {
        return new Files(store, new HandMovedTime(), seen::add, Limits.USUAL);
    }

    void pass(Duration duration) {
        now.updateAndGet(it -> it.plus(duration));
    }

    void blobsAreFull(boolean full) {
        this.full = full;
    }

    int blobs() {
        return kept.size();
    }

    String text(String user, String path) throws IOException {
        try (var in = files.read(user, path).value().orElseThrow().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Every node has a folder above it, every file its content, and no content is kept for nothing. */
    void checkTree(String user) throws IOException {
        var named = new TreeSet<String>();
        check(user, "", named);
        var home = HomeText.read(store.get("homes", user).orElseThrow());
        assertThat(named).hasSize((int) home.nodes().values().stream()
                .filter(n -> n instanceof Node.File)
                .count());
        assertThat(kept).isEqualTo(home.contents().keySet());
    }

    private void check(String user, String folder, Set<String> files) throws IOException {
        for (var item : this.files.list(user, folder).value().orElseThrow())
            if (item.isFolder()) check(user, item.path(), files);
            else {
                assertThat(text(user, item.path())).hasSize((int) item.length());
                files.add(item.path());
            }
    }

    private final class HandMovedTime implements Time {
        @Override
        public Instant now() {
            return now.get();
        }

        @Override
        public void pause(Duration duration) {
            pass(duration);
        }
    }

    private final class Counted implements Store, Blobs {
        private final Store store;

        Counted(Store store) {
            this.store = store;
        }

        @Override
        public Optional<byte[]> get(String table, String key) {
            return store.get(table, key);
        }

        @Override
        public List<Row> rows(String table) {
            return store.rows(table);
        }

        @Override
        public void put(String table, String key, byte[] value) {
            store.put(table, key, value);
        }

        @Override
        public boolean replace(String table, String key, Optional<byte[]> expected, Optional<byte[]> next) {
            return store.replace(table, key, expected, next);
        }

        @Override
        public void remove(String table, String key) {
            store.remove(table, key);
        }

        @Override
        public Blobs blobs() {
            return this;
        }

        @Override
        public Blob keep(Content content) throws IOException {
            if (full) throw new IOException("no space left");
            var blob = store.blobs().keep(content);
            kept.add(blob.id());
            return blob;
        }

        @Override
        public Content open(Blob blob) throws IOException {
            return store.blobs().open(blob);
        }

        @Override
        public void drop(Blob blob) {
            kept.remove(blob.id());
            store.blobs().drop(blob);
        }
    }
}
