package org.meshbed.nodes.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.ServerHost;
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

    /** The calls that it takes below its endpoint: {@code shares}, {@code notifications}, ... */
    List<String> calls();

    ObjectNode discovery(OwnDocument own);

    /** Its words for capabilities, criteria and requirements. */
    Vocabulary words();

    /** How it signs requests; empty for a version without signatures. */
    default Optional<SignatureForm> signatures() {
        return Optional.empty();
    }

    /** The names of the checks a received share goes through, in order. */
    List<String> shareChecks();

    /** The top-level members without which a share is refused. */
    List<String> shareRequires();

    Outgoing share(ShareAnnouncement announcement);

    /** The view of a share as it came to the server {@code own}. */
    ShareView readShare(MessageView message, ServerHost own);

    /** The reply to a share that was received. */
    WireReply shareReceived(String recipientDisplayName);

    /** The notification in this version's form; empty where this version cannot say that. */
    Optional<Outgoing> notification(Notice notice);

    /** Asks the sending server to share on; empty where this version cannot say that. */
    Optional<Outgoing> requestReshare(ReshareRequest request);

    /** Asks a remote owner for access; empty where this version cannot say that. */
    Optional<Outgoing> requestShare(ShareRequest request);

    NotificationView readNotification(MessageView message, Reading reading);

    /** Whether a notification must say which server sends it; else it is known by the share it speaks of. */
    boolean notificationsNameTheirSender();

    /** What it does with invites; empty for a version without. */
    Optional<Invites> invites();

    /** How it exchanges a code for a token; empty for a version without. */
    default Optional<TokenForm> tokens() {
        return Optional.empty();
    }

    /** The reply to a message that was refused. */
    WireReply refused(Refusal refusal);

    /** What a share looks like to a peer that takes no protocols one by one. */
    default Dialect withoutProtocolObject() {
        return this;
    }

    /** This dialect with notifications that servers of other versions understand too, where that can be done. */
    default Dialect compatible() {
        return this;
    }

    /** This dialect with words for these news, where it has any that deployed servers use. */
    default Dialect saying(List<String> news) {
        return this;
    }

    /** Whether the other server did what it was asked to. */
    default boolean succeeded(WireReply reply) {
        return reply.successful();
    }

    /** The invites of one version. */
    interface Invites {
        /** How an invite is handed from person to person. */
        InviteForm form();

        Outgoing accepted(InviteAcceptance acceptance);

        /** Whether the accepting server names itself by a URL, and not by its host. */
        boolean byUrl();

        /** The members without which an acceptance is refused. */
        List<String> requires();

        /** The status of the answer to a token that nobody gave out. */
        int unknownToken();
    }
}
