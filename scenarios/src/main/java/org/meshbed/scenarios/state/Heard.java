package org.meshbed.scenarios.state;

import java.time.Instant;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireRequest;

/**
 * A request that reached a foreign server.
 *
 * @param body what it carried, read to its end
 */
public record Heard(Topic topic, Instant at, WireRequest request, byte[] body) {
    /** The message as JSON; empty where it is none. */
    public MessageView message() {
        try {
            return MessageView.of(Json.read(body));
        } catch (Json.NotJson e) {
            return MessageView.empty();
        }
    }

    public String text(String field) {
        return message().text(field).value().orElse("");
    }

    /** A member of an object inside the message. */
    public MessageView inner(String... path) {
        var view = message();
        for (var name : path) view = view.object(name).value().orElse(MessageView.empty());
        return view;
    }
}
