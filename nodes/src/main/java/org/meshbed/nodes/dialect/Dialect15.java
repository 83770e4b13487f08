package org.meshbed.nodes.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.dialect.ShareView.AccessView;
import org.meshbed.nodes.protocol.Field;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireReply;

/**
 * OCM 1.5.0 (draft-ietf-ocm-open-cloud-mesh-07): {@code multi} with one member per protocol, Bearer authentication,
 * notifications with {@code senderDomain} and the share id inside {@code notification.file}. All 1.x versions are meant
 * to be supported, so the older forms are still read, and a peer without {@code /.well-known/ocm} is looked for at the
 * older path.
 */
final class Dialect15 implements Dialect {
    @Override
    public String name() {
        return "1.5";
    }

    @Override
    public String apiVersion() {
        return "1.5.0";
    }

    @Override
    public List<String> servesDiscoveryAt() {
        return List.of("/.well-known/ocm");
    }

    @Override
    public List<String> asksDiscoveryAt() {
        return List.of("/.well-known/ocm", "/ocm-provider/");
    }

    @Override
    public ObjectNode discovery(OwnDocument own) {
        var document = Shapes.discovery(own, apiVersion()).put("provider", own.provider());
        var types = document.putArray("resourceTypes");
        for (var name : List.of("file", "folder")) {
            var type = Shapes.resourceType(own, name);
            ((ObjectNode) type.get("protocols")).putObject("webdav-receive").put("uri", "relative");
            types.add(type);
        }
        Shapes.texts(document, "capabilities", own.capabilities());
        Shapes.texts(document, "criteria", own.criteria());
        return document;
    }

    @Override
    public List<String> shareChecks() {
        return List.of(
                "body-is-json",
                "fields-present",
                "sender-well-formed",
                "share-type-supported",
                "resource-type-supported",
                "protocol-supported",
                "access-complete",
                "requirements-known",
                "name-short-enough",
                "share-with-here",
                "recipient-known",
                "pending-limit",
                "not-a-duplicate");
    }

    @Override
    public List<String> shareRequires() {
        return List.of("shareWith", "name", "providerId", "owner", "sender", "shareType", "resourceType", "protocol");
    }

    @Override
    public ObjectNode share(ShareAnnouncement share) {
        var message = Shapes.share(share);
        share.expiration().ifPresent(at -> message.put("expiration", at.getEpochSecond()));
        var webdav = message.putObject("protocol").put("name", "multi").putObject("webdav");
        webdav.put("uri", share.id().value()).put("sharedSecret", share.secret().value());
        Shapes.texts(webdav, "permissions", share.permissions().words());
        return message;
    }

    @Override
    public ShareView readShare(MessageView message) {
        return Shapes.readShare(
                message, access(message.object("protocol").value().orElse(MessageView.empty())));
    }

    /** {@code options} beside {@code multi} are not the 1.0 form, though some servers send them empty. */
    private static Optional<AccessView> access(MessageView protocol) {
        var webdav = protocol.object("webdav").value().map(Shapes::webdav);
        var named = protocol.text("name").value().orElse("");
        if (named.equals("multi") || webdav.isPresent()) return webdav;
        return named.equals("webdav") ? protocol.object("options").value().map(Shapes::options) : Optional.empty();
    }

    @Override
    public WireReply shareReceived(String recipientDisplayName) {
        return Shapes.json(201, Json.bytes(Json.object().put("recipientDisplayName", recipientDisplayName)));
    }

    @Override
    public ObjectNode notification(Notice notice) {
        var message = Json.object()
                .put("notificationType", notice.type().name())
                .put("senderDomain", notice.sender().toString())
                .put("resourceType", notice.resourceType().word())
                .put("shareType", notice.shareType().word());
        message.putObject("notification")
                .put("message", notice.message())
                .putObject("file")
                .put("providerId", notice.share().value());
        return message;
    }

    @Override
    public NotificationView readNotification(MessageView message) {
        var inner = message.object("notification").value().orElse(MessageView.empty());
        Field<String> nested =
                inner.object("file").value().orElse(MessageView.empty()).text("providerId");
        return Shapes.readNotification(message, List.of(nested, message.text("providerId")));
    }

    @Override
    public boolean invites() {
        return true;
    }

    @Override
    public WireReply refused(Refusal refusal) {
        return Shapes.error(refusal);
    }
}
