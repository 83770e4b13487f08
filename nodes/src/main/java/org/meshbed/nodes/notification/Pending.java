package org.meshbed.nodes.notification;

import org.meshbed.nodes.dialect.Notice;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.identity.ShareId;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.identity.SharedSecret;

/**
 * A notification that still has to arrive, as the node keeps it.
 *
 * @param number counts up over the node's life: the order in which they were told
 */
record Pending(
        String id,
        long number,
        String server,
        Notice.Type type,
        String share,
        String secret,
        ResourceType resourceType,
        ShareType shareType,
        String message,
        String since) {

    static Pending of(String id, long number, ServerHost server, Notice notice, String since) {
        return new Pending(
                id,
                number,
                server.toString(),
                notice.type(),
                notice.share().value(),
                notice.secret().value(),
                notice.resourceType(),
                notice.shareType(),
                notice.message(),
                since);
    }

    /** The share whose news must not overtake each other. */
    String line() {
        return server + " " + share;
    }

    Notice notice(ServerHost own) {
        return new Notice(type, own, new ShareId(share), new SharedSecret(secret), resourceType, shareType, message);
    }
}
