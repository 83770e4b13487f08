package org.meshbed.nodes.vendor;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.vendor.quirk.Facts;

/**
 * A message as it came.
 *
 * @param view of its JSON or form; empty where it could not be read
 * @param broken why the body could not be read at all, where it could not
 * @param body raw
 */
public record Received(WireRequest request, MessageView view, Optional<Refusal> broken, byte[] body) {
    /** A request whose body is not looked at. */
    public static Received of(WireRequest request) {
        return new Received(request, MessageView.empty(), Optional.empty(), new byte[0]);
    }

    /** What conditions and templates may say of it. */
    public Facts facts(Manner manner) {
        return manner.facts(request)
                .and("request", what -> what.equals("body") ? Optional.of(text()) : Optional.empty())
                .and("raw", path -> Json.raw(body, path).map(TextNode::valueOf))
                .and("message", view::at);
    }

    private TextNode text() {
        return TextNode.valueOf(new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
