package org.meshbed.simulator.world.virtual;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.port.Blobs;
import org.meshbed.nodes.port.Store;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.simulator.time.Lifetime;
import org.meshbed.simulator.time.Scheduler;

/** The store of one incarnation: before every call the turn may pass, and after a crash every call is refused. */
record TurningStore(Store store, Scheduler scheduler, Lifetime life) implements Store {
    @Override
    public Optional<byte[]> get(String table, String key) {
        return turn().get(table, key);
    }

    @Override
    public List<Row> rows(String table) {
        return turn().rows(table);
    }

    @Override
    public void put(String table, String key, byte[] value) {
        turn().put(table, key, value);
    }

    @Override
    public boolean replace(String table, String key, Optional<byte[]> expected, Optional<byte[]> next) {
        return turn().replace(table, key, expected, next);
    }

    @Override
    public void remove(String table, String key) {
        turn().remove(table, key);
    }

    @Override
    public Blobs blobs() {
        return new TurningBlobs();
    }

    private Store turn() {
        scheduler.turn(life);
        return store;
    }

    private final class TurningBlobs implements Blobs {
        @Override
        public Blob keep(Content content) throws IOException {
            var blob = turn().blobs().keep(content);
            life.check();
            return blob;
        }

        @Override
        public Content open(Blob blob) throws IOException {
            return turn().blobs().open(blob);
        }

        @Override
        public void drop(Blob blob) {
            turn().blobs().drop(blob);
        }
    }
}
