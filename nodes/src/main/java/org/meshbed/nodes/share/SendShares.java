package org.meshbed.nodes.share;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.meshbed.nodes.dialect.Capability;
import org.meshbed.nodes.dialect.Criterion;
import org.meshbed.nodes.dialect.Dialect;
import org.meshbed.nodes.dialect.Notice;
import org.meshbed.nodes.dialect.Reading;
import org.meshbed.nodes.dialect.Requirement;
import org.meshbed.nodes.dialect.ShareAnnouncement;
import org.meshbed.nodes.dialect.TokenForm;
import org.meshbed.nodes.discovery.Courier;
import org.meshbed.nodes.discovery.Deliveries;
import org.meshbed.nodes.discovery.Deliveries.Delivery;
import org.meshbed.nodes.discovery.Lookup;
import org.meshbed.nodes.discovery.Peer;
import org.meshbed.nodes.discovery.Peers;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.identity.ShareId;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.identity.SharedSecret;
import org.meshbed.nodes.invite.Contacts;
import org.meshbed.nodes.party.Contact;
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
import org.meshbed.nodes.vendor.quirk.SendQuirk.SendAttempts;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareEnds;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareReshares;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareSendAddresses;
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
    private final Deliveries deliveries;
    private final Contacts contacts;
    private final ServerList servers;
    private final SentShares shares;
    private final News news;
    private final Origin origin;
    private final ServerHost own;
    /** In memory alone: after a restart only contacts are found. */
    private final Map<String, LookedUp> lookedUp = new ConcurrentHashMap<>();

    public SendShares(
            Ports ports,
            Manner manner,
            Peers peers,
            Courier courier,
            Deliveries deliveries,
            Contacts contacts,
            ServerList servers,
            SentShares shares,
            News news,
            Origin origin) {
        this.ports = ports;
        this.manner = manner;
        this.peers = peers;
        this.courier = courier;
        this.deliveries = deliveries;
        this.contacts = contacts;
        this.servers = servers;
        this.shares = shares;
        this.news = news;
        this.origin = origin;
        this.own = origin.host();
    }

    /** Shares one of the user's own files or folders. */
    public Told<SentShare> share(Offer offer, ShareWish wish) {
        try {
            if (wish.server().isEmpty()) {
                var typed = typed(offer, wish);
                return share(offer, wish, typed.address(), Beside.typed(typed.text()));
            }
            var server =
                    OcmAddress.parseLeniently("somebody@" + wish.server().get()).host();
            return share(offer, wish, new OcmAddress(wish.shareWith(), server), Beside.NOTHING);
        } catch (NotWellFormed e) {
            return Told.refused(e.getMessage());
        }
    }

    /** Shares what was received, as if it were here; {@code owner}: whose it is. */
    Told<SentShare> onward(Offer offer, ShareWish wish, String owner) {
        try {
            var typed = typed(offer, wish);
            return share(offer, wish, typed.address(), Beside.onward(typed.text(), owner));
        } catch (NotWellFormed e) {
            return Told.refused(e.getMessage());
        }
    }

    /** Whether somebody is found whom a user calls so. */
    boolean finds(String user, String name) {
        return contacts.called(user, name).or(() -> remembered(user, name)).isPresent();
    }

    private Typed typed(Offer offer, ShareWish wish) {
        var asTyped = wish.shareWith();
        var contactsOnly = manner.bent(PartyContacts.class)
                .flatMap(PartyContacts::recipients)
                .isPresent();
        if (contactsOnly) return new Typed(asTyped, contact(offer.user(), asTyped));
        return manner.bent(PartyAddresses.class).isPresent()
                ? new Typed(asTyped, OcmAddress.parseAtFirst(asTyped))
                : Typed.read(asTyped, manner.bent(ShareSendAddresses.class));
    }

    /** The address in its usual form; where the server was named apart, what was typed. */
    private static String addressee(ShareWish wish, OcmAddress recipient) {
        return wish.server().isPresent() ? wish.shareWith() : recipient.toString();
    }

    /** The same for somebody who asked to share on: {@code beside} says who. */
    Told<SentShare> share(Offer offer, ShareWish wish, OcmAddress recipient, Beside beside) {
        var self = selfObjection(offer, wish, recipient)
                .or(() -> unable(offer, wish))
                .or(() -> againObjection(offer, wish, recipient));
        if (self.isPresent()) return Told.refused(self.get());
        var receiver = recipient.host();
        var distrust = servers.objectionToCalling(receiver);
        if (distrust.isPresent()) return distrusted(distrust.get());
        if (manner.bent(ShareEnds.class).filter(ShareEnds::never).isEmpty()
                && wish.expiry().filter(at -> !ports.time().now().isBefore(at)).isPresent())
            return Told.refused("the share would have expired before it began");
        var attempts = deliveries.own();
        if (attempts.isPresent()) return deliver(attempts.get(), offer, wish, recipient, beside);
        return switch (peers.find(receiver, "share", wish.server().flatMap(Scheme::of))) {
            case Lookup.Failed(var why, var _) -> Told.refused("nothing was shared: " + why);
            case Lookup.Found(var peer) -> {
                var objection = objection(offer, addressee(wish, recipient), wish, peer);
                yield objection.isPresent()
                        ? Told.refused("nothing was shared: " + objection.get())
                        : announce(offer, wish, recipient, peer, beside);
            }
        };
    }

    private Optional<String> selfObjection(Offer offer, ShareWish wish, OcmAddress recipient) {
        if (!recipient.host().equals(own)) return Optional.empty();
        var way = manner.bent(ShareSendToItself.class).map(ShareSendToItself::share);
        var fine = way.isPresent()
                && (way.get().equals("sent") || !recipient.identifier().equals(offer.user()));
        return fine ? Optional.empty() : Optional.of(addressee(wish, recipient) + " is at this very server");
    }

    private Optional<String> againObjection(Offer offer, ShareWish wish, OcmAddress recipient) {
        if (manner.bent(ShareSendAgain.class).isEmpty()) return Optional.empty();
        return shares.of(offer.user()).stream()
                .filter(s -> s.path().equals(wish.path()) && s.recipient().equals(recipient))
                .map(_ -> wish.path() + " is shared with " + recipient + " already")
                .findFirst();
    }

    /** A share as if it had been made long ago. */
    public Restored restore(String user, String path, String shareWith, Permissions permissions, boolean accepted) {
        var share = new StoredSent(
                ports.secrets().text(Purpose.SHARE_ID, 12),
                user,
                path,
                shareWith,
                OcmAddress.parseLeniently(shareWith).host().toString(),
                ShareType.USER,
                path.endsWith("/") ? ResourceType.FOLDER : ResourceType.FILE,
                permissions.words(),
                ports.secrets().text(Purpose.SHARED_SECRET, 32),
                "",
                accepted ? SentShare.State.ACCEPTED : SentShare.State.PENDING,
                false,
                false,
                false,
                Beside.NOTHING);
        shares.add(share);
        return new Restored(share.id(), share.secret());
    }

    /** In the manner of products that try several times at once. */
    private Told<SentShare> deliver(
            SendAttempts how, Offer offer, ShareWish wish, OcmAddress recipient, Beside beside) {
        var share = new StoredSent(
                ports.secrets().text(Purpose.SHARE_ID, 12),
                offer.user(),
                wish.path(),
                recipient.toString(),
                recipient.host().toString(),
                wish.shareType(),
                offer.type(),
                wish.permissions().words(),
                ports.secrets().text(Purpose.SHARED_SECRET, 32),
                wish.expiry().map(Instant::toString).orElse(""),
                SentShare.State.UNCLEAR,
                false,
                false,
                wish.secondFactor(),
                beside);
        shares.add(share);
        var delivery = deliveries.send(
                how,
                recipient.host(),
                errand(share, offer),
                (peer, dialect) -> Optional.of(dialect.share(announcement(share, offer, peer))));
        return switch (delivery) {
            case Delivery.Done(var _) -> announced(share);
            case Delivery.Not(var why, var _) -> {
                shares.remove(share);
                ports.witness().decided("share", "not announced", why);
                yield Told.refused("nothing was shared: " + why);
            }
        };
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
        var contact = contacts.called(user, name).or(() -> remembered(user, name));
        if (contact.isEmpty()) throw new NotWellFormed("recipient", name, "a contact, and shares go to contacts only");
        lookedUp.put(
                user + "\n" + name, new LookedUp(contact.get(), ports.time().now()));
        return OcmAddress.parseLeniently(contact.get().address());
    }

    private record LookedUp(Contact contact, Instant at) {}

    /** Somebody who is no contact any more, where that is not noticed for a while. */
    private Optional<Contact> remembered(String user, String name) {
        var longest = manner.bent(PartyContacts.class).flatMap(PartyContacts::remembered);
        return Optional.ofNullable(lookedUp.get(user + "\n" + name))
                .filter(it -> longest.filter(
                                l -> ports.time().now().isBefore(it.at().plus(l)))
                        .isPresent())
                .map(LookedUp::contact);
    }

    private Told<SentShare> distrusted(String why) {
        ports.witness().decided("share", "not announced", why);
        return Told.refused("nothing was shared: " + why);
    }

    /** What the receiving server demands and this one cannot give, or what it does not take. */
    private Optional<String> objection(Offer offer, String to, ShareWish wish, Peer peer) {
        var heeds = manner.bent(ShareSendHeeds.class);
        if (heeds.isPresent())
            return objection(offer, to, wish, peer, heeds.get().parts());
        return objection(offer, to, wish, peer, List.of("criteria", "capabilities", "types"));
    }

    private Optional<String> objection(Offer offer, String to, ShareWish wish, Peer peer, List<String> heeds) {
        var demanded = heeds.contains("criteria")
                ? demanded(offer, to, wish, peer)
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

    private Optional<String> demanded(Offer offer, String to, ShareWish wish, Peer peer) {
        var exchange = exchangeObjection(peer);
        if (exchange.isPresent()) return exchange;
        var unsigned = courier.objection(peer);
        if (unsigned.isPresent()) return unsigned;
        if (peer.demands(Criterion.INVITE) && !contacts.knows(offer.user(), to))
            return Optional.of(peer.host() + " takes shares only after an invite, and " + to + " is no contact");
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

    private Told<SentShare> announce(Offer offer, ShareWish wish, OcmAddress recipient, Peer peer, Beside beside) {
        var receiver = recipient.host();
        var dialect = towards(peer);
        var share = new StoredSent(
                ports.secrets().text(Purpose.SHARE_ID, 12),
                offer.user(),
                wish.path(),
                addressee(wish, recipient),
                receiver.toString(),
                wish.shareType(),
                offer.type(),
                wish.permissions().words(),
                ports.secrets().text(Purpose.SHARED_SECRET, 32),
                wish.expiry().map(Instant::toString).orElse(""),
                SentShare.State.UNCLEAR, // until answered: after a crash in between nobody knows
                mustExchange(peer),
                exchangeable(peer) && dialect.tokens().equals(Optional.of(TokenForm.JSON)),
                wish.secondFactor(),
                beside);
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
        if (share.get().beside().owner().isEmpty()) takeBack(share.get());
        else undo(share.get());
        return Told.done(
                Nothing.NOTHING,
                share.get().path() + " is no longer shared with " + share.get().shareWith());
    }

    /** What the recipient may do from now on: enforced here at once; the other server is told, where it can be. */
    public Told<Nothing> changePermissions(String user, String id, Permissions permissions) {
        var changed = shares.get(id)
                .filter(s -> s.user().equals(user))
                .flatMap(_ -> shares.change(id, s -> Optional.of(changed(s, permissions))));
        if (changed.isEmpty()) return Told.refused("there is no such share");
        ports.witness().changed("sent-share-permissions", id, "-", permissions.toString());
        var notice = changed.get().notice(Notice.Type.SHARE_CHANGE_PERMISSION, own, "other permissions");
        tellPermissions(changed.get(), notice.with(permissions));
        return Told.done(Nothing.NOTHING, changed.get().path() + " is shared for " + permissions);
    }

    /** Some products say that a share permits more than before, and still permit no more than when it was made. */
    private StoredSent changed(StoredSent share, Permissions wanted) {
        var first =
                !share.beside().bounded() && manner.bent(ShareSendChanges.class).isPresent();
        return (first ? share.with(share.beside().atMost(share.granted())) : share).with(wanted);
    }

    /** Products that track what is shared on tell nobody else: a recipient sees it when it looks. */
    private void tellPermissions(StoredSent share, Notice notice) {
        var owner = share.beside().owner();
        if (manner.bent(ShareReshares.class).filter(ShareReshares::tracked).isEmpty())
            news.tell(share.recipient().host(), notice);
        else if (!owner.isEmpty())
            news.tell(ServerHost.parse(owner), notice.about(share.beside().ownerId()));
    }

    /** The third server is told, and that of the owner, twice: once for the share, once for its recipient. */
    private void undo(StoredSent share) {
        var id = share.beside().ownerId();
        var owner = ServerHost.parse(share.beside().owner());
        news.tell(
                share.recipient().host(),
                share.notice(Notice.Type.SHARE_UNSHARED, own, "no longer shared")
                        .about(id));
        for (var times = 0; times < 2; times++)
            news.tell(
                    owner,
                    share.notice(Notice.Type.RESHARE_UNDO, own, "no longer shared")
                            .about(id));
    }

    boolean isHere(OcmAddress address) {
        return address.host().equals(own);
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
