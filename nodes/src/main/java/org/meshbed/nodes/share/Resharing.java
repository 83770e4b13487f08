package org.meshbed.nodes.share;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.meshbed.nodes.dialect.OcsEnvelope;
import org.meshbed.nodes.dialect.ReshareRequest;
import org.meshbed.nodes.discovery.Deliveries;
import org.meshbed.nodes.discovery.Deliveries.Delivery;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.identity.ShareId;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.identity.SharedSecret;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.port.Secrets.Purpose;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.vendor.Errand;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.SendQuirk.SendAttempts;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareReshares;

/**
 * Has the owner's server share on, and keeps a share of its own that goes with the one there: the way of products that
 * track what was shared on.
 */
public final class Resharing {
    private final Ports ports;
    private final Manner manner;
    private final Deliveries deliveries;
    private final ReceivedShares received;
    private final SentShares sent;
    private final SendShares sendShares;
    private final RemoteShares remote;
    private final Recipients recipients;
    private final ServerHost own;
    private final Optional<Mounts> mounts;

    public Resharing(
            Ports ports,
            Manner manner,
            Deliveries deliveries,
            ReceivedShares received,
            SentShares sent,
            SendShares sendShares,
            RemoteShares remote,
            Recipients recipients,
            ServerHost own,
            Optional<Mounts> mounts) {
        this.ports = ports;
        this.manner = manner;
        this.deliveries = deliveries;
        this.received = received;
        this.sent = sent;
        this.sendShares = sendShares;
        this.remote = remote;
        this.recipients = recipients;
        this.own = own;
        this.mounts = mounts;
    }

    /** What the user is told; empty where the product does not do it so. */
    public Optional<Told<Nothing>> share(Person person, String id, String shareWith, Permissions permissions) {
        var sends = manner.bent(ShareReshares.class).filter(q -> !q.tracked()).isPresent();
        return sends
                ? Optional.of(send(person, id, shareWith, permissions))
                : tracked(person.user(), id, shareWith, permissions);
    }

    /** Who shares on. */
    public record Person(String user, String displayName) {}

    private Told<Nothing> send(Person person, String id, String shareWith, Permissions permissions) {
        var share = received.find(person.user(), id);
        if (share.isEmpty()) return Told.refused("there is no such share");
        var looked = remote.look(person.user(), id, "");
        if (!looked.happened()) return looked;
        var local = recipients.user(shareWith).isPresent();
        if (!local && !sendShares.finds(person.user(), shareWith))
            return Told.refused("recipient '" + shareWith + "' is not a contact");
        remote.look(person.user(), id, "");
        if (local) return Told.refused("what was received is not shared on with people of this server");
        var offer = new Offer(person.user(), person.displayName(), share.get().resourceType(), Optional.empty());
        var wish = new ShareWish(share.get().name(), shareWith, ShareType.USER, permissions, Optional.empty(), false);
        var told = sendShares.onward(offer, wish, share.get().owner());
        return told.happened() ? Told.done(Nothing.NOTHING, told.words()) : Told.refused(told.words());
    }

    private Optional<Told<Nothing>> tracked(String user, String id, String shareWith, Permissions permissions) {
        var how = deliveries.own();
        if (manner.bent(ShareReshares.class).filter(ShareReshares::tracked).isEmpty() || how.isEmpty())
            return Optional.empty();
        var share = received.find(user, id);
        if (share.isEmpty()) return Optional.of(Told.refused("there is no such share"));
        if (share.get().of(user) != ReceivedShare.State.ACCEPTED)
            return Optional.of(Told.refused("accept the share first"));
        try {
            var third = OcmAddress.parse(shareWith);
            return Optional.of(mounts.map(m ->
                            m.around(user, share.get(), () -> ask(how.get(), user, share.get(), third, permissions)))
                    .orElseGet(() -> ask(how.get(), user, share.get(), third, permissions)));
        } catch (NotWellFormed e) {
            return Optional.of(Told.refused(String.valueOf(e.getMessage())));
        }
    }

    private Told<Nothing> ask(
            SendAttempts how, String user, StoredReceived share, OcmAddress third, Permissions permissions) {
        var id = ports.secrets().text(Purpose.SHARE_ID, 12);
        var request = new ReshareRequest(
                own,
                new ShareId(share.providerId()),
                new SharedSecret(share.secret()),
                share.resourceType(),
                third,
                permissions,
                id,
                "please share on");
        var errand = Errand.of("notification")
                .and("share", () -> Errand.values("id", share.providerId(), "secret", share.secret(), "own-id", id))
                .and("notice", () -> Errand.values("type", "REQUEST_RESHARE"));
        return switch (deliveries.send(how, share.server(), errand, (_, dialect) -> dialect.requestReshare(request))) {
            case Delivery.Done(var reply) -> keep(id, user, share, third, permissions, made(reply));
            case Delivery.Not(var why, var _) -> Told.refused("nothing was shared on: " + why);
        };
    }

    /** Id and secret of the share that the owner's server has made. */
    private static Map<String, String> made(WireReply reply) {
        var made = new LinkedHashMap<String, String>();
        var legacy = OcsEnvelope.in(reply);
        legacy.map(OcsEnvelope::data).ifPresent(data -> {
            made.put("id", data.getOrDefault("remoteId", ""));
            made.put("secret", data.getOrDefault("token", ""));
        });
        if (legacy.isPresent()) return made;
        try {
            var view = MessageView.of(Json.read(reply.bytes()));
            made.put("id", view.text("providerId").value().orElse(""));
            made.put("secret", view.text("sharedSecret").value().orElse(""));
            return made;
        } catch (Json.NotJson e) {
            return made;
        }
    }

    private Told<Nothing> keep(
            String id,
            String user,
            StoredReceived share,
            OcmAddress third,
            Permissions permissions,
            Map<String, String> made) {
        if (made.getOrDefault("secret", "").isEmpty())
            return Told.refused(share.server() + " has not told the new share");
        sent.add(new StoredSent(
                id,
                user,
                share.name(),
                third.toString(),
                third.host().toString(),
                ShareType.USER,
                share.resourceType(),
                permissions.words(),
                made.getOrDefault("secret", ""),
                "",
                SentShare.State.PENDING,
                false,
                false,
                false,
                Beside.goingWith(share.server().toString(), made.getOrDefault("id", ""))));
        return Told.done(Nothing.NOTHING, share.name() + " is shared on with " + third);
    }
}
