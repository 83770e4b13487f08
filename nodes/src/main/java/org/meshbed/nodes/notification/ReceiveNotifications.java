package org.meshbed.nodes.notification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.dialect.Notice;
import org.meshbed.nodes.dialect.NotificationView;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.dialect.Refusal.Invalid;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.protocol.Field;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.share.ReceivedShares;
import org.meshbed.nodes.share.SentShares;
import org.meshbed.nodes.share.SentShares.Heard;
import org.meshbed.nodes.vendor.Manner;

/**
 * Answers notifications about shares. A server is believed only about shares between it and this one: it names itself
 * by {@code senderDomain}, or shows the share's secret, as 1.0 servers do.
 */
public final class ReceiveNotifications {
    private final Manner manner;
    private final SentShares sent;
    private final ReceivedShares received;
    private final Witness witness;

    public ReceiveNotifications(Manner manner, SentShares sent, ReceivedShares received, Witness witness) {
        this.manner = manner;
        this.sent = sent;
        this.received = received;
        this.witness = witness;
    }

    /** Answers a notification; {@code broken} is why its body could not be read, where it could not. */
    public WireAnswer receive(MessageView message, Optional<Refusal> broken) {
        var view = manner.dialect().readNotification(message);
        var refusal = broken.or(() -> fields(view)).or(() -> type(view));
        return refusal.map(this::refused).orElseGet(() -> apply(view));
    }

    private Optional<Refusal> fields(NotificationView view) {
        var invalid = new ArrayList<Invalid>();
        required("notificationType", view.type(), invalid);
        if (known(view).isPresent()) {
            required("providerId", view.share(), invalid);
            var saysWho = view.senderDomain().value().isPresent()
                    || view.sharedSecret().value().isPresent();
            if (!saysWho) invalid.add(new Invalid("senderDomain", "MISSING"));
            else if (view.senderDomain().value().isPresent() && sender(view).isEmpty())
                invalid.add(new Invalid("senderDomain", "INVALID"));
            var typed = view.resourceType().value().isPresent()
                    || view.shareType().value().isPresent();
            if (!typed && manner.dialect().invites()) invalid.add(new Invalid("resourceType", "MISSING"));
        }
        if (invalid.isEmpty()) return Optional.empty();
        var names = invalid.stream().map(i -> i.name() + " " + i.message()).toList();
        return Optional.of(new Refusal("fields-present", 400, "INVALID_REQUEST", invalid, String.join(", ", names)));
    }

    private static void required(String name, Field<String> field, List<Invalid> invalid) {
        if (field.value().filter(text -> !text.isEmpty()).isPresent()) return;
        invalid.add(new Invalid(name, field instanceof Field.WrongType ? "INVALID" : "MISSING"));
    }

    private static Optional<Notice.Type> known(NotificationView view) {
        var word = view.type().value().orElse("");
        return Arrays.stream(Notice.Type.values())
                .filter(t -> t.name().equals(word))
                .findFirst();
    }

    private static Optional<Refusal> type(NotificationView view) {
        return known(view).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "type-known",
                        501,
                        "NOTIFICATION_TYPE_NOT_SUPPORTED",
                        "no notifications of type '"
                                + NotWellFormed.quote(view.type().value().orElse("")) + "'"));
    }

    private static Optional<ServerHost> sender(NotificationView view) {
        try {
            return view.senderDomain().value().map(ServerHost::parse);
        } catch (NotWellFormed e) {
            return Optional.empty();
        }
    }

    private WireAnswer apply(NotificationView view) {
        var share = view.share().value().orElse("");
        var sender = sender(view);
        var secret = view.sharedSecret().value();
        var heard = switch (known(view).orElseThrow()) {
            case SHARE_ACCEPTED -> sent.heard(share, sender, secret, SentShare.State.ACCEPTED);
            case SHARE_DECLINED -> sent.heard(share, sender, secret, SentShare.State.DECLINED);
            case SHARE_UNSHARED -> unshared(share, sender, secret);
        };
        return switch (heard) {
            case DONE -> {
                witness.decided("notification", "taken", view.type().value().orElse("") + " about " + share);
                yield WireReply.empty(201);
            }
            case UNKNOWN_SHARE -> refused(Refusal.of("share-known", 404, "SHARE_NOT_FOUND", "there is no such share"));
            case NOT_THE_RECIPIENTS_SERVER ->
                refused(Refusal.of("sender-concerned", 403, "NOT_CONCERNED", "the share is not the sender's affair"));
        };
    }

    /** Up to 1.4 the recipient's server may send it too, and means that the recipient left the share (AMB-47). */
    private Heard unshared(String share, Optional<ServerHost> sender, Optional<String> secret) {
        var heard = received.unshared(share, sender, secret);
        return heard == Heard.UNKNOWN_SHARE ? sent.heard(share, sender, secret, SentShare.State.DECLINED) : heard;
    }

    private WireAnswer refused(Refusal refusal) {
        witness.decided("notification", "refused by " + refusal.check(), refusal.why());
        return manner.dialect().refused(refusal);
    }
}
