package org.meshbed.nodes.port;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.meshbed.nodes.protocol.Json;

/** One table of the store, its values as records. Every call is a call on the store: the turn may pass there. */
public final class Table<T> {
    private final Store store;
    private final String name;
    private final Class<T> type;

    public Table(Store store, String name, Class<T> type) {
        this.store = store;
        this.name = name;
        this.type = type;
    }

    public Optional<T> get(String key) {
        return store.get(name, key).map(this::decode);
    }

    public List<T> all() {
        return store.rows(name).stream().map(row -> decode(row.value())).toList();
    }

    public void put(String key, T value) {
        store.put(name, key, encode(value));
    }

    /** Puts the value if there is none under this key; answers whether it did. */
    public boolean putIfAbsent(String key, T value) {
        return store.replace(name, key, Optional.empty(), Optional.of(encode(value)));
    }

    public void remove(String key) {
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
            var after = change.apply(decode(before.get()));
            if (after.isEmpty()) return Optional.empty();
            if (store.replace(name, key, before, Optional.of(encode(after.get())))) return after;
        }
    }

    /** Changes the value under a key in one step; see {@link #change}. */
    public Optional<T> update(String key, UnaryOperator<T> update) {
        return change(key, value -> Optional.of(update.apply(value)));
    }

    private byte[] encode(T value) {
        try {
            return Json.mapper().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value of table " + name + " could not be written", e);
        }
    }

    private T decode(byte[] bytes) {
        try {
            return Json.mapper().readValue(bytes, type);
        } catch (IOException e) {
            throw new IllegalStateException("a value of table " + name + " could not be read", e);
        }
    }
}
