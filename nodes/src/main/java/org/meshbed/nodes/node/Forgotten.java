package org.meshbed.nodes.node;

import java.util.List;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.port.Store;
import org.meshbed.nodes.port.Table;
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

    /** Which start this is, for a product whose people have other ids after each; empty for the first, and for others. */
    static String start(NodeSettings settings, Ports ports) {
        var forgets = settings.profile()
                .find(StateForgets.class)
                .map(d -> (StateForgets) d.quirk())
                .filter(q -> q.kinds().contains("people-ids"));
        if (forgets.isEmpty()) return "";
        var starts = new Table<>(ports.store(), "starts", String.class);
        var number = starts.get("number").map(Integer::parseInt).orElse(0);
        starts.put("number", String.valueOf(number + 1));
        return number == 0 ? "" : number + "#";
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
