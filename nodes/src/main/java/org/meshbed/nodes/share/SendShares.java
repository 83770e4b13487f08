package org.meshbed.nodes.share;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.meshbed.nodes.dialect.Capability;
import org.meshbed.nodes.dialect.Criterion;
import org.meshbed.nodes.dialect.Dialect;
import org.meshbed.nodes.dialect.Notice;
import org.meshbed.nodes.dialect.Reading;
import org.meshbed.nodes.dialect.Requirement;
import org.meshbed.nodes.dialect.ShareAnnouncement;
import org.meshbed.nodes.dialect.TokenForm;
import org.meshbed.nodes.discovery.Courier;
import org.meshbed.nodes.discovery.Lookup;
import org.meshbed.nodes.discovery.Peer;
import org.meshbed.nodes.discovery.Peers;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.identity.ShareId;
import org.meshbed.nodes.identity.SharedSecret;
import org.meshbed.nodes.invite.Contacts;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.port.Secrets.Purpose;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.trust.ServerList;
import org.meshbed.nodes.vendor.Errand;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.DialectQuirk.DialectSpeaks;
import org.meshbed.nodes.vendor.quirk.Family;
import org.meshbed.nodes.vendor.quirk.PartyQuirk.PartyAddresses;
import org.meshbed.nodes.vendor.quirk.PartyQuirk.PartyContacts;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareEnds;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareSendAgain;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareSendChanges;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareSendHeeds;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareSendKeeps;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareSendToItself;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareSends;

/**
 * The sending side of shares. A share is stored before it is announced, since the receiving server may call back
 * before it answers; it is taken away again when the announcement was refused or never arrived.
 */
public final class SendShares {
    private final Ports ports;
    private final Manner manner;
    private final Peers peers;
    private final Courier courier;
    private final Contacts contacts;
    private final ServerList servers;
    private final SentShares shares;
    private final News news;
    private final Origin origin;
    private final ServerHost own;

    public SendShares(
            Ports ports,
            Manner manner,
            Peers peers,
            Courier courier,
            Contacts contacts,
            ServerList servers,
            SentShares shares,
            News news,
            Origin origin) {
        this.ports = ports;
        this.manner = manner;
        this.peers = peers;
        this.courier = courier;
        this.contacts = contacts;
        this.servers = servers;
        this.shares = shares;
        this.news = news;
        this.origin = origin;
        this.own = origin.host();
    }

    /** Shares one of the user's own files or folders. */
    public Told<SentShare> share(Offer offer, ShareWish wish) {
        if (wish.server().isPresent()) return share(offer, wish, OcmAddress::parseLeniently);
        return share(offer, wish, typed -> address(offer.user(), typed));
    }

    private OcmAddress address(String user, String typed) {
        var contactsOnly = manner.bent(PartyContacts.class)
                .flatMap(PartyContacts::recipients)
                .isPresent();
        if (contactsOnly) return contact(user, typed);
        return manner.bent(PartyAddresses.class).isPresent() ? OcmAddress.parseAtFirst(typed) : OcmAddress.parse(typed);
    }

    private Told<SentShare> share(Offer offer, ShareWish wish, Function<String, OcmAddress> parse) {
        try {
            return share(offer, wish, receiver(wish, parse));
        } catch (NotWellFormed e) {
            return Told.refused(e.getMessage());
        }
    }

    private static ServerHost receiver(ShareWish wish, Function<String, OcmAddress> parse) {
        return wish.server()
                .map(typed -> parse.apply("somebody@" + typed))
                .orElseGet(() -> parse.apply(wish.shareWith()))
                .host();
    }

    /** The address in its usual form; where the server was named apart, what was typed. */
    private String addressee(Offer offer, ShareWish wish) {
        return wish.server().isPresent()
                ? wish.shareWith()
                : address(offer.user(), wish.shareWith()).toString();
    }

