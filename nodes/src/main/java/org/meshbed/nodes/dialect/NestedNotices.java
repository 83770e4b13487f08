package org.meshbed.nodes.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.dialect.Notice.Type;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;

/**
 * Notifications of 1.5: {@code senderDomain}, and what they are about inside {@code notification.file}, {@code .user}
 * or {@code .group} (draft-ietf-ocm-open-cloud-mesh-07, Notifications). {@code file} stands for folders too (AMB-40).
 */
final class NestedNotices implements Notices {
    private static final List<Word<Type>> OWN = List.of(
            new Word<>(Type.SHARE_ACCEPTED, "SHARE_ACCEPTED"),
            new Word<>(Type.SHARE_DECLINED, "SHARE_DECLINED"),
            new Word<>(Type.SHARE_UNSHARED, "SHARE_UNSHARED"),
            new Word<>(Type.SHARE_CHANGE_PERMISSION, "SHARE_CHANGE_PERMISSION"),
            new Word<>(Type.REQUEST_RESHARE, "REQUEST_RESHARE"),
            new Word<>(Type.REQUEST_SHARE, "REQUEST_SHARE"),
            new Word<>(Type.USER_REMOVED, "USER_REMOVED"),
            new Word<>(Type.GROUP_REMOVED, "GROUP_REMOVED"));
    private static final List<Word<Type>> OLDER = List.of(
            new Word<>(Type.RESHARE_UNDO, "RESHARE_UNDO"),
            new Word<>(Type.SHARE_CHANGE_PERMISSION, "RESHARE_CHANGE_PERMISSION"));

    @Override
    public Optional<ObjectNode> write(Notice notice) {
        if (OWN.stream().noneMatch(w -> w.meaning() == notice.type())) return Optional.empty();
        return Optional.of(
                switch (notice.type()) {
                    case USER_REMOVED, GROUP_REMOVED -> recipient(notice);
                    case SHARE_ACCEPTED,
                            SHARE_DECLINED,
                            SHARE_UNSHARED,
                            SHARE_CHANGE_PERMISSION,
                            REQUEST_RESHARE,
                            REQUEST_SHARE,
                            RESHARE_UNDO -> share(notice);
                });
    }

    private static ObjectNode share(Notice notice) {
        var message = message(
                        Shapes.word(List.of(OWN), notice.type()),
                        notice.sender().toString())
                .put("resourceType", notice.resourceType().word())
                .put("shareType", notice.shareType().word());
        var file = message.putObject("notification")
                .put("message", notice.message())
                .putObject("file")
                .put("providerId", notice.subject());
        notice.permissions().ifPresent(p -> Shapes.texts(file, "permissions", p.words()));
        return message;
    }

    private static ObjectNode recipient(Notice notice) {
        var message = message(notice.type().name(), notice.sender().toString())
                .put("shareType", notice.shareType().word());
        var inner = message.putObject("notification").put("message", notice.message());
        if (notice.shareType() == ShareType.GROUP) inner.putObject("group").put("groupId", notice.subject());
        else inner.putObject("user").put("userId", notice.subject() + "@" + notice.sender());
        return message;
    }

    private static ObjectNode message(String type, String sender) {
        return Json.object().put("notificationType", type).put("senderDomain", sender);
    }

    @Override
    public ObjectNode write(ReshareRequest request) {
        var message = message("REQUEST_RESHARE", request.sender().toString())
                .put("resourceType", request.resourceType().word());
        var file = message.putObject("notification")
                .put("message", request.message())
                .putObject("file")
                .put("providerId", request.share().value())
                .put("shareWith", request.shareWith().toString());
        Shapes.texts(file, "permissions", request.permissions().words());
        return message;
    }

    @Override
    public Optional<ObjectNode> write(ShareRequest request, String senderDomain) {
        var message = message("REQUEST_SHARE", senderDomain)
                .put("resourceType", request.resourceType().word());
        var file = message.putObject("notification")
                .put("message", request.message())
                .putObject("file")
                .put("owner", request.owner().toString())
                .put("shareWith", request.shareWith().toString())
                .put("shareId", request.resource());
        Shapes.texts(file, "permissions", request.permissions().words());
        return Optional.of(message);
    }

    @Override
    public NotificationView read(MessageView message, Reading reading) {
        var word = message.text("notificationType").value().orElse("");
        var own = Shapes.meaning(List.of(OWN), word);
        return reading == Reading.OWN
                ? new NoticeReader(message).nested(own)
                : new NoticeReader(message).either(own.or(() -> Shapes.meaning(List.of(OLDER), word)));
    }

    @Override
    public boolean nameTheirSender() {
        return true;
    }
}
