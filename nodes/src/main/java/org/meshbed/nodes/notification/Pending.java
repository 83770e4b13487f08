package org.meshbed.nodes.notification;

import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.dialect.Notice;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.identity.SharedSecret;
import org.meshbed.nodes.vendor.Errand;

/**
 * A notification that still has to arrive, as the node keeps it.
 *
 * @param number counts up over the node's life: the order in which they were told
 * @param secret of the share, empty for news of no share
 */
record Pending(
        String id,
        long number,
        String server,
        Notice.Type type,
        String subject,
        String secret,
        ResourceType resourceType,
        ShareType shareType,
        List<String> permissions,
        String message,
        String since) {

    static Pending of(String id, long number, ServerHost server, Notice notice, String since) {
        return new Pending(
                id,
                number,
                server.toString(),
                notice.type(),
                notice.subject(),
                notice.secret().map(SharedSecret::value).orElse(""),
                notice.resourceType(),
                notice.shareType(),
                notice.permissions().map(Permissions::words).orElse(List.of()),
                notice.message(),
                since);
    }

    /** The share whose news must not overtake each other. */
    String line() {
        return server + " " + subject;
    }

    Errand errand() {
        return Errand.of("notification")
                .and("share", () -> Errand.values("id", subject, "secret", secret, "type", resourceType.word()))
                .and("notice", () -> Errand.values("type", type.name(), "message", message));
    }

    Notice notice(ServerHost own) {
        return new Notice(
                type,
                own,
                subject,
                secret.isEmpty() ? Optional.empty() : Optional.of(new SharedSecret(secret)),
                resourceType,
                shareType,
                type == Notice.Type.SHARE_CHANGE_PERMISSION
                        ? Optional.of(Permissions.of(permissions))
                        : Optional.empty(),
                message);
    }
}
