package org.meshbed.nodes.dialect;

import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.protocol.Field;
import org.meshbed.nodes.protocol.MessageView;

/** Finds the fields of a notification in the places where the versions put them. */
final class NoticeReader {
    private final MessageView message;
    private final MessageView inner;
    private final MessageView file;

    NoticeReader(MessageView message) {
        this.message = message;
        this.inner = inside(message, "notification");
        this.file = inside(inner, "file");
    }

    private static MessageView inside(MessageView view, String name) {
        return view.object(name).value().orElse(MessageView.empty());
    }

    /** 1.5: everything inside {@code notification}, by its scope. */
    NotificationView nested(Optional<Notice.Type> meaning) {
        return view(
                meaning,
                file.text("providerId"),
                file.texts("permissions"),
                file.text("shareWith"),
                inside(inner, "user").text("userId"));
    }

    /** Up to 1.4: the id at the top, the rest undefined and found where the deployed servers have it. */
    NotificationView flat(Optional<Notice.Type> meaning) {
        var id = message.text("providerId");
        return view(meaning, id, flatPermissions(), inner.text("shareWith"), id);
    }

    /** The nested places, and the flat ones where those are empty. */
    NotificationView either(Optional<Notice.Type> meaning) {
        var id = first(file.text("providerId"), message.text("providerId"));
        return view(
                meaning,
                id,
                first(file.texts("permissions"), flatPermissions()),
                first(file.text("shareWith"), inner.text("shareWith")),
                first(inside(inner, "user").text("userId"), message.text("providerId")));
    }

    /** ownCloud writes {@code permission}; oCIS repeats the protocol of the share. */
    private Field<List<String>> flatPermissions() {
        var repeated = inside(inside(inner, "protocol"), "webdav").texts("permissions");
        return first(first(inner.texts("permissions"), inner.texts("permission")), repeated);
    }

    private static <T> Field<T> first(Field<T> field, Field<T> otherwise) {
        return field instanceof Field.Absent<T> ? otherwise : field;
    }

    private NotificationView view(
            Optional<Notice.Type> meaning,
            Field<String> share,
            Field<List<String>> permissions,
            Field<String> shareWith,
            Field<String> user) {
        return new NotificationView(
                message.text("notificationType"),
                meaning,
                message.text("senderDomain"),
                message.text("resourceType"),
                message.text("shareType"),
                message.object("notification"),
                share,
                inner.text("sharedSecret"),
                permissions,
                shareWith,
                file.text("owner"),
                file.text("shareId"),
                user,
                inside(inner, "group").text("groupId"));
    }
}
