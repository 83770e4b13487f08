package org.meshbed.nodes.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;
import org.meshbed.nodes.port.Blobs;
import org.meshbed.nodes.port.Store;

/**
 * State in a folder: tables in one MVStore file, contents of files beside it. What was put is on the disk when the call
 * returns, so a node killed at any moment finds it again; one process at a time may have the folder open.
 *
 * <p>Writers share forced writes ({@link GroupCommit}). A reader may see a value a moment before it is durable.
 */
public final class DiskStore implements Store, AutoCloseable {
    private static final String FILE = "meshbed.mv";

    private final Path file;
    private final MVStore store;
    private final Map<String, MVMap<String, byte[]>> tables = new ConcurrentHashMap<>();
    private final DiskBlobs blobs;
    private final GroupCommit commits = new GroupCommit(this::force);

    /** Opens the folder, or makes it; throws {@link BrokenStore} for a file that is damaged, foreign or in use. */
    public DiskStore(Path folder) {
        this.file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            this.blobs = new DiskBlobs(folder.resolve("contents"));
        } catch (IOException e) {
            throw new UncheckedIOException("data folder " + folder + " cannot be used", e);
        }
        this.store = opened(file);
    }

    private static MVStore opened(Path file) {
        try {
            var store = new MVStore.Builder().fileName(file.toString()).open();
            // Every commit is forced, so what an older one left behind can be overwritten at once.
            store.setRetentionTime(0);
            return store;
        } catch (MVStoreException e) {
            throw broken(file, e);
        }
    }

    @Override
    public Optional<byte[]> get(String table, String key) {
        return guarded(() -> Optional.ofNullable(tableOf(table).get(key)));
    }

    @Override
    public List<Row> rows(String table) {
        return guarded(() -> {
            var rows = new ArrayList<Row>();
            var cursor = tableOf(table).cursor(null);
            while (cursor.hasNext()) rows.add(new Row(cursor.next(), cursor.getValue()));
            return List.copyOf(rows);
        });
    }

    @Override
    public void put(String table, String key, byte[] value) {
        durably(() -> {
            tableOf(table).put(key, value);
            return true;
        });
    }

    @Override
    public boolean replace(String table, String key, Optional<byte[]> expected, Optional<byte[]> next) {
        return durably(() -> swapped(tableOf(table), key, expected, next));
    }

    private static boolean swapped(
            MVMap<String, byte[]> map, String key, Optional<byte[]> expected, Optional<byte[]> next) {
        if (expected.isEmpty())
            return next.isEmpty() ? !map.containsKey(key) : map.putIfAbsent(key, next.get()) == null;
        return next.isEmpty() ? map.remove(key, expected.get()) : map.replace(key, expected.get(), next.get());
    }

    @Override
    public void remove(String table, String key) {
        durably(() -> tableOf(table).remove(key) != null);
    }

    @Override
    public Blobs blobs() {
        return blobs;
    }

    @Override
    public void close() {
        guarded(() -> {
            store.close();
            return true;
        });
    }

    /** Makes the change and, where it changed anything, returns only when it is on the disk. */
    private boolean durably(Supplier<Boolean> change) {
        return guarded(() -> {
            var changed = change.get();
            if (changed) commits.await();
            return changed;
        });
    }

    private void force() {
        store.commit();
        store.sync();
    }

    private MVMap<String, byte[]> tableOf(String table) {
        return tables.computeIfAbsent(table, name -> store.openMap(name, shape()));
    }

    private static MVMap.Builder<String, byte[]> shape() {
        return new MVMap.Builder<String, byte[]>()
                .keyType(StringDataType.INSTANCE)
                .valueType(ByteArrayDataType.INSTANCE);
    }

    private <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (MVStoreException e) {
            throw broken(file, e);
        }
    }

    private static BrokenStore broken(Path file, MVStoreException e) {
        var what = switch (e.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED -> "is open in another process: stop it, or use another data folder";
            case DataUtils.ERROR_READING_FAILED,
                    DataUtils.ERROR_FILE_CORRUPT,
                    DataUtils.ERROR_UNSUPPORTED_FORMAT,
                    DataUtils.ERROR_SERIALIZATION ->
                "is damaged or was not written by Meshbed: restore it, or remove it to begin with nothing";
            case DataUtils.ERROR_CLOSED -> "is closed";
            default -> "cannot be used: error " + e.getErrorCode();
        };
        return new BrokenStore(file, what, e);
    }
}
