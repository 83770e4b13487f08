package org.meshbed.nodes.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireReply;

/**
 * OCM 1.0.0 and 1.0-proposal1, which have the same wire form: one protocol, {@code webdav} with {@code options};
 * Basic authentication with the secret as user; the secret inside notifications; no invites.
 */
final class Dialect10 implements Dialect {
    private static final String OPAQUE_PERMISSIONS = "{http://open-cloud-mesh.org/ns}share-permissions";

    @Override
    public String name() {
        return "1.0";
    }

    @Override
    public String apiVersion() {
        return "1.0-proposal1";
    }

    @Override
    public List<String> servesDiscoveryAt() {
        return List.of("/ocm-provider");
    }

    @Override
    public List<String> asksDiscoveryAt() {
        return List.of("/ocm-provider/");
    }

    @Override
    public ObjectNode discovery(OwnDocument own) {
        var document = Shapes.discovery(own, apiVersion());
        var types = document.putArray("resourceTypes");
        types.add(Shapes.resourceType(own, "file"));
        types.add(Shapes.resourceType(own, "folder"));
        return document;
    }

    @Override
    public List<String> shareChecks() {
        return List.of(
                "body-is-json",
                "fields-present",
                "share-type-supported",
                "resource-type-supported",
                "protocol-supported",
                "access-complete",
                "sender-well-formed",
                "name-short-enough",
                "share-with-here",
                "recipient-known",
                "pending-limit",
                "not-a-duplicate");
    }

    @Override
    public List<String> shareRequires() {
        return List.of("shareWith", "name", "providerId", "owner", "shareType", "resourceType", "protocol");
    }

    @Override
    public ObjectNode share(ShareAnnouncement share) {
        var message = Shapes.share(share);
        message.putObject("protocol")
                .put("name", "webdav")
                .putObject("options")
                .put("sharedSecret", share.secret().value())
                .put("permissions", OPAQUE_PERMISSIONS);
        return message;
    }

    @Override
    public ShareView readShare(MessageView message) {
        var protocol = message.object("protocol").value().orElse(MessageView.empty());
        var webdav = protocol.text("name").value().filter("webdav"::equals);
        return Shapes.readShare(
                message, webdav.flatMap(_ -> protocol.object("options").value()).map(Shapes::options));
    }

    /** The tagged yaml of 1.0.0 names no members of the 201 body; deployed servers answer an empty array. */
    @Override
    public WireReply shareReceived(String recipientDisplayName) {
        return Shapes.json(201, "[]".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public ObjectNode notification(Notice notice) {
        var message = Json.object()
                .put("notificationType", notice.type().name())
                .put("resourceType", notice.resourceType().word())
                .put("providerId", notice.share().value());
        message.putObject("notification")
                .put("sharedSecret", notice.secret().value())
                .put("message", notice.message());
        return message;
    }

    @Override
    public NotificationView readNotification(MessageView message) {
        return Shapes.readNotification(message, List.of(message.text("providerId")));
    }

    @Override
    public boolean invites() {
        return false;
    }

    @Override
    public WireReply refused(Refusal refusal) {
        return Shapes.error(refusal);
    }
}
