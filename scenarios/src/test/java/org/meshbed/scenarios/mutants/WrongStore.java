package org.meshbed.scenarios.mutants;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.meshbed.nodes.port.Blobs;
import org.meshbed.nodes.port.Store;

/** A store that does one thing wrong; in all else it is the one behind it. */
abstract class WrongStore implements Store {
    final Store right;

    WrongStore(Store right) {
        this.right = right;
    }

    /** Nothing that is put into this table is kept. */
    static UnaryOperator<Store> forgets(String forgotten) {
        return store -> new WrongStore(store) {
            @Override
            public void put(String table, String key, byte[] value) {
                if (!table.equals(forgotten)) right.put(table, key, value);
            }
        };
    }

    /** What is put into a table is changed as text on its way. */
    static UnaryOperator<Store> rewrites(String rewritten, String from, String to) {
        return store -> new WrongStore(store) {
            @Override
            public void put(String table, String key, byte[] value) {
                right.put(table, key, table.equals(rewritten) ? changed(value) : value);
            }

            @Override
            public boolean replace(String table, String key, Optional<byte[]> expected, Optional<byte[]> next) {
                return right.replace(table, key, expected, table.equals(rewritten) ? next.map(this::changed) : next);
            }

            private byte[] changed(byte[] value) {
                return new String(value, StandardCharsets.UTF_8)
                        .replace(from, to)
                        .getBytes(StandardCharsets.UTF_8);
            }
        };
    }

    /** Looks whether the row is as expected, and changes it afterwards: two calls where one is needed. */
    static UnaryOperator<Store> looksThenActs() {
        return store -> new WrongStore(store) {
            @Override
            public boolean replace(String table, String key, Optional<byte[]> expected, Optional<byte[]> next) {
                var found = right.get(table, key);
                if (found.isPresent() != expected.isPresent()) return false;
                if (found.isPresent() && !java.util.Arrays.equals(found.get(), expected.orElseThrow())) return false;
                if (next.isPresent()) right.put(table, key, next.get());
                else right.remove(table, key);
                return true;
            }
        };
    }

    @Override
    public Optional<byte[]> get(String table, String key) {
        return right.get(table, key);
    }

    @Override
    public List<Row> rows(String table) {
        return right.rows(table);
    }

    @Override
    public void put(String table, String key, byte[] value) {
        right.put(table, key, value);
    }

    @Override
    public boolean replace(String table, String key, Optional<byte[]> expected, Optional<byte[]> next) {
        return right.replace(table, key, expected, next);
    }

    @Override
    public void remove(String table, String key) {
        right.remove(table, key);
    }

    @Override
    public Blobs blobs() {
        return right.blobs();
    }
}
