package org.meshbed.nodes.share;

import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.dialect.Outgoing;
import org.meshbed.nodes.dialect.ReshareRequest;
import org.meshbed.nodes.dialect.ShareRequest;
import org.meshbed.nodes.discovery.Courier;
import org.meshbed.nodes.discovery.Lookup;
import org.meshbed.nodes.discovery.Peer;
import org.meshbed.nodes.discovery.Peers;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.identity.ShareId;
import org.meshbed.nodes.identity.SharedSecret;
import org.meshbed.nodes.party.AskedShare;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.port.Table;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.trust.ServerList;
import org.meshbed.nodes.vendor.Errand;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.Family;

/**
 * What recipients ask of the servers of others: to share on what they received, which a receiving server never does
 * itself, or to get something they know of.
 */
public final class Asks {
    private final Manner manner;
    private final Peers peers;
    private final Courier courier;
    private final ServerList servers;
    private final ReceivedShares received;
    private final ServerHost own;
    private final Witness witness;
    private final Table<StoredAsk> asks;

    public Asks(
            Ports ports,
            Manner manner,
            Peers peers,
            Courier courier,
            ServerList servers,
            ReceivedShares received,
            ServerHost own) {
        this.manner = manner;
        this.peers = peers;
        this.courier = courier;
        this.servers = servers;
        this.received = received;
        this.own = own;
        this.witness = ports.witness();
        this.asks = new Table<>(ports.store(), "asks", StoredAsk.class);
    }

    /** Has the sending server share on with a third party, whether or not the share seems to allow it: it decides. */
    public Told<Nothing> reshare(String user, String id, String shareWith, Permissions permissions) {
        var share = received.find(user, id);
        if (share.isEmpty()) return Told.refused("there is no such share");
        if (share.get().of(user) != ReceivedShare.State.ACCEPTED) return Told.refused("accept the share first");
        try {
            var third = OcmAddress.parse(shareWith);
            return at(
                            share.get().server(),
                            _ -> Optional.empty(),
                            peer -> manner.towards(Family.NOTIFICATION, peer.apiVersion())
                                    .requestReshare(request(share.get(), third, permissions)))
                    .words("is shared on with " + third);
        } catch (NotWellFormed e) {
            return Told.refused(e.getMessage());
        }
    }

    private ReshareRequest request(StoredReceived share, OcmAddress third, Permissions permissions) {
        return new ReshareRequest(
                own,
                new ShareId(share.providerId()),
                new SharedSecret(share.secret()),
                share.resourceType(),
                third,
                permissions,
                share.key(),
                "please share on");
    }

    /** Asks the owner for a resource, after writing down that it did: the answer may overtake the reply. One whose name ends with a slash is taken for a folder. */
    public Told<Nothing> requestShare(String user, String owner, String resource) {
        OcmAddress address;
        try {
            address = OcmAddress.parse(owner);
        } catch (NotWellFormed e) {
            return Told.refused(e.getMessage());
        }
        if (address.host().equals(own)) return Told.refused(address + " is at this very server");
        var type = resource.endsWith("/") ? ResourceType.FOLDER : ResourceType.FILE;
        var request = new ShareRequest(
                address, new OcmAddress(user, own), resource, type, Permissions.READ, "please share this");
        var ask = new StoredAsk(user, address.toString(), resource, AskedShare.State.OPEN);
        asks.put(ask.key(), ask);
        var told = at(
                        address.host(),
                        courier::distrust,
                        peer -> manner.towards(Family.NOTIFICATION, peer.apiVersion())
                                .requestShare(request))
                .words("was asked for " + resource);
        if (told instanceof Told.Refused) asks.remove(ask.key());
        else witness.changed("ask", resource, "-", "open");
        return told;
    }

    public List<AskedShare> of(String user) {
        return asks.all().stream()
                .filter(a -> a.user().equals(user))
                .map(StoredAsk::seen)
                .toList();
    }

    /** The owner's server says no to what was asked for. */
    public Heard declined(String resource, Claim claim) {
        var fitting = asks.all().stream()
                .filter(a -> a.resource().equals(resource)
                        && claim.sender().map(a.ownerAddress().host()::equals).orElse(claim.idIsEnough()))
                .toList();
        for (var ask : fitting) {
            asks.put(ask.key(), ask.declined());
            witness.changed("ask", resource, "open", "declined");
        }
        return fitting.isEmpty() ? Heard.UNKNOWN_SHARE : Heard.DONE;
    }

    private interface Asking {
        Optional<Outgoing> towards(Peer peer);
    }

    private interface Objecting {
        Optional<String> to(Peer peer);
    }

    private Answered at(ServerHost host, Objecting objecting, Asking asking) {
        var distrust = servers.objectionToCalling(host);
        if (distrust.isPresent()) return new Answered(Told.refused(distrust.get()), host);
        return switch (peers.find(host, "share-request")) {
            case Lookup.Failed(var why, var _) -> new Answered(Told.refused(why), host);
            case Lookup.Found(var peer) ->
                new Answered(
                        objecting.to(peer).<Told<Nothing>>map(Told::refused).orElseGet(() -> ask(peer, asking)), host);
        };
    }

    private Told<Nothing> ask(Peer peer, Asking asking) {
        return asking.towards(peer)
                .map(message -> post(peer, message))
                .orElseGet(() -> Told.refused(peer.host() + " cannot be asked for that: OCM "
                        + manner.towards(Family.NOTIFICATION, peer.apiVersion()).name() + " has no word for it"));
    }

    private Told<Nothing> post(Peer peer, Outgoing message) {
        var unsigned = courier.objection(peer);
        if (unsigned.isPresent()) return Told.refused(unsigned.get());
        var exchange = courier.post(peer, Errand.of("share-request"), message);
        return switch (exchange) {
            case Exchange.Replied(var reply)
            when manner.towards(Family.NOTIFICATION, peer.apiVersion()).succeeded(reply) ->
                Told.done(Nothing.NOTHING, "");
            case Exchange.Replied(var reply) -> Told.refused(peer.host() + " refused with " + reply.status());
            case Exchange.Refused _, Exchange.TlsFailed _ -> Told.refused(peer.host() + " " + exchange.words());
            case Exchange.Reset(var after, var _) -> lost(peer.host() + " " + exchange.words(), after);
            case Exchange.TimedOut(var after, var _) -> lost(peer.host() + " " + exchange.words(), after);
        };
    }

    private static Told<Nothing> lost(String words, boolean afterSending) {
        return afterSending ? new Told.Unclear<>(words) : Told.refused(words);
    }

    /** How the other server answered, still without the words for success. */
    private record Answered(Told<Nothing> told, ServerHost host) {
        Told<Nothing> words(String success) {
            return told.happened() ? Told.done(Nothing.NOTHING, "at " + host + ": " + success) : told;
        }
    }
}
