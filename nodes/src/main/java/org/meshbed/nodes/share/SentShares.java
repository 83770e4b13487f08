package org.meshbed.nodes.share;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.invite.Contacts;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.port.Table;
import org.meshbed.nodes.port.Time;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.token.Codes;
import org.meshbed.nodes.token.IssuedTokens;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessTokens;
import org.meshbed.nodes.vendor.quirk.Facts;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareEnds;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareFollows;

/** The shares that users of this node made, found by id and by secret. What expired is gone. */
public final class SentShares implements Codes {
    private final Table<StoredSent> shares;
    private final Table<String> bySecret;
    private final Table<StoredSent> given;
    private final IssuedTokens tokens;
    private final Manner manner;
    private final Contacts contacts;
    private final Function<String, Map<String, String>> people;
    private final Time time;
    private final Witness witness;

    /** {@code people}: what templates may say of a user of this node. */
    public SentShares(
            Ports ports,
            Manner manner,
            Contacts contacts,
            Function<String, Map<String, String>> people,
            IssuedTokens tokens) {
        this.people = people;
        this.given = new Table<>(ports.store(), "sent-shares-by-token", StoredSent.class);
        this.manner = manner;
        this.contacts = contacts;
        this.shares = new Table<>(ports.store(), "sent-shares", StoredSent.class);
        this.bySecret = new Table<>(ports.store(), "sent-shares-by-secret", String.class);
        this.tokens = tokens;
        this.time = ports.time();
        this.witness = ports.witness();
    }

    void add(StoredSent share) {
        shares.put(share.id(), share);
        bySecret.put(share.secret(), share.id());
        witness.changed("sent-share", share.id(), "-", word(share.state()));
    }

    Optional<StoredSent> get(String id) {
        return shares.get(id).filter(this::current);
    }

    private boolean current(StoredSent share) {
        return manner.bent(ShareEnds.class).isPresent() || share.currentAt(time.now());
    }

    /** Its owner moved something: what was shared of it is found at its new place. */
    public void moved(String user, String from, String to) {
        if (manner.bent(ShareFollows.class).isEmpty()) return;
        for (var share : of(user))
            if (share.path().equals(from) || share.path().startsWith(from + "/"))
                change(share.id(), s -> Optional.of(s.at(to + s.path().substring(from.length()))));
    }

    /** Whether nothing is there any more of a share that stands all the same. */
    boolean emptied(StoredSent share) {
        return manner.bent(ShareEnds.class).filter(q -> !q.never()).isPresent() && !share.currentAt(time.now());
    }

    Optional<StoredSent> bySecret(String secret) {
        return bySecret.get(secret).flatMap(this::get);
    }

    /** The code of a share is its secret; in the words of 1.0 there is none. */
    @Override
    public Optional<Coded> find(String code) {
        return bySecret(code)
                .map(s -> new Coded(
                        s.id(), s.receiver(), s.byCode(), s.state() != SentShare.State.DECLINED, acquainted(s)));
    }

    /** Whether the recipient of a share is a contact of its user. */
    boolean acquainted(StoredSent share) {
        return contacts.knows(share.user(), share.shareWith());
    }

    @Override
    public void given(String share, String token) {
        if (tokensStand()) get(share).ifPresent(s -> given.put(token, s));
    }

    /** The share as it was when a token was given out for it that still opens it. */
    Optional<StoredSent> asGiven(String token) {
        return given.get(token).filter(s -> tokens.opens(s.id(), token));
    }

    /** Whether tokens outlive what became of their share. */
    boolean tokensStand() {
        return manner.bent(AccessTokens.class).flatMap(AccessTokens::opens).isPresent();
    }

    @Override
    public Facts facts(String share) {
        return get(share).map(this::facts).orElse(Facts.NONE);
    }

    private Facts facts(StoredSent share) {
        var values = new LinkedHashMap<>(share.facts());
        contacts.of(share.user()).stream()
                .filter(c -> c.address().equals(share.shareWith()))
                .findFirst()
                .ifPresent(c -> {
                    values.put("recipient-name", c.name());
                    values.put("recipient-email", c.email());
                });
        return Facts.NONE.and("share", values).and("user", sharer(share));
    }

    /** What templates may say of whoever shares something. */
    Map<String, String> sharer(StoredSent share) {
        return people.apply(share.user());
    }

    List<StoredSent> of(String user) {
        return shares.all().stream()
                .filter(s -> s.user().equals(user) && current(s) && !emptied(s))
                .toList();
    }

    /** The shares of one user. */
    public List<SentShare> all(String user) {
        return of(user).stream().map(StoredSent::seen).toList();
    }