    private Told<SentShare> share(Offer offer, ShareWish wish, ServerHost receiver) {
        if (receiver.equals(own) && manner.bent(ShareSendToItself.class).isEmpty())
            return Told.refused(addressee(offer, wish) + " is at this very server");
        if (stands(offer.user(), wish.path(), addressee(offer, wish)))
            return Told.refused(wish.path() + " is shared with " + wish.shareWith() + " already");
        var unable = unable(offer, wish);
        if (unable.isPresent()) return Told.refused(unable.get());
        var distrust = servers.objectionToCalling(receiver);
        if (distrust.isPresent()) return distrusted(distrust.get());
        if (manner.bent(ShareEnds.class).isEmpty()
                && wish.expiry().filter(at -> !ports.time().now().isBefore(at)).isPresent())
            return Told.refused("the share would have expired before it began");
        return switch (peers.find(receiver, "share", wish.server().flatMap(Scheme::of))) {
            case Lookup.Failed(var why, var _) -> Told.refused("nothing was shared: " + why);
            case Lookup.Found(var peer) -> {
                var objection = objection(offer, wish, peer);
                yield objection.isPresent()
                        ? Told.refused("nothing was shared: " + objection.get())
                        : announce(offer, wish, receiver, peer);
            }
        };
    }

    /** Some products share a thing once with the same party. */
    private boolean stands(String user, String path, String recipient) {
        return manner.bent(ShareSendAgain.class).isPresent()
                && shares.of(user).stream()
                        .anyMatch(s -> s.path().equals(path) && s.shareWith().equals(recipient));
    }

    /** What nobody can share with this product. */
    private Optional<String> unable(Offer offer, ShareWish wish) {
        var sends = manner.bent(ShareSends.class);
        if (sends.isEmpty()) return Optional.empty();
        var types = sends.get().types();
        if (!types.isEmpty() && !types.contains(offer.type().word()))
            return Optional.of("no " + offer.type().word() + " can be shared here");
        var words = wish.permissions().words();
        var permissions = sends.get().permissions();
        return permissions.isEmpty() || permissions.containsAll(words) && !words.isEmpty()
                ? Optional.empty()
                : Optional.of("shares are for " + String.join(", ", permissions) + " here");
    }

    /** Whom a user means who shares with contacts only. */
    private OcmAddress contact(String user, String name) {
        var contact = contacts.called(user, name);
        if (contact.isEmpty()) throw new NotWellFormed("recipient", name, "a contact, and shares go to contacts only");
        return OcmAddress.parseLeniently(contact.get().address());
    }

    private Told<SentShare> distrusted(String why) {
        ports.witness().decided("share", "not announced", why);
        return Told.refused("nothing was shared: " + why);
    }

    /** What the receiving server demands and this one cannot give, or what it does not take. */
    private Optional<String> objection(Offer offer, ShareWish wish, Peer peer) {
        var heeds = manner.bent(ShareSendHeeds.class);
        if (heeds.isPresent()) return objection(offer, wish, peer, heeds.get().parts());
        return objection(offer, wish, peer, List.of("criteria", "capabilities", "types"));
    }

    private Optional<String> objection(Offer offer, ShareWish wish, Peer peer, List<String> heeds) {
        var demanded = heeds.contains("criteria")
                ? demanded(offer, wish, peer)
                : heeds.contains("exchange") ? exchangeMissing(peer) : Optional.<String>empty();
        if (demanded.isPresent()) return demanded;
        var factor = wish.secondFactor() ? factorObjection(peer) : Optional.<String>empty();
        if (factor.isPresent()) return factor;
        if (heeds.contains("types")
                && !peer.takes(offer.type().word(), wish.shareType().word()))
            return Optional.of("%s takes no %s for a %s"
                    .formatted(
                            peer.host(), offer.type().word(), wish.shareType().word()));
        return Optional.empty();
    }

    private Optional<String> demanded(Offer offer, ShareWish wish, Peer peer) {
        var exchange = exchangeObjection(peer);
        if (exchange.isPresent()) return exchange;
        var unsigned = courier.objection(peer);
        if (unsigned.isPresent()) return unsigned;
        if (peer.demands(Criterion.INVITE) && !contacts.knows(offer.user(), addressee(offer, wish)))
            return Optional.of(peer.host() + " takes shares only after an invite, and " + addressee(offer, wish)
                    + " is no contact");
        return Optional.empty();
    }

    /** Where one of the two demands the exchange, both must be able to do it, in words that the other has. */
    private Optional<String> exchangeObjection(Peer peer) {
        var missing = exchangeMissing(peer);
        if (missing.isPresent() || !mustExchange(peer)) return missing;
        return towards(peer).words().require(Requirement.TOKEN_EXCHANGE)
                ? Optional.empty()
                : Optional.of(peer.host() + " has to exchange tokens, and does not speak a version that has them");
    }

