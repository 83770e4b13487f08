package org.meshbed.nodes.port;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.meshbed.nodes.protocol.Json;

/**
 * One table of the store, its values as records. Every call is a call on the store: the turn may pass there. What was
 * read or written last under a key is remembered beside its bytes, and read anew only where the store has others.
 */
public final class Table<T> {
    private static final int MOST_REMEMBERED = 4096;

    private final Store store;
    private final String name;
    private final ObjectWriter writer;
    private final ObjectReader reader;
    private final Map<String, Read<T>> read = new ConcurrentHashMap<>();

    private record Read<T>(byte[] bytes, T value) {}

    public Table(Store store, String name, Class<T> type) {
        this.store = store;
        this.name = name;
        this.writer = Json.writer(type);
        this.reader = Json.reader(type);
    }

    public Optional<T> get(String key) {
        return store.get(name, key).map(bytes -> decode(key, bytes));
    }

    public List<T> all() {
        var all = new ArrayList<T>();
        for (var row : store.rows(name)) all.add(decode(row.key(), row.value()));
        return Collections.unmodifiableList(all);
    }

    public void put(String key, T value) {
        store.put(name, key, encode(key, value));
    }

    /** Puts the value if there is none under this key; answers whether it did. */
    public boolean putIfAbsent(String key, T value) {
        return store.replace(name, key, Optional.empty(), Optional.of(encode(key, value)));
    }

    public void remove(String key) {
        read.remove(key);
        store.remove(name, key);
    }

    /**
     * Changes the value under a key in one step, trying again while others change it too. The change answers empty to
     * leave it alone. Answers the value after the change, or empty where there is none or it was left alone.
     */
    public Optional<T> change(String key, java.util.function.Function<T, Optional<T>> change) {
        while (true) {
            var before = store.get(name, key);
            if (before.isEmpty()) return Optional.empty();
            var after = change.apply(decode(key, before.get()));
            if (after.isEmpty()) return Optional.empty();
            if (store.replace(name, key, before, Optional.of(encode(key, after.get())))) return after;
        }
    }

    /** Changes the value under a key in one step; see {@link #change}. */
    public Optional<T> update(String key, UnaryOperator<T> update) {
        return change(key, value -> Optional.of(update.apply(value)));
    }

    private byte[] encode(String key, T value) {
        try {
            var bytes = writer.writeValueAsBytes(value);
            remember(key, bytes, value);
            return bytes;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value of table " + name + " could not be written", e);
        }
    }

    private T decode(String key, byte[] bytes) {
        var before = read.get(key);
        if (before != null && before.bytes == bytes) return before.value;
        try {
            T value = reader.readValue(bytes);
            remember(key, bytes, value);
            return value;
        } catch (IOException e) {
            throw new IllegalStateException("a value of table " + name + " could not be read", e);
        }
    }

    private void remember(String key, byte[] bytes, T value) {
        if (read.size() >= MOST_REMEMBERED) read.clear();
        read.put(key, new Read<>(bytes, value));
    }
}
