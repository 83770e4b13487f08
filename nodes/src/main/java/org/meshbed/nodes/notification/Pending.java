package org.meshbed.nodes.notification;

import org.meshbed.nodes.dialect.Notice;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.identity.ShareId;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.identity.SharedSecret;

/** A notification that still has to arrive, as the node keeps it. */
record Pending(
        String id,
        String server,
        Notice.Type type,
        String share,
        String secret,
        ResourceType resourceType,
        ShareType shareType,
        String message,
        String since) {

    static Pending of(String id, ServerHost server, Notice notice, String since) {
        return new Pending(
                id,
                server.toString(),
                notice.type(),
                notice.share().value(),
                notice.secret().value(),
                notice.resourceType(),
                notice.shareType(),
                notice.message(),
                since);
    }

    Notice notice(ServerHost own) {
        return new Notice(type, own, new ShareId(share), new SharedSecret(secret), resourceType, shareType, message);
    }
}
