package org.meshbed.scenarios.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.protocol.Json;

/** News of a share as a foreign server tells it: right in everything, unless a sentence changes it. */
public final class Report {
    private final ObjectNode message;

    public Report(Origin from, String type, String shareId) {
        message = Json.object()
                .put("notificationType", type)
                .put("senderDomain", from.host().toString())
                .put("resourceType", "file")
                .put("shareType", "user");
        message.putObject("notification")
                .put("message", "so it is")
                .putObject("file")
                .put("providerId", shareId);
    }

    /** The word on the wire for what a sentence calls accepted, declined or unshared. */
    public static String type(String news) {
        return switch (news) {
            case "accepted" -> "SHARE_ACCEPTED";
            case "declined" -> "SHARE_DECLINED";
            case "unshared" -> "SHARE_UNSHARED";
            default -> throw new IllegalArgumentException("a share is accepted, declined or unshared, not " + news);
        };
    }

    public Report without(String part) {
        switch (part) {
            case "the type" -> message.remove("notificationType");
            case "the server" -> message.remove("senderDomain");
            case "the details" -> message.remove("notification");
            case "the file" -> inner().remove("file");
            case "the share id" -> inner().withObject("/file").remove("providerId");
            default -> throw new IllegalArgumentException("news has no part called '" + part + "'");
        }
        return this;
    }

    public Report withNumberAsType() {
        message.put("notificationType", 7);
        return this;
    }

    private ObjectNode inner() {
        return message.withObject("/notification");
    }

    public byte[] bytes() {
        return Json.bytes(message);
    }
}
