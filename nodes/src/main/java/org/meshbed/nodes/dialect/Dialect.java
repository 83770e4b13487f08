package org.meshbed.nodes.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireReply;

/** One version of OCM: what its messages look like. Encoding sets members in a fixed order; decoding refuses nothing. */
public interface Dialect {
    /** Its name in profiles: {@code 1.5}. */
    String name();

    /** {@code apiVersion} of its discovery document. */
    String apiVersion();

    /** Paths at which its discovery document is served. */
    List<String> servesDiscoveryAt();

    /** Paths at which a peer's discovery document is asked for, in order. */
    List<String> asksDiscoveryAt();

    ObjectNode discovery(OwnDocument own);

    /** The names of the checks a received share goes through, in order. */
    List<String> shareChecks();

    /** The top-level members without which a share is refused. */
    List<String> shareRequires();

    ObjectNode share(ShareAnnouncement announcement);

    ShareView readShare(MessageView message);

    /** The reply to a share that was received. */
    WireReply shareReceived(String recipientDisplayName);

    ObjectNode notification(Notice notice);

    NotificationView readNotification(MessageView message);

    /** Whether this version has invites. */
    boolean invites();

    /** The reply to a message that was refused. */
    WireReply refused(Refusal refusal);
}
