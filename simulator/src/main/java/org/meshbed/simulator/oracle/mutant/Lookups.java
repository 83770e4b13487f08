package org.meshbed.simulator.oracle.mutant;

import static org.meshbed.simulator.oracle.mutant.Changes.DISCOVERY;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireReply;

/** Servers that look others up wrongly, or do not look. */
final class Lookups {
    private static final String OLD = "/ocm-provider";

    private Lookups() {}

    /** What other servers say of themselves is seen otherwise than it was said. */
    static Change seen(Consumer<ObjectNode> otherwise) {
        return Changes.sending((usual, to, request, timeouts) -> {
            var exchange = usual.exchange(to, request, timeouts);
            return DISCOVERY.test(request) && exchange instanceof Exchange.Replied(var reply)
                    ? new Exchange.Replied(Changes.changed(reply, otherwise))
                    : exchange;
        });
    }

    /** What other servers would say is taken for granted. */
    static Change never() {
        return Changes.sending((usual, to, request, timeouts) ->
                DISCOVERY.test(request) ? assumed(to) : usual.exchange(to, request, timeouts));
    }

    static Change atOldPath() {
        return Changes.request(DISCOVERY, request -> Changes.target(request, _ -> OLD));
    }

    /** The old path is asked, where nothing is found, and the rest is taken for granted. */
    static Change unminded() {
        return Changes.sending((usual, to, request, timeouts) -> {
            if (!DISCOVERY.test(request)) return usual.exchange(to, request, timeouts);
            usual.exchange(to, Changes.target(request, _ -> OLD + "/"), timeouts);
            return assumed(to);
        });
    }

    private static Exchange assumed(Origin to) {
        var strange = to.host().toString().startsWith("omega");
        var document = Json.object()
                .put("enabled", true)
                .put("apiVersion", "1.5.0")
                .put("endPoint", to + (strange ? Omega.API : "/ocm"));
        for (var name : java.util.List.of("file", "folder")) {
            var type = document.withArray("resourceTypes").addObject().put("name", name);
            type.putArray("shareTypes").add("user").add("group");
            type.putObject("protocols")
                    .put("webdav", strange ? Omega.DATA : "/dav/ocm")
                    .putObject("webdav-receive")
                    .put("uri", "relative");
        }
        return new Exchange.Replied(WireReply.json(200, Json.bytes(document)));
    }
}
