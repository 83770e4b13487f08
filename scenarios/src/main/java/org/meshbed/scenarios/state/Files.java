package org.meshbed.scenarios.state;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What files hold as far as the sentences tell: every content is made from names, so that it is the same in each run. */
public final class Files {
    private final Map<String, List<byte[]>> contents = new ConcurrentHashMap<>();
    private final Map<String, byte[]> written = new ConcurrentHashMap<>();
    private final Map<String, byte[]> read = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    /** The first content of a file of this length in bytes. */
    public static byte[] content(String name, int length) {
        var bytes = new byte[length];
        var state = name.hashCode();
        for (var i = 0; i < length; i++) {
            state = state * 1_103_515_245 + 12_345;
            bytes[i] = (byte) (state >>> 16);
        }
        return bytes;
    }

    /** What somebody writes next. */
    public byte[] next(String writer, String path) {
        var count = counts.computeIfAbsent(writer, _ -> new AtomicInteger()).incrementAndGet();
        return "%s, as %s wrote it, text number %d%n"
                .formatted(path, writer, count)
                .replace("\r", "")
                .repeat(20)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The owner's file holds this from now on. */
    public void holds(String owner, String path, byte[] bytes) {
        contents.computeIfAbsent(key(owner, path), _ -> new CopyOnWriteArrayList<>())
                .add(bytes);
    }

    /** All that an owner's file has held, oldest first; empty where there is none. */
    public List<byte[]> history(String owner, String path) {
        return List.copyOf(contents.getOrDefault(key(owner, path), List.of()));
    }

    public boolean has(String owner, String path) {
        return contents.keySet().stream()
                .anyMatch(key -> key.equals(key(owner, path)) || key.startsWith(key(owner, path) + "/"));
    }

    public Optional<byte[]> now(String owner, String path) {
        var history = history(owner, path);
        return history.isEmpty() ? Optional.empty() : Optional.of(history.getLast());
    }

    public void moved(String owner, String from, String to) {
        var history = contents.remove(key(owner, from));
        if (history != null) contents.put(key(owner, to), history);
    }

    public void deleted(String owner, String path) {
        contents.remove(key(owner, path));
    }

    /** Somebody wrote this into an owner's file, whether or not it was taken. */
    public void wrote(String writer, String owner, String path, byte[] bytes) {
        written.put(writer + " " + key(owner, path), bytes);
    }

    public Optional<byte[]> writtenBy(String writer, String owner, String path) {
        return Optional.ofNullable(written.get(writer + " " + key(owner, path)));
    }

    /** Somebody read this last. */
    public void read(String reader, byte[] bytes) {
        read.put(reader, bytes);
    }

    public Optional<byte[]> readBy(String reader) {
        return Optional.ofNullable(read.get(reader));
    }

    private static String key(String owner, String path) {
        return owner + ":" + path;
    }
}