    private Optional<String> exchangeMissing(Peer peer) {
        if (peer.demands(Criterion.TOKEN_EXCHANGE) && !manner.offersTokens())
            return Optional.of(peer.host() + " demands token exchange, which this server cannot do");
        return mustExchange(peer) && !peer.can(Capability.EXCHANGE_TOKEN)
                ? Optional.of(peer.host() + " cannot exchange tokens, which this server demands")
                : Optional.empty();
    }

    /** A second factor is required only of a server that says that it can ask for it (OCM-SHARE-64). */
    private Optional<String> factorObjection(Peer peer) {
        if (!peer.can(Capability.ENFORCE_MFA))
            return Optional.of(peer.host() + " cannot ask its people for a second factor");
        return towards(peer).words().require(Requirement.MFA)
                ? Optional.empty()
                : Optional.of(peer.host() + " does not speak a version that can require a second factor");
    }

    private static List<Requirement> requirements(StoredSent share) {
        var requirements = new ArrayList<Requirement>();
        if (share.exchange()) requirements.add(Requirement.TOKEN_EXCHANGE);
        if (share.secondFactor()) requirements.add(Requirement.MFA);
        return requirements;
    }

    private boolean mustExchange(Peer peer) {
        return peer.demands(Criterion.TOKEN_EXCHANGE) || manner.sharesForTokensOnly();
    }

    private Told<SentShare> announce(Offer offer, ShareWish wish, ServerHost receiver, Peer peer) {
        var dialect = towards(peer);
        var share = new StoredSent(
                ports.secrets().text(Purpose.SHARE_ID, 12),
                offer.user(),
                wish.path(),
                addressee(offer, wish),
                receiver.toString(),
                wish.shareType(),
                offer.type(),
                wish.permissions().words(),
                ports.secrets().text(Purpose.SHARED_SECRET, 32),
                wish.expiry().map(Instant::toString).orElse(""),
                SentShare.State.UNCLEAR, // until answered: after a crash in between nobody knows
                mustExchange(peer),
                exchangeable(peer) && dialect.tokens().equals(Optional.of(TokenForm.JSON)),
                wish.secondFactor());
        shares.add(share);
        var errand = errand(share, offer).and("share", () -> Errand.values("typed", wish.shareWith()));
        var exchange = courier.post(peer, errand, dialect.share(announcement(share, offer, peer)));
        return switch (exchange) {
            case Exchange.Replied(var reply)
            when courier.succeeded("share", reply, dialect.succeeded(reply)) -> announced(share);
            case Exchange.Replied(var reply) -> refused(share, receiver, reply);
            case Exchange.Refused _, Exchange.TlsFailed _ -> failed(share, receiver, exchange);
            case Exchange.Reset(var after, var _) -> lost(share, receiver, exchange, after);
            case Exchange.TimedOut(var after, var _) -> lost(share, receiver, exchange, after);
        };
    }

    /** A later server that does not say that it takes protocols one by one gets the form that all take. */
    private Dialect towards(Peer peer) {
        var dialect = manner.towards(Family.SHARE, peer.apiVersion());
        return peer.takesProtocolObject()
                        || manner.reading() == Reading.OWN
                        || manner.bent(DialectSpeaks.class).isPresent()
                ? dialect
                : dialect.withoutProtocolObject();
    }

    private ShareAnnouncement announcement(StoredSent share, Offer offer, Peer peer) {
        var name = share.path().substring(share.path().lastIndexOf('/') + 1);
        return new ShareAnnouncement(
                share.recipient(),
                name,
                new ShareId(share.id()),
                new OcmAddress(share.user(), own),
                offer.displayName(),
                share.shareType(),
                share.resourceType(),
                share.expiry(),
                new SharedSecret(share.secret()),
                share.granted(),
                new Endpoint(origin, manner.paths().mount()).below(share.id()),
                peer.takesUri(share.resourceType().word()),
                offer.size(),
                requirements(share),
                exchangeable(peer));
    }

    private Errand errand(StoredSent share, Offer offer) {
        return Errand.of("share").and("share", () -> share.facts()).and("user", () -> user(share, offer));
    }

    private Map<String, String> user(StoredSent share, Offer offer) {
        return Errand.values(
                "id",
                share.user(),
                "name",
                offer.displayName(),
                "address",
                share.user() + "@" + own,
                "seed",
                manner.seed(share.user() + "@" + own));
    }

