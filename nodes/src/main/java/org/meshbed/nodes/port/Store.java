package org.meshbed.nodes.port;

import java.util.List;
import java.util.Optional;

/**
 * What must survive a restart of the node: small values in tables, and the content of files. A value that was put is
 * durable when the call returns, where the world is durable at all. Arrays are given away: neither side changes them.
 */
public interface Store {
    Optional<byte[]> get(String table, String key);

    /** All rows of a table in the order of their keys. */
    List<Row> rows(String table);

    void put(String table, String key, byte[] value);

    /**
     * Puts {@code next} (or removes the row where it is empty) only if the row still equals {@code expected} (or is
     * still absent where that is empty), in one step; answers whether it did.
     */
    boolean replace(String table, String key, Optional<byte[]> expected, Optional<byte[]> next);

    void remove(String table, String key);

    Blobs blobs();

    record Row(String key, byte[] value) {}
}
