package org.meshbed.nodes.share;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.dialect.Refusal.Invalid;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Field;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareReshares;

/**
 * A recipient asks to share on. Where the share allows that, this server makes a new share straight to the third party;
 * the recipient's server has no part in it from then on (draft-ietf-ocm-open-cloud-mesh-07, Resharing). The answer is
 * given when the third party's server has answered, so that whoever asked learns how it went (OCM-RESHARE-14).
 */
public final class Reshares {
    private final Manner manner;
    private final SentShares shares;
    private final SendShares sending;
    private final Belongings belongings;

    public Reshares(Manner manner, SentShares shares, SendShares sending, Belongings belongings) {
        this.manner = manner;
        this.shares = shares;
        this.sending = sending;
        this.belongings = belongings;
    }

    /** How it went: the new share, or why there is none. */
    public sealed interface Outcome {
        record Made(SentShare share, String secret) implements Outcome {}

        record Not(Refusal why) implements Outcome {}
    }

    /** {@code askerId}: of the share that whoever asks keeps of its own, where it says so. */
    public Outcome asked(
            String id, Field<String> shareWith, Field<List<String>> permissions, String askerId, Claim claim) {
        var share = shares.get(id);
        if (share.isEmpty()) return not("share-known", 404, "SHARE_NOT_FOUND", "there is no such share");
        if (!claim.believed(share.get().receiver(), share.get().secret()))
            return not("sender-concerned", 403, "NOT_CONCERNED", "the share is not the sender's affair");
        if (!share.get().granted().share() || share.get().state() == SentShare.State.DECLINED)
            return not("reshare-allowed", 403, "RESHARE_NOT_ALLOWED", "the share does not allow sharing on");
        var third = third(shareWith);
        if (third.isEmpty()) return invalid("shareWith");
        var tracked =
                manner.bent(ShareReshares.class).filter(ShareReshares::tracked).isPresent();
        var beside = Beside.typed(shareWith.value().orElse(""));
        if (!tracked) return make(share.get(), third.get(), permissions, beside);
        return objection(share.get(), third.get())
                .orElseGet(() -> make(
                        share.get(),
                        third.get(),
                        permissions,
                        beside.asked(share.get().shareWith(), askerId)));
    }

    /** Not to the owner, and not to anybody who has it. */
    private Optional<Outcome> objection(StoredSent share, OcmAddress third) {
        if (sending.isHere(third) && third.identifier().equals(share.user()))
            return Optional.of(not("reshare-back", 403, "RESHARE_REFUSED", third + " is the owner"));
        return shares.of(share.user()).stream()
                .filter(s -> s.path().equals(share.path()) && s.recipient().equals(third))
                .findFirst()
                .map(_ -> not("reshare-again", 409, "RESHARE_REFUSED", third + " has it already"));
    }

    private static Optional<OcmAddress> third(Field<String> shareWith) {
        try {
            return shareWith.value().map(OcmAddress::parseLeniently);
        } catch (NotWellFormed e) {
            return Optional.empty();
        }
    }

    /** Nobody gets more than whoever asks has. */
    private static Permissions granted(StoredSent share, Field<List<String>> permissions) {
        var most = share.granted();
        var wanted = permissions.value().map(Permissions::of).orElse(most);
        return new Permissions(
                most.read() && wanted.read(), most.write() && wanted.write(), most.share() && wanted.share());
    }

    private Outcome make(StoredSent share, OcmAddress third, Field<List<String>> wanted, Beside beside) {
        var permissions = granted(share, wanted);
        if (permissions.words().isEmpty()) return invalid("permissions");
        var offer = belongings.offer(share.user(), share.path());
        if (offer.isEmpty()) return not("resource-there", 404, "RESOURCE_NOT_FOUND", "what was shared is gone");
        Optional<Instant> expiry = share.expiry();
        var wish = new ShareWish(
                share.path(), third.toString(), ShareType.USER, permissions, expiry, share.secondFactor());
        return switch (sending.share(offer.get(), wish, third, beside)) {
            case Told.Done<SentShare>(var made, var _) ->
                new Outcome.Made(
                        made, shares.get(made.id()).map(StoredSent::secret).orElse(""));
            case Told.Refused<SentShare>(var words) -> not("reshare-possible", 403, "RESHARE_REFUSED", words);
            case Told.Unclear<SentShare>(var words) -> not("reshare-answered", 503, "RESHARE_UNCLEAR", words);
            case Told.Unsupported<SentShare>(var words) -> not("reshare-possible", 501, "RESHARE_REFUSED", words);
        };
    }

    private static Outcome invalid(String field) {
        return new Outcome.Not(new Refusal(
                "fields-present",
                400,
                "INVALID_REQUEST",
                List.of(new Invalid(field, "INVALID")),
                field + " is missing or wrong"));
    }

    private static Outcome not(String check, int status, String code, String why) {
        return new Outcome.Not(Refusal.of(check, status, code, why));
    }
}
