package org.meshbed.nodes.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.dialect.Notice.Type;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;

/**
 * Notifications up to 1.4: {@code providerId} at the top, {@code notification} left undefined by the texts. The secret
 * of the share stands in it, as in the sample of the yaml and at deployed servers: nothing else says who sends it.
 */
final class FlatNotices implements Notices {
    private static final List<Word<Type>> FIRST = List.of(
            new Word<>(Type.SHARE_ACCEPTED, "SHARE_ACCEPTED"),
            new Word<>(Type.SHARE_DECLINED, "SHARE_DECLINED"),
            new Word<>(Type.SHARE_UNSHARED, "SHARE_UNSHARED"),
            new Word<>(Type.REQUEST_RESHARE, "REQUEST_RESHARE"),
            new Word<>(Type.RESHARE_UNDO, "RESHARE_UNDO"),
            new Word<>(Type.SHARE_CHANGE_PERMISSION, "RESHARE_CHANGE_PERMISSION"));
    private static final Word<Type> REMOVED = new Word<>(Type.USER_REMOVED, "USER_REMOVED");
    private static final Word<Type> OF_OCIS = new Word<>(Type.SHARE_CHANGE_PERMISSION, "SHARE_CHANGE_PERMISSION");

    /** 1.0 and 1.1 have no news of permissions that a share's owner could send. */
    static final Notices V1_0 =
            new FlatNotices(EnumSet.of(Type.SHARE_ACCEPTED, Type.SHARE_DECLINED, Type.SHARE_UNSHARED));

    static final Notices V1_2 = new FlatNotices(EnumSet.of(
            Type.SHARE_ACCEPTED,
            Type.SHARE_DECLINED,
            Type.SHARE_UNSHARED,
            Type.SHARE_CHANGE_PERMISSION,
            Type.USER_REMOVED));

    /** 1.0 with what deployed servers say in its form. */
    static Notices of(List<String> says) {
        var known = EnumSet.noneOf(Type.class);
        for (var word : FIRST) if (says.contains(word.meaning().name())) known.add(word.meaning());
        return new FlatNotices(known);
    }

    private final EnumSet<Type> says;

    private FlatNotices(EnumSet<Type> says) {
        this.says = says;
    }

    @Override
    public Optional<ObjectNode> write(Notice notice) {
        if (!says.contains(notice.type())) return Optional.empty();
        var person = notice.type() == Type.USER_REMOVED;
        var word = Shapes.word(List.of(FIRST, List.of(REMOVED)), notice.type());
        var message = message(word, person ? "user" : notice.resourceType().word(), notice.subject());
        var inner = message.putObject("notification");
        notice.secret().ifPresent(secret -> inner.put("sharedSecret", secret.value()));
        notice.permissions().ifPresent(p -> Shapes.texts(inner, "permission", p.words()));
        inner.put("message", notice.message());
        return Optional.of(message);
    }

    private static ObjectNode message(String type, String resourceType, String id) {
        return Json.object()
                .put("notificationType", type)
                .put("resourceType", resourceType)
                .put("providerId", id);
    }

    @Override
    public ObjectNode write(ReshareRequest request) {
        var message = message(
                "REQUEST_RESHARE",
                request.resourceType().word(),
                request.share().value());
        var inner = message.putObject("notification")
                .put("sharedSecret", request.secret().value())
                .put("shareWith", request.shareWith().toString())
                .put("senderId", request.ownId())
                .put("shareType", "user");
        Shapes.texts(inner, "permissions", request.permissions().words());
        inner.put("message", request.message());
        return message;
    }

    @Override
    public Optional<ObjectNode> write(ShareRequest request, String senderDomain) {
        return Optional.empty();
    }

    @Override
    public NotificationView read(MessageView message, Reading reading) {
        var word = message.text("notificationType").value().orElse("");
        var known = says.contains(Type.USER_REMOVED) ? List.of(FIRST, List.of(REMOVED)) : List.of(FIRST);
        var own = Shapes.meaning(known, word);
        if (reading == Reading.OWN) return new NoticeReader(message).flat(own);
        var meaning = own.or(() -> Shapes.meaning(List.of(List.of(OF_OCIS, REMOVED)), word));
        return new NoticeReader(message).either(meaning);
    }

    @Override
    public boolean nameTheirSender() {
        return false;
    }
}
