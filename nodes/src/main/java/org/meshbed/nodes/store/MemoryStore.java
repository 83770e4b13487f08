package org.meshbed.nodes.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.meshbed.nodes.port.Blobs;
import org.meshbed.nodes.port.Store;

/**
 * State in memory. It survives a restart of its node because the world keeps this object, and ends with the process.
 * File contents above 1 MiB are spooled to a temporary folder, made when first needed and removed by {@link #close}.
 */
public final class MemoryStore implements Store, AutoCloseable {
    private final ConcurrentNavigableMap<String, ConcurrentNavigableMap<String, byte[]>> tables =
            new ConcurrentSkipListMap<>();
    private final MemoryBlobs blobs = new MemoryBlobs();

    @Override
    public Optional<byte[]> get(String table, String key) {
        return Optional.ofNullable(rowsOf(table).get(key));
    }

    @Override
    public List<Row> rows(String table) {
        return rowsOf(table).entrySet().stream()
                .map(row -> new Row(row.getKey(), row.getValue()))
                .toList();
    }

    @Override
    public void put(String table, String key, byte[] value) {
        rowsOf(table).put(key, value);
    }

    /** Compares the bytes, then swaps by identity: another writer in between makes the swap fail, and it looks again. */
    @Override
    public boolean replace(String table, String key, Optional<byte[]> expected, Optional<byte[]> next) {
        var rows = rowsOf(table);
        while (true) {
            var now = rows.get(key);
            if (now == null) {
                if (expected.isPresent()) return false;
                if (next.isEmpty() || rows.putIfAbsent(key, next.get()) == null) return true;
            } else {
                if (expected.isEmpty() || !Arrays.equals(now, expected.get())) return false;
                if (swapped(rows, key, now, next)) return true;
            }
        }
    }

    private static boolean swapped(
            ConcurrentNavigableMap<String, byte[]> rows, String key, byte[] now, Optional<byte[]> next) {
        return next.isPresent() ? rows.replace(key, now, next.get()) : rows.remove(key, now);
    }

    @Override
    public void remove(String table, String key) {
        rowsOf(table).remove(key);
    }

    @Override
    public Blobs blobs() {
        return blobs;
    }

    @Override
    public void close() {
        blobs.close();
    }

    private ConcurrentNavigableMap<String, byte[]> rowsOf(String table) {
        return tables.computeIfAbsent(table, _ -> new ConcurrentSkipListMap<>());
    }
}
