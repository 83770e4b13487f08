package org.meshbed.nodes.share;

import java.util.Optional;
import org.meshbed.nodes.dialect.Notice;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareReshares;

/**
 * News of shares that were sent, passed on where the share goes with one at the server of whoever asked for it: that
 * server hears what the owner's hears.
 */
public final class Tracked {
    private final Manner manner;
    private final SentShares shares;
    private final News news;
    private final ServerHost own;
    private final Optional<Mounts> mounts;

    public Tracked(Manner manner, SentShares shares, News news, ServerHost own, Optional<Mounts> mounts) {
        this.manner = manner;
        this.shares = shares;
        this.news = news;
        this.own = own;
        this.mounts = mounts;
    }

    public Heard accepted(String id, Claim claim) {
        var share = shares.get(id);
        var heard = shares.heard(id, claim, SentShare.State.ACCEPTED);
        if (heard == Heard.DONE) share.ifPresent(this::look);
        if (heard == Heard.DONE) share.ifPresent(s -> pass(s, Notice.Type.SHARE_ACCEPTED));
        return heard;
    }

    /** {@code removes}: a declined share is no longer listed. */
    public Heard declined(String id, Claim claim, boolean removes) {
        var share = shares.get(id);
        var heard = removes ? shares.declined(id, claim) : shares.heard(id, claim, SentShare.State.DECLINED);
        if (heard == Heard.DONE) share.ifPresent(this::look);
        if (heard == Heard.DONE) share.ifPresent(s -> pass(s, Notice.Type.SHARE_DECLINED));
        return heard;
    }

    /** Whoever has the secret lowers what the share permits; who wants more than it does is not told no. */
    public Heard lowered(String id, Claim claim, Permissions wanted) {
        var before = shares.get(id);
        var heard = shares.lowered(id, claim, wanted);
        if (heard == Heard.DONE
                && before.filter(s -> s.granted().within(wanted).equals(wanted)).isPresent())
            shares.get(id).ifPresent(s -> pass(s, Notice.Type.SHARE_CHANGE_PERMISSION, wanted));
        return heard;
    }

    /** The same, for shares that somebody asked for, and no others. */
    public Heard loweredReshare(String id, Claim claim, Permissions wanted) {
        var reshare = shares.get(id).filter(s -> s.beside().whoAsked().isPresent());
        return reshare.isEmpty() ? Heard.UNKNOWN_SHARE : lowered(id, claim, wanted);
    }

    /** What was shared on is looked at, where it is mounted. */
    private void look(StoredSent share) {
        if (!share.beside().owner().isEmpty()) mounts.ifPresent(m -> m.concerned(share.user(), share.path()));
    }

    private void pass(StoredSent share, Notice.Type type) {
        whoAsked(share, type).ifPresent(n -> news.tell(host(share), n));
    }

    private void pass(StoredSent share, Notice.Type type, Permissions permissions) {
        whoAsked(share, type).ifPresent(n -> news.tell(host(share), n.with(permissions)));
    }

    private Optional<Notice> whoAsked(StoredSent share, Notice.Type type) {
        if (share.beside().whoAsked().isEmpty()
                || manner.bent(ShareReshares.class)
                        .filter(ShareReshares::tracked)
                        .isEmpty()) return Optional.empty();
        return Optional.of(share.notice(type, own, "news of the share")
                .about(share.beside().askerId()));
    }

    private static ServerHost host(StoredSent share) {
        return share.beside().whoAsked().orElseThrow().host();
    }
}
