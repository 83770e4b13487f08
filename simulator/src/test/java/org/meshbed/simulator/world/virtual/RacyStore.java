package org.meshbed.simulator.world.virtual;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.port.Blobs;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.port.Store;

/** A store that is wrong on purpose: it checks and acts in two calls, and the turn may pass in between. */
public record RacyStore(Store store) implements Store {
    /** Ports with such a store in place of a right one. */
    public static Ports in(Ports ports) {
        return new Ports(
                ports.transport(),
                ports.time(),
                ports.tasks(),
                ports.secrets(),
                ports.chance(),
                new RacyStore(ports.store()),
                ports.witness());
    }

    @Override
    public boolean replace(String table, String key, Optional<byte[]> expected, Optional<byte[]> next) {
        var now = store.get(table, key);
        var same =
                now.isPresent() == expected.isPresent() && (now.isEmpty() || Arrays.equals(now.get(), expected.get()));
        if (!same) return false;
        if (next.isPresent()) store.put(table, key, next.get());
        else store.remove(table, key);
        return true;
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
    public void remove(String table, String key) {
        store.remove(table, key);
    }

    @Override
    public Blobs blobs() {
        return store.blobs();
    }
}
