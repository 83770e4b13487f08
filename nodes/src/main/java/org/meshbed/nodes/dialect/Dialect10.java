package org.meshbed.nodes.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireReply;

/**
 * OCM 1.0.0 and 1.0-proposal1, which have the same wire form: one protocol, {@code webdav} with {@code options};
 * Basic authentication with the secret as user; the secret inside notifications; no invites.
 */
final class Dialect10 implements Dialect {
    private static final String OPAQUE_PERMISSIONS = "{http://open-cloud-mesh.org/ns}share-permissions";

    private final Notices notices;

    Dialect10() {
        this(FlatNotices.V1_0);
    }

    private Dialect10(Notices notices) {
        this.notices = notices;
    }

    @Override
    public Dialect saying(List<String> news) {
        return new Dialect10(FlatNotices.of(news));
    }

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
    public List<String> calls() {
        return List.of("shares", "notifications");
    }

    @Override
    public Vocabulary words() {
        return Vocabulary.NONE;
    }

    @Override
    public ObjectNode discovery(OwnDocument own) {
        var document = Shapes.discovery(own, apiVersion());
        Shapes.resourceTypes(document, own);
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
                "server-trusted",
                "name-short-enough",
                "share-with-here",
                "recipient-known",
                "sender-invited",
                "pending-limit",
                "not-a-duplicate");
    }

    @Override
    public List<String> shareRequires() {
        return List.of("shareWith", "name", "providerId", "owner", "shareType", "resourceType", "protocol");
    }

    @Override
    public Outgoing share(ShareAnnouncement share) {
        var message = Shapes.share(share);
        message.putObject("protocol")
                .put("name", "webdav")
                .putObject("options")
                .put("sharedSecret", share.secret().value())
                .put("permissions", OPAQUE_PERMISSIONS);
        return Outgoing.json("shares", message);
    }

    @Override
    public ShareView readShare(MessageView message, ServerHost own) {
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
    public Optional<Outgoing> notification(Notice notice) {
        return notices.write(notice).map(m -> Outgoing.json("notifications", m));
    }

    @Override
    public Optional<Outgoing> requestReshare(ReshareRequest request) {
        return Optional.of(Outgoing.json("notifications", FlatNotices.V1_0.write(request)));
    }

    @Override
    public Optional<Outgoing> requestShare(ShareRequest request) {
        return Optional.empty();
    }

    @Override
    public NotificationView readNotification(MessageView message, Reading reading) {
        return FlatNotices.V1_0.read(message, reading);
    }

    @Override
    public boolean notificationsNameTheirSender() {
        return false;
    }

    @Override
    public Optional<Invites> invites() {
        return Optional.empty();
    }

    @Override
    public WireReply refused(Refusal refusal) {
        return Shapes.error(refusal);
    }
}
