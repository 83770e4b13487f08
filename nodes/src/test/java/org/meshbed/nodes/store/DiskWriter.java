package org.meshbed.nodes.store;

import java.nio.file.Path;

/** Writes rows until it is killed, and prints the number of each that was acknowledged. */
final class DiskWriter {
    private DiskWriter() {}

    public static void main(String[] folder) {
        var store = new DiskStore(Path.of(folder[0]));
        for (var i = 0; ; i++) {
            store.put("t", Integer.toString(i), StoreContract.bytes("value " + i));
            System.out.println(i);
        }
    }
}
