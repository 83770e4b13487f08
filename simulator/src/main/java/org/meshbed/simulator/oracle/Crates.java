package org.meshbed.simulator.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The resources that came embedded in shares, by the server they were sent to. */
final class Crates {
    private final Map<String, List<Crate>> byReceiver = new LinkedHashMap<>();

    /**
     * One of them.
     *
     * @param sender the host of the sender's address
     * @param id of the share
     * @param texts all that is written inside
     */
    record Crate(String sender, String id, List<String> texts) {}

    void sent(Announced share) {
        var value = share.protocol().path("embedded");
        if (value.isMissingNode()) return;
        var texts = new ArrayList<String>();
        collect(value, texts);
        byReceiver
                .computeIfAbsent(share.callee(), _ -> new ArrayList<>())
                .add(new Crate(share.host(), share.id(), texts));
    }

    List<Crate> of(String server) {
        return byReceiver.getOrDefault(server, List.of());
    }

    private static void collect(JsonNode node, List<String> into) {
        if (node.isString()) into.add(node.stringValue());
        for (var child : node) collect(child, into);
    }
}