    /** Every share there is, for those who look at the state of the node. */
    public List<SentShare> all() {
        return shares.all().stream()
                .filter(s -> current(s) && !emptied(s))
                .map(StoredSent::seen)
                .toList();
    }

    Optional<StoredSent> change(String id, Function<StoredSent, Optional<StoredSent>> change) {
        return shares.change(id, change);
    }

    /** Deleted by hand; answers whether it was there. */
    public boolean forget(String id) {
        var share = get(id);
        share.ifPresent(this::remove);
        return share.isPresent();
    }

    /** The other server has taken the announcement; what its recipient said meanwhile counts more. */
    void settle(String id) {
        var settled = change(
                id,
                s -> s.state() == SentShare.State.UNCLEAR
                        ? Optional.of(s.in(SentShare.State.PENDING))
                        : Optional.empty());
        if (settled.isPresent())
            witness.changed("sent-share", id, word(SentShare.State.UNCLEAR), word(SentShare.State.PENDING));
    }

    void remove(StoredSent share) {
        if (shares.get(share.id()).isEmpty()) return;
        shares.remove(share.id());
        bySecret.remove(share.secret());
        if (!tokensStand()) tokens.end(share.id());
        witness.changed("sent-share", share.id(), word(share.state()), "-");
    }

    /** The recipient's server says that the share was accepted or declined. */
    public Heard heard(String id, Claim claim, SentShare.State state) {
        var share = get(id);
        if (share.isEmpty()) return Heard.UNKNOWN_SHARE;
        if (!claim.believed(share.get().receiver(), share.get().secret())) return Heard.NOT_THE_RECIPIENTS_SERVER;
        become(id, state);
        return Heard.DONE;
    }

    /** The recipient does not want it: then it is gone here, too, where the vendor keeps no such share. */
    public Heard declined(String id, Claim claim) {
        var heard = heard(id, claim, SentShare.State.DECLINED);
        if (heard == Heard.DONE) get(id).ifPresent(this::remove);
        return heard;
    }

    /** Whoever has the secret may lower what the share permits, and not raise it. */
    public Heard lowered(String id, Claim claim, Permissions wanted) {
        var share = get(id);
        if (share.isEmpty()) return Heard.UNKNOWN_SHARE;
        if (!claim.secret().map(share.get().secret()::equals).orElse(false)) return Heard.NOT_THE_RECIPIENTS_SERVER;
        var changed = change(id, s -> Optional.of(s.with(s.granted().within(wanted))));
        changed.ifPresent(s -> witness.changed(
                "sent-share-permissions",
                id,
                share.get().granted().toString(),
                s.granted().toString()));
        return Heard.DONE;
    }

    /** The same where an answer is final: the other one after it is refused. */
    public Heard heardOnce(String id, Claim claim, SentShare.State state) {
        var other = state == SentShare.State.ACCEPTED ? SentShare.State.DECLINED : SentShare.State.ACCEPTED;
        var share = get(id);
        return share.filter(s -> s.state() == other && claim.believed(s.receiver(), s.secret()))
                        .isPresent()
                ? Heard.CONTRADICTS
                : heard(id, claim, state);
    }

    /** A reshare is given up by whoever asked for it: known by its secret, since the share is with somebody else. */
    public Heard undone(String id, Claim claim) {
        var share = get(id);
        if (share.isEmpty()) return Heard.UNKNOWN_SHARE;
        if (!claim.secret().map(share.get().secret()::equals).orElse(false)) return Heard.NOT_THE_RECIPIENTS_SERVER;
        remove(share.get());
        return Heard.DONE;
    }

    /**
     * A recipient at another server is no more: nobody can open what was shared with it. It stays in its owner's list as
     * declined, which is what an older server says instead, before or after.
     */
    public void recipientGone(OcmAddress recipient, ShareType shareType) {
        shares.all().stream()
                .filter(s -> s.shareType() == shareType && s.recipient().equals(recipient))
                .forEach(s -> become(s.id(), SentShare.State.DECLINED));
    }

    private void become(String id, SentShare.State state) {
        var before = get(id);
        var changed = change(id, s -> s.state() == state ? Optional.empty() : Optional.of(s.in(state)));
        if (before.isPresent() && changed.isPresent())
            witness.changed("sent-share", id, word(before.get().state()), word(state));
    }

    /** Who the share is with, for messages about it. */
    public Optional<OcmAddress> recipient(String id) {
        return get(id).map(StoredSent::recipient);
    }

    static String word(Enum<?> state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }
}
