package org.meshbed.nodes.notification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.meshbed.nodes.dialect.Notice;
import org.meshbed.nodes.dialect.NotificationView;
import org.meshbed.nodes.dialect.Reading;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.dialect.Refusal.Invalid;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.protocol.Field;
import org.meshbed.nodes.share.Claim;
import org.meshbed.nodes.trust.ServerList;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.Family;
import org.meshbed.nodes.vendor.quirk.NotificationQuirk.NotificationReceiveBelieves;

/** What a notification must have before anything is done about it. */
final class NotificationChecks {
    /** Their order, where no profile has another. */
    static final List<String> USUAL = Family.NOTIFICATION.movable();

    private final Manner manner;
    private final ServerList servers;

    NotificationChecks(Manner manner, ServerList servers) {
        this.manner = manner;
        this.servers = servers;
    }

    Map<String, Function<Examined, Optional<Refusal>>> byName() {
        var byName = new LinkedHashMap<String, Function<Examined, Optional<Refusal>>>();
        byName.put("body-is-json", Examined::broken);
        byName.put("type-present", told -> typeThere(told.view()));
        byName.put("type-known", told -> typeKnown(told.view()));
        byName.put("resource-type-supported", told -> resourceTypeKnown(told.view()));
        byName.put("fields-present", told -> fieldsPresent(told.view()));
        byName.put("server-trusted", told -> distrusted(told.view(), Optional.empty()));
        byName.put("signature-valid", told -> told.look().refusal());
        byName.put(
                "signer-trusted", told -> distrusted(told.view(), told.verdict().signer()));
        return byName;
    }

    private Optional<Refusal> distrusted(NotificationView view, Optional<ServerHost> signer) {
        return claim(view, signer).sender().flatMap(server -> servers.refusal("server-trusted", server));
    }

    private static Optional<Refusal> typeThere(NotificationView view) {
        var invalid = new ArrayList<Invalid>();
        required("notificationType", view.type(), invalid);
        return refused("type-present", invalid);
    }

    private static Optional<Refusal> typeKnown(NotificationView view) {
        if (view.meaning().isPresent()) return Optional.empty();
        var type = NotWellFormed.quote(view.type().value().orElse(""));
        return Optional.of(new Refusal(
                "type-known",
                501,
                "NOTIFICATION_TYPE_NOT_SUPPORTED",
                List.of(new Invalid("notificationType", "NOT_SUPPORTED: " + type)),
                "no notifications of type '" + type + "'"));
    }

    /** Talk rooms, calendars and the like have notifications of the same names. */
    private static Optional<Refusal> resourceTypeKnown(NotificationView view) {
        if (view.meaning().filter(ReceiveNotifications::aboutAShare).isEmpty()) return Optional.empty();
        return view.resourceType()
                .value()
                .filter(word -> ResourceType.of(word).isEmpty())
                .map(word -> Refusal.of(
                        "resource-type-supported",
                        501,
                        "RESOURCE_TYPE_NOT_SUPPORTED",
                        "no notifications about resources of type '" + NotWellFormed.quote(word) + "'"));
    }

    private Optional<Refusal> fieldsPresent(NotificationView view) {
        var invalid = new ArrayList<Invalid>();
        if (view.meaning().isEmpty()) return Optional.empty();
        var type = view.meaning().get();
        if (ReceiveNotifications.aboutAShare(type)) required("providerId", view.share(), invalid);
        if (view.permissions() instanceof Field.WrongType) invalid.add(new Invalid("permissions", "INVALID"));
        switch (type) {
            case USER_REMOVED -> required("userId", view.user(), invalid);
            case GROUP_REMOVED -> required("groupId", view.group(), invalid);
            case REQUEST_RESHARE -> required("shareWith", view.shareWith(), invalid);
            case SHARE_ACCEPTED,
                    SHARE_DECLINED,
                    SHARE_UNSHARED,
                    SHARE_CHANGE_PERMISSION,
                    RESHARE_UNDO,
                    REQUEST_SHARE -> {}
        }
        sender(view, type, invalid);
        typed(view, invalid);
        return refused("fields-present", invalid);
    }

    /** The secret of a share says as much as the name of its sender, unless this server goes by the letter. */
    private void sender(NotificationView view, Notice.Type type, List<Invalid> invalid) {
        if (view.senderDomain().value().isPresent()) {
            if (host(view).isEmpty()) invalid.add(new Invalid("senderDomain", "INVALID"));
        } else if (manner.receiving(Family.NOTIFICATION).notificationsNameTheirSender()) {
            var secret = view.sharedSecret().value().isPresent()
                    && ReceiveNotifications.aboutAShare(type)
                    && manner.reading() == Reading.LENIENT;
            if (!secret) required("senderDomain", view.senderDomain(), invalid);
        }
    }

    /** Since 1.5 one of the two types is demanded; before, at most the first. */
    private void typed(NotificationView view, List<Invalid> invalid) {
        var typed = view.resourceType().value().isPresent()
                || view.shareType().value().isPresent();
        if (!typed && manner.receiving(Family.NOTIFICATION).notificationsNameTheirSender())
            invalid.add(new Invalid("resourceType", "MISSING"));
    }

    private static void required(String name, Field<String> field, List<Invalid> invalid) {
        if (field.value().filter(text -> !text.isEmpty()).isPresent()) return;
        invalid.add(new Invalid(name, field instanceof Field.WrongType ? "INVALID" : "MISSING"));
    }

    private static Optional<Refusal> refused(String check, List<Invalid> invalid) {
        if (invalid.isEmpty()) return Optional.empty();
        var names = invalid.stream().map(i -> i.name() + " " + i.message()).toList();
        return Optional.of(new Refusal(check, 400, "INVALID_REQUEST", invalid, String.join(", ", names)));
    }

    static Optional<ServerHost> host(NotificationView view) {
        try {
            return view.senderDomain().value().map(ServerHost::parse);
        } catch (NotWellFormed e) {
            return Optional.empty();
        }
    }

    /** @param signer who has signed the notification: known by that, where its version does not say who sends it */
    Claim claim(NotificationView view, Optional<ServerHost> signer) {
        if (believes().flatMap(NotificationReceiveBelieves::who).isPresent())
            return new Claim(signer, Optional.empty(), false);
        var idIsEnough = !manner.receiving(Family.NOTIFICATION).notificationsNameTheirSender();
        return new Claim(host(view).or(() -> signer), view.sharedSecret().value(), idIsEnough);
    }

    /** What the profile says of whom it believes. */
    Optional<NotificationReceiveBelieves> believes() {
        return manner.bent(NotificationReceiveBelieves.class);
    }
}
