package org.meshbed.nodes.invite;

import java.util.Optional;
import org.meshbed.nodes.dialect.Capability;
import org.meshbed.nodes.dialect.InviteAcceptance;
import org.meshbed.nodes.dialect.InviteForm;
import org.meshbed.nodes.dialect.Reading;
import org.meshbed.nodes.discovery.Courier;
import org.meshbed.nodes.discovery.Lookup;
import org.meshbed.nodes.discovery.Peer;
import org.meshbed.nodes.discovery.Peers;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.party.Contact;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.port.Table;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.trust.ServerList;
import org.meshbed.nodes.vendor.Errand;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.Family;
import org.meshbed.nodes.vendor.quirk.InviteQuirk.InviteSendAgain;
import org.meshbed.nodes.vendor.quirk.InviteQuirk.InviteSendHeeds;
import org.meshbed.nodes.vendor.quirk.InviteQuirk.InviteSendToItself;
import org.meshbed.nodes.vendor.quirk.PartyQuirk.PartyAddresses;
import org.meshbed.nodes.vendor.quirk.PartyQuirk.PartyContacts;
import org.meshbed.nodes.vendor.quirk.Template;

/** The invite receiver's end: takes an invite in whatever form it was handed over, and tells the inviter's server. */
public final class AcceptInvites {
    private final Manner manner;
    private final Peers peers;
    private final Courier courier;
    private final Contacts contacts;
    private final ServerList servers;
    private final ServerHost own;
    private final Table<String> accepted;
    private final Witness witness;

    public AcceptInvites(
            Manner manner,
            Peers peers,
            Courier courier,
            Contacts contacts,
            ServerList servers,
            ServerHost own,
            Ports ports) {
        this.manner = manner;
        this.peers = peers;
        this.courier = courier;
        this.contacts = contacts;
        this.servers = servers;
        this.own = own;
        this.accepted = new Table<>(ports.store(), "accepted-invites", String.class);
        this.witness = ports.witness();
    }

    /** {@code person}: name and email of the user who accepts, under their user name. */
    public Told<Contact> accept(String user, Contact person, String inviteText) {
        var invites = manner.sending(Family.INVITE).invites();
        if (invites.isEmpty()) return new Told.Unsupported<>("this server knows no invites");
        InviteString invite;
        try {
            invite = read(inviteText, invites.get().form());
        } catch (NotWellFormed e) {
            return Told.refused(e.getMessage());
        }
        if (invite.host().equals(own) && manner.bent(InviteSendToItself.class).isEmpty())
            return Told.refused("this invite was made at this very server");
        if (accepted(user, invite)) return Told.refused("this invite was accepted before");
        var distrust = servers.objectionToCalling(invite.host());
        if (distrust.isPresent()) return distrusted(distrust.get());
        return switch (peers.named(invite.host(), "invite", InviteString.scheme(inviteText))) {
            case Lookup.Failed(var why, var _) -> Told.refused("the invite could not be accepted: " + why);
            case Lookup.Found(var peer) -> accept(user, person, invite, peer);
        };
    }

    private boolean accepted(String user, InviteString invite) {
        return manner.bent(InviteSendAgain.class).isPresent()
                && accepted.get(user + " " + invite.token().value()).isPresent();
    }

    private InviteString read(String text, InviteForm form) {
        if (manner.bent(PartyAddresses.class).isPresent()) return InviteString.parseAtFirst(text);
        return manner.reading() == Reading.OWN ? InviteString.parse(text, form) : InviteString.parse(text);
    }

    private Told<Contact> distrusted(String why) {
        witness.decided("invite acceptance", "not sent", why);
        return Told.refused("the invite could not be accepted: " + why);
    }

    private Told<Contact> accept(String user, Contact person, InviteString invite, Peer peer) {
        var invites = manner.towards(Family.INVITE, peer.apiVersion()).invites();
        var heeds = manner.bent(InviteSendHeeds.class).map(InviteSendHeeds::parts);
        var regardless = heeds.filter(parts -> !parts.contains("capabilities")).isPresent();
        if (regardless && invites.isEmpty())
            invites = manner.sending(Family.INVITE).invites();
        var knows = regardless || peer.can(Capability.INVITES);
        if (invites.isEmpty() || !knows) return Told.refused(invite.host() + " knows no invites");
        var unsigned = heeds.filter(parts -> !parts.contains("criteria")).isPresent()
                ? Optional.<String>empty()
                : courier.objection(peer).or(() -> courier.distrust(peer));
        if (unsigned.isPresent()) return Told.refused("the invite could not be accepted: " + unsigned.get());
        var acceptance = new InviteAcceptance(own, invite.token(), user, person.email(), person.name());
        var exchange =
                courier.post(peer, errand(user, person, invite), invites.get().accepted(acceptance));
        return switch (exchange) {
            case Exchange.Replied(var reply) -> answered(user, invite, peer.host(), reply);
            case Exchange.Refused _, Exchange.TlsFailed _ -> Told.refused(invite.host() + " " + exchange.words());
            case Exchange.Reset(var after, var _) -> lost(invite.host(), exchange, after);
            case Exchange.TimedOut(var after, var _) -> lost(invite.host(), exchange, after);
        };
    }

    private Errand errand(String user, Contact person, InviteString invite) {
        return Errand.of("invite")
                .and(
                        "user",
                        () -> Errand.values(
                                "id",
                                user,
                                "name",
                                person.name(),
                                "email",
                                person.email(),
                                "address",
                                user + "@" + own,
                                "seed",
                                manner.seed(user + "@" + own)))
                .and("token", () -> Errand.values("value", invite.token().value()));
    }

    private static Told<Contact> lost(ServerHost host, Exchange exchange, boolean afterSending) {
        var words = host + " " + exchange.words();
        return afterSending ? new Told.Unclear<>(words) : Told.refused(words);
    }

    private Told<Contact> answered(String user, InviteString invite, ServerHost host, WireReply reply) {
        witness.decided("invite acceptance", "answered " + reply.status(), "by " + host);
        if (courier.succeeded("invite", reply, reply.status() == 200)) return inviter(user, invite, host, reply);
        return switch (reply.status()) {
            case 400, 404 -> Told.refused(host + " does not know this invite, or it is no longer valid");
            case 403 -> Told.refused(host + " does not trust this server");
            case 409 -> Told.refused("this invite was already accepted");
            default -> Told.refused(host + " refused the invite with " + reply.status());
        };
    }

    private OcmAddress address(String id, ServerHost host) {
        var bare = manner.bent(PartyContacts.class)
                .flatMap(PartyContacts::ids)
                .filter("bare"::equals)
                .isPresent();
        return bare ? OcmAddress.parse(Template.bare(id + "@" + host)) : new OcmAddress(id, host);
    }

    private Told<Contact> inviter(String user, InviteString invite, ServerHost host, WireReply reply) {
        try {
            var answer = MessageView.of(Json.read(reply.bytes()));
            var address = address(answer.text("userID").value().orElse(""), host);
            var name = answer.text("name").value().orElse(address.identifier());
            var contact = new Contact(
                    address.toString(), name, answer.text("email").value().orElse(""));
            contacts.add(user, contact);
            accepted.put(user + " " + invite.token().value(), host.toString());
            return Told.done(contact, contact.name() + " is now a contact");
        } catch (Json.NotJson | NotWellFormed e) {
            var why = host + " took the invite but did not say whose it was";
            witness.decided("invite acceptance", "unclear", why);
            return new Told.Unclear<>(why);
        }
    }
}
