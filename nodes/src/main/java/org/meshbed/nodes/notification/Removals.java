package org.meshbed.nodes.notification;

import java.util.Optional;
import java.util.stream.Stream;
import org.meshbed.nodes.dialect.Notice;
import org.meshbed.nodes.dialect.NotificationView;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.invite.Contacts;
import org.meshbed.nodes.party.Contact;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.share.News;
import org.meshbed.nodes.share.ReceivedShares;
import org.meshbed.nodes.share.SentShares;

/**
 * Users and groups that are no more (draft-ietf-ocm-open-cloud-mesh-07, Recipient Removal): tells the servers that had
 * to do with them, and takes away what had to do with those of other servers.
 */
public final class Removals {
    private final SentShares sent;
    private final ReceivedShares received;
    private final Contacts contacts;
    private final News news;
    private final ServerHost own;

    public Removals(SentShares sent, ReceivedShares received, Contacts contacts, News news, ServerHost own) {
        this.sent = sent;
        this.received = received;
        this.contacts = contacts;
        this.news = news;
        this.own = own;
    }

    /** A user or group of another server is gone; answers why that is not believed, where it is not. */
    Optional<Refusal> heard(NotificationView view, Optional<ServerHost> sender) {
        if (sender.isEmpty())
            return Optional.of(Refusal.of(
                    "sender-known", 401, "SENDER_UNKNOWN", "whose recipient is removed cannot be told: no sender"));
        var user = view.meaning().filter(Notice.Type.USER_REMOVED::equals).isPresent();
        var name = (user ? view.user() : view.group()).value().orElse("");
        if (user && nested(view) && !whole(name))
            return Optional.of(
                    Refusal.of("fields-present", 400, "INVALID_REQUEST", "notification.user.userId is no OCM address"));
        var gone = address(name, sender.get());
        if (gone.isEmpty())
            return Optional.of(
                    Refusal.of("fields-present", 400, "INVALID_REQUEST", "the removed recipient has no name"));
        if (!gone.get().host().equals(sender.get()))
            return Optional.of(Refusal.of(
                    "sender-concerned", 403, "NOT_CONCERNED", "a server speaks of its own users and groups only"));
        forget(gone.get(), user ? ShareType.USER : ShareType.GROUP);
        return Optional.empty();
    }

    /** A whole address at the sender, or an identifier there: what has no {@code @}, or none with that host behind it. */
    private static Optional<OcmAddress> address(String text, ServerHost sender) {
        try {
            return Optional.of(whole(text) ? OcmAddress.parseLeniently(text) : new OcmAddress(text, sender));
        } catch (NotWellFormed e) {
            return Optional.empty();
        }
    }

    private static boolean whole(String text) {
        var at = text.lastIndexOf('@');
        return at > 0 && text.substring(at + 1).matches("(\\[.*]|.*\\..*|localhost)(:[0-9]+)?");
    }

    /** The form of 1.5, where the user is an address; older ones name the identifier outside. */
    private static boolean nested(NotificationView view) {
        return view.notification().value().filter(n -> n.has("user")).isPresent();
    }

    private void forget(OcmAddress gone, ShareType shareType) {
        sent.recipientGone(gone, shareType);
        if (shareType == ShareType.GROUP) return;
        received.senderGone(gone);
        contacts.gone(gone.toString());
    }

    /** The servers that had to do with a user of this one: to be asked before anything of the user goes. */
    public Stream<ServerHost> concerned(String user) {
        var acquainted = contacts.of(user).stream().map(Contact::address);
        var shared = sent.all(user).stream().map(SentShare::sharedWith);
        var addressed =
                Stream.concat(acquainted, shared).map(a -> OcmAddress.parse(a).host());
        return Stream.concat(addressed, received.serversOf(user, ShareType.USER).stream())
                .distinct();
    }

    /** Tells another server that a user or group of this one is gone. */
    public void tell(ServerHost server, String recipient, ShareType shareType) {
        var word = shareType == ShareType.USER ? "the account is gone" : "the group is gone";
        news.tell(server, Notice.removed(new OcmAddress(recipient, own), shareType, word));
    }
}
