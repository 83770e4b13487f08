package org.meshbed.simulator.calibration.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.simulator.calibration.binding.BoundServer;
import org.meshbed.simulator.calibration.compare.Bonds;
import org.meshbed.simulator.calibration.trace.Entry;

/** Which of the shares that the node received is meant by what the real server called one of its own. */
final class ReceivedOnes {
    private final Stage stage;
    private final BoundServer server;
    private final Bonds bonds;
    private final Map<String, String> named = new LinkedHashMap<>();

    ReceivedOnes(Stage stage, BoundServer server, Bonds bonds) {
        this.stage = stage;
        this.server = server;
        this.bonds = bonds;
    }

    /** By what was learned, by its id on the wire, by its name, else the newest that has no name yet; it keeps it. */
    Optional<String> called(String name) {
        var known = named.get(name);
        if (known != null) return Optional.of(known);
        var found = byWireId(name)
                .or(() -> last(s -> s.name().equals(name)))
                .map(ReceivedShare::id)
                .or(this::newest);
        found.ifPresent(id -> named.put(name, id));
        return found;
    }

    Optional<String> newest() {
        return stage.arrivals().reversed().stream()
                .filter(id -> !named.containsValue(id))
                .findFirst();
    }

    /** The accepted share that stands under this name among a user's files. */
    Optional<ReceivedShare> mounted(String name) {
        return last(s -> s.name().replaceAll("^/+", "").equals(name) && s.state() == ReceivedShare.State.ACCEPTED);
    }

    boolean isFile(String id) {
        return last(s -> s.id().equals(id) && s.resourceType() == ResourceType.FILE)
                .isPresent();
    }

    /** An answer to a person that names a share by both its ids says which one is meant later. */
    void learn(Entry entry) {
        if (entry instanceof Entry.Exchanged exchanged)
            exchanged.response().flatMap(r -> json(r.body().bytes())).ifPresent(this::learn);
    }

    private void learn(JsonNode node) {
        var id = text(node, "shareId", "id");
        var wire = text(node, "providerId", "remote_id", "remote_share_id");
        if (id.isPresent() && wire.isPresent() && !id.equals(wire))
            byWireId(wire.get()).ifPresent(share -> named.putIfAbsent(id.get(), share.id()));
        node.forEach(this::learn);
    }

    private static Optional<String> text(JsonNode node, String... names) {
        return Arrays.stream(names)
                .map(node::path)
                .filter(n -> n.isValueNode() && !n.isNull())
                .map(JsonNode::asText)
                .findFirst();
    }

    private static Optional<JsonNode> json(byte[] bytes) {
        try {
            return Optional.of(Json.read(bytes));
        } catch (Json.NotJson e) {
            return Optional.empty();
        }
    }

    private Optional<ReceivedShare> byWireId(String recorded) {
        var wire = bonds.whole(recorded);
        return last(s -> s.id().endsWith("/" + wire));
    }

    private Optional<ReceivedShare> last(java.util.function.Predicate<ReceivedShare> which) {
        return all().stream().filter(which).reduce((_, last) -> last);
    }

    private List<ReceivedShare> all() {
        var all = new ArrayList<ReceivedShare>();
        all.addAll(stage.node().state().received());
        return all;
    }
}
