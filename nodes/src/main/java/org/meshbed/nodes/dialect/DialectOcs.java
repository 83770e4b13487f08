package org.meshbed.nodes.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.dialect.ShareView.AccessView;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.protocol.Field;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireReply;

/**
 * Sharing between servers before OCM, as ownCloud and Nextcloud still understand it: form-encoded calls below
 * {@code /ocs/v2.php/cloud/shares}, known by the token of the share; Basic authentication with it as user; one person
 * to another only.
 */
final class DialectOcs implements Dialect {
    @Override
    public String name() {
        return "ocs";
    }

    /** Its discovery document has none; this is what a peer found by it is taken to speak. */
    @Override
    public String apiVersion() {
        return "ocs";
    }

    @Override
    public List<String> servesDiscoveryAt() {
        return List.of("/ocs-provider");
    }

    @Override
    public List<String> asksDiscoveryAt() {
        return List.of("/ocs-provider/");
    }

    @Override
    public List<String> calls() {
        return List.of("ocs");
    }

    @Override
    public Vocabulary words() {
        return Vocabulary.NONE;
    }

    @Override
    public ObjectNode discovery(OwnDocument own) {
        var document = Json.object().put("version", 2);
        document.putObject("services")
                .putObject("FEDERATED_SHARING")
                .put("version", 1)
                .putObject("endpoints")
                .put("share", Dialects.OCS_SHARES)
                .put("webdav", own.webdavPath() + "/");
        return document;
    }

    @Override
    public List<String> shareChecks() {
        return List.of(
                "body-is-json",
                "fields-present",
                "sender-well-formed",
                "server-trusted",
                "access-complete",
                "name-short-enough",
                "share-with-here",
                "recipient-known",
                "sender-invited",
                "pending-limit",
                "not-a-duplicate");
    }

    @Override
    public List<String> shareRequires() {
        return List.of("shareWith", "name", "providerId", "owner", "sender");
    }

    @Override
    public Outgoing share(ShareAnnouncement share) {
        var owner = share.owner();
        return new OcsForm()
                .put("shareWith", share.shareWith().identifier())
                .put("token", share.secret().value())
                .put("name", "/" + share.name())
                .put("remoteId", share.id().value())
                .put("owner", owner.identifier())
                .put("ownerFederatedId", owner.toString())
                .put("sharedBy", owner.identifier())
                .put("sharedByFederatedId", owner.toString())
                .put("remote", share.location().origin() + "/")
                .posted("");
    }

    /** The recipient is named without a host; what kind of thing is shared is not said, nor what may be done with it. */
    @Override
    public ShareView readShare(MessageView message, ServerHost own) {
        var owner = address(message, "ownerFederatedId", "owner");
        var sender = address(message, "sharedByFederatedId", "sharedBy");
        return new ShareView(
                message.text("shareWith").map(user -> user.isEmpty() ? user : user + "@" + own),
                message.text("name"),
                message.text("remoteId"),
                owner,
                sender instanceof Field.Absent ? owner : sender,
                message.text("owner"),
                message.text("sharedBy"),
                new Field.Value<>("user"),
                new Field.Absent<>(),
                new Field.Absent<>(),
                new Field.Absent<>(),
                new Field.Value<>("webdav"),
                List.of(),
                new Field.Absent<>(),
                Optional.of(new AccessView(
                        ShareView.Form.OPTIONS,
                        new Field.Absent<>(),
                        message.text("token"),
                        new Field.Absent<>(),
                        new Field.Absent<>(),
                        new Field.Absent<>())));
    }

    /** The oldest servers give the bare user and, once for all, their URL. */
    private static Field<String> address(MessageView message, String federated, String bare) {
        var whole = message.text(federated);
        var remote = message.text("remote").value().orElse("");
        return whole instanceof Field.Value<String>(var text) && !text.isEmpty()
                ? whole
                : message.text(bare).map(user -> remote.isEmpty() ? user : user + "@" + remote);
    }

    @Override
    public WireReply shareReceived(String recipientDisplayName) {
        return OcsEnvelope.ok(new LinkedHashMap<>()).json();
    }

    @Override
    public Optional<Outgoing> notification(Notice notice) {
        if (notice.secret().isEmpty()) return Optional.empty();
        var form = new OcsForm().put("token", notice.secret().get().value());
        var share = OcsForm.segment(notice.subject());
        return switch (notice.type()) {
            case SHARE_ACCEPTED -> Optional.of(form.posted(share + "/accept"));
            case SHARE_DECLINED -> Optional.of(form.posted(share + "/decline"));
            case SHARE_UNSHARED -> Optional.of(form.posted(share + "/unshare"));
            case SHARE_CHANGE_PERMISSION ->
                notice.permissions()
                        .map(p -> form.put("permissions", String.valueOf(OcsPermissions.bits(p)))
                                .posted(share + "/permissions"));
            case RESHARE_UNDO -> Optional.of(form.posted(share + "/revoke"));
            case REQUEST_RESHARE, REQUEST_SHARE, USER_REMOVED, GROUP_REMOVED -> Optional.empty();
        };
    }

    @Override
    public Optional<Outgoing> requestReshare(ReshareRequest request) {
        return Optional.of(new OcsForm()
                .put("token", request.secret().value())
                .put("shareWith", request.shareWith().toString())
                .put("permission", String.valueOf(OcsPermissions.bits(request.permissions())))
                .put("remoteId", request.ownId())
                .posted(OcsForm.segment(request.share().value()) + "/reshare"));
    }

    @Override
    public Optional<Outgoing> requestShare(ShareRequest request) {
        return Optional.empty();
    }

    /** There are none: each kind of news is a call of its own. */
    @Override
    public NotificationView readNotification(MessageView message, Reading reading) {
        return new NoticeReader(message).flat(Optional.empty());
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
        return new OcsEnvelope(refusal.status(), refusal.why(), new LinkedHashMap<>()).json();
    }

    /** The envelope has the last word: in the first version of these calls the status of HTTP is always 200. */
    @Override
    public boolean succeeded(WireReply reply) {
        return reply.successful()
                && OcsEnvelope.in(reply).map(e -> e.status() == 200).orElse(false);
    }
}
