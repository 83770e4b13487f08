package org.meshbed.nodes.node;

import java.util.List;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.port.Store;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.StateQuirk.StateForgets;

/** What a product keeps in memory only: gone when it starts again. */
final class Forgotten {
    private Forgotten() {}

    /** Called when a node is made: of an earlier incarnation nothing is left that the product forgets. */
    static void after(Manner manner, Ports ports) {
        var forgets = manner.bent(StateForgets.class);
        if (forgets.isEmpty()) return;
        for (var kind : forgets.get().kinds()) for (var table : tables(kind)) clear(ports.store(), table);
    }

    private static void clear(Store store, String table) {
        store.rows(table).forEach(row -> store.remove(table, row.key()));
    }

    private static List<String> tables(String kind) {
        return switch (kind) {
            case "sent-shares" -> List.of("sent-shares", "sent-shares-by-secret");
            case "notifications" -> List.of("outbox");
            case "keys" -> List.of("signing-keys");
            case "server-list" -> List.of("trust");
            default -> List.of(kind);
        };
    }
}
