package org.meshbed.nodes.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireReply;

/**
 * The answer to a legacy call: {@code {ocs: {meta: {status, statuscode, message}, data}}}.
 *
 * @param status as of HTTP, with 200 for success
 * @param data names and values; written as an empty list where there are none
 */
public record OcsEnvelope(int status, String message, Map<String, String> data) {
    /**
     * What a product's envelopes look like.
     *
     * @param nothing whether an empty message is written as null
     * @param counts whether there are two empty members for counts behind it
     * @param type content type of the JSON
     */
    public record Look(boolean nothing, boolean counts, String type) {
        public static final Look USUAL = new Look(false, false, "application/json");
    }

    private static final int OK_OF_V1 = 100;
    private static final String XML = """
            <?xml version="1.0"?>
            <ocs>
             <meta>
              <status>%s</status>
              <statuscode>%d</statuscode>
              <message>%s</message>
            %s </meta>
            %s</ocs>
            """;

    public static OcsEnvelope ok(Map<String, String> data) {
        return new OcsEnvelope(200, "OK", data);
    }

    private boolean good() {
        return status == 200;
    }

    /** In JSON, with the status of HTTP saying the same, as the second version of these calls does. */
    public WireReply json() {
        return Shapes.json(status, Json.bytes(tree(status, Look.USUAL)));
    }

    private ObjectNode tree(int code, Look look) {
        var envelope = Json.object();
        var ocs = envelope.putObject("ocs");
        var meta = ocs.putObject("meta")
                .put("status", good() ? "ok" : "failure")
                .put("statuscode", code)
                .put("message", look.nothing() && message.isEmpty() ? null : message);
        if (look.counts()) meta.put("totalitems", "").put("itemsperpage", "");
        if (data.isEmpty()) ocs.putArray("data");
        else data.forEach(ocs.putObject("data")::put);
        return envelope;
    }

    /** In the first version of these calls the status of HTTP is always 200, and success is 100. */
    public WireReply json(boolean firstVersion) {
        return json(firstVersion, Look.USUAL);
    }

    public WireReply json(boolean firstVersion, Look look) {
        var tree = tree(firstVersion && good() ? OK_OF_V1 : status, look);
        return WireReply.of(
                firstVersion ? 200 : status, Headers.of("Content-Type", look.type()), Body.of(Json.bytes(tree)));
    }

    /** In XML, for a caller that does not ask for JSON. */
    public WireReply xml(boolean firstVersion) {
        return xml(firstVersion, Look.USUAL);
    }

    public WireReply xml(boolean firstVersion, Look look) {
        var members = new StringBuilder();
        data.forEach((name, value) -> members.append("  <%s>%s</%s>\n".formatted(name, escaped(value), name)));
        var inner = data.isEmpty() ? " <data/>\n" : " <data>\n" + members + " </data>\n";
        var code = firstVersion && good() ? OK_OF_V1 : status;
        var counts = look.counts() ? "  <totalitems/>\n  <itemsperpage/>\n" : "";
        var text = XML.formatted(good() ? "ok" : "failure", code, escaped(message), counts, inner);
        return WireReply.of(
                firstVersion ? 200 : status,
                Headers.of("Content-Type", "application/xml; charset=utf-8"),
                Body.of(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The envelope in a reply, where one is in it. */
    public static Optional<OcsEnvelope> in(WireReply reply) {
        try {
            var ocs = MessageView.of(Json.read(reply.bytes())).object("ocs").value();
            var meta = ocs.flatMap(o -> o.object("meta").value());
            return meta.flatMap(m -> m.integer("statuscode").value())
                    .map(code -> new OcsEnvelope(
                            code == OK_OF_V1 ? 200 : Math.toIntExact(Math.clamp(code, 0L, 999L)),
                            meta.get().text("message").value().orElse(""),
                            data(ocs.get())));
        } catch (Json.NotJson e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> data(MessageView ocs) {
        var data = new LinkedHashMap<String, String>();
        var object = ocs.object("data").value().orElse(MessageView.empty());
        for (var name : object.names()) object.text(name).value().ifPresent(value -> data.put(name, value));
        return data;
    }
}
