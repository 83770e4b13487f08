package org.meshbed.simulator.world.loopback;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.port.Blobs;
import org.meshbed.nodes.port.Store;
import org.meshbed.nodes.protocol.Content;

/** The store of one incarnation: after a crash every call is refused. */
record LivingStore(Store store, Life life) implements Store {
    @Override
    public Optional<byte[]> get(String table, String key) {
        return living().get(table, key);
    }

    @Override
    public List<Row> rows(String table) {
        return living().rows(table);
    }

    @Override
    public void put(String table, String key, byte[] value) {
        living().put(table, key, value);
    }

    @Override
    public boolean replace(String table, String key, Optional<byte[]> expected, Optional<byte[]> next) {
        return living().replace(table, key, expected, next);
    }

    @Override
    public void remove(String table, String key) {
        living().remove(table, key);
    }

    @Override
    public Blobs blobs() {
        return new LivingBlobs();
    }

    private Store living() {
        life.check();
        return store;
    }

    private final class LivingBlobs implements Blobs {
        @Override
        public Blob keep(Content content) throws IOException {
            var blob = living().blobs().keep(content);
            life.check();
            return blob;
        }

        @Override
        public Content open(Blob blob) throws IOException {
            return living().blobs().open(blob);
        }

        @Override
        public void drop(Blob blob) {
            living().blobs().drop(blob);
        }
    }
}
