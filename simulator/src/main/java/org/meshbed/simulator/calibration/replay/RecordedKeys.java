package org.meshbed.simulator.calibration.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.simulator.calibration.binding.Bindings;
import org.meshbed.simulator.calibration.binding.BoundServer;
import org.meshbed.simulator.calibration.trace.Flow;

/** The public keys of the other servers, out of what they published in the recording or are known to publish. */
final class RecordedKeys {
    private RecordedKeys() {}

    /** {@code x} of each Ed25519 key by its name. */
    static Map<String, String> of(Bindings bindings, BoundServer server, Flow flow) {
        var keys = new LinkedHashMap<String, String>();
        for (var other : bindings.servers())
            if (other != server)
                other.documents().values().forEach(text -> read(text.getBytes(StandardCharsets.UTF_8), keys));
        for (var exchange : flow.exchanges())
            if (!server.isCalled(exchange.to()))
                exchange.response().ifPresent(r -> read(r.body().bytes(), keys));
        return keys;
    }

    private static void read(byte[] bytes, Map<String, String> keys) {
        try {
            var set = Json.read(bytes).get("keys");
            if (set != null) set.forEach(key -> key(key, keys));
        } catch (Json.NotJson e) {
            return; // not a set of keys
        }
    }

    private static void key(JsonNode key, Map<String, String> keys) {
        var kid = key.path("kid").asText();
        var x = key.path("x").asText();
        if (!kid.isEmpty() && !x.isEmpty() && key.path("crv").asText().equals("Ed25519")) keys.put(kid, x);
    }
}