    private boolean exchangeable(Peer peer) {
        return peer.can(Capability.EXCHANGE_TOKEN) && manner.offersTokens();
    }

    private Told<SentShare> announced(StoredSent share) {
        ports.witness().decided("share", "announced", "received by " + share.receiver());
        shares.settle(share.id());
        var now = shares.get(share.id());
        if (now.isEmpty()) takeBack(share);
        return Told.done(now.orElse(share).seen(), share.path() + " is shared with " + share.shareWith());
    }

    private Told<SentShare> refused(StoredSent share, ServerHost host, WireReply reply) {
        if (manner.bent(ShareSendKeeps.class).isPresent()) {
            ports.witness()
                    .decided("share", "refused with " + reply.status(), "by " + host + "; it stands all the same");
            shares.settle(share.id());
            return Told.refused(host + " refused the share with " + reply.status());
        }
        shares.remove(share);
        ports.witness().decided("share", "refused with " + reply.status(), "by " + host);
        return Told.refused(host + " refused the share with " + reply.status());
    }

    private Told<SentShare> failed(StoredSent share, ServerHost host, Exchange exchange) {
        if (!manner.bent(ShareSendKeeps.class).map(ShareSendKeeps::shares).equals(Optional.of("all")))
            shares.remove(share);
        return Told.refused("nothing was shared: " + host + " " + exchange.words());
    }

    private Told<SentShare> lost(StoredSent share, ServerHost host, Exchange exchange, boolean afterSending) {
        if (!afterSending) return failed(share, host, exchange);
        if (shares.get(share.id()).isEmpty()) takeBack(share);
        return new Told.Unclear<>(host + " " + exchange.words());
    }

    public List<SentShare> of(String user) {
        return shares.all(user);
    }

    /** Access ends at once; the other server is told as soon as it can be. */
    public Told<Nothing> unshare(String user, String id) {
        var share = shares.get(id).filter(s -> s.user().equals(user));
        if (share.isEmpty()) return Told.refused("there is no such share");
        shares.remove(share.get());
        takeBack(share.get());
        return Told.done(
                Nothing.NOTHING,
                share.get().path() + " is no longer shared with " + share.get().shareWith());
    }

    /** What the recipient may do from now on: enforced here at once; the other server is told, where it can be. */
    public Told<Nothing> changePermissions(String user, String id, Permissions permissions) {
        var changed = shares.get(id)
                .filter(s -> s.user().equals(user))
                .flatMap(_ -> shares.change(id, s -> Optional.of(s.with(granted(s, permissions)))));
        if (changed.isEmpty()) return Told.refused("there is no such share");
        ports.witness().changed("sent-share-permissions", id, "-", permissions.toString());
        var notice = changed.get().notice(Notice.Type.SHARE_CHANGE_PERMISSION, own, "other permissions");
        news.tell(changed.get().receiver(), notice.with(permissions));
        return Told.done(Nothing.NOTHING, changed.get().path() + " is shared for " + permissions);
    }

    /** Some products take rights away from what was shared, and give none. */
    private Permissions granted(StoredSent share, Permissions wanted) {
        if (manner.bent(ShareSendChanges.class).isEmpty()) return wanted;
        var before = share.granted();
        return new Permissions(
                before.read() && wanted.read(), before.write() && wanted.write(), before.share() && wanted.share());
    }

    /** Told again after an announcement that was still under way: the news may have come first, to a server without it. */
    private void takeBack(StoredSent share) {
        news.tell(share.receiver(), share.notice(Notice.Type.SHARE_UNSHARED, own, "no longer shared"));
    }

    /** Changes when the share ends; no notification exists for that, this server enforces it. */
    public Told<Nothing> setExpiry(String user, String id, Optional<Instant> expiry) {
        var changed = shares.get(id)
                .filter(s -> s.user().equals(user))
                .flatMap(_ -> shares.change(id, s -> Optional.of(s.until(expiry))));
        if (changed.isEmpty()) return Told.refused("there is no such share");
        ports.witness()
                .changed(
                        "sent-share-expiry",
                        id,
                        "-",
                        expiry.map(Instant::toString).orElse("never"));
        return Told.done(
                Nothing.NOTHING,
                "the share ends " + expiry.map(Instant::toString).orElse("never"));
    }

    /** Ends everything a user had shared, as when the account is deleted. */
    public void forget(String user) {
        shares.of(user).forEach(share -> unshare(user, share.id()));
    }
}
