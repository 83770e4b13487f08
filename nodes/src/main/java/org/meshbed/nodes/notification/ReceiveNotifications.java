package org.meshbed.nodes.notification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.meshbed.nodes.dialect.Notice;
import org.meshbed.nodes.dialect.NotificationView;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.share.Asks;
import org.meshbed.nodes.share.Claim;
import org.meshbed.nodes.share.Heard;
import org.meshbed.nodes.share.ReceivedShares;
import org.meshbed.nodes.share.Reshares;
import org.meshbed.nodes.share.SentShares;
import org.meshbed.nodes.share.ShareRequests;
import org.meshbed.nodes.share.Tracked;
import org.meshbed.nodes.signature.Signed;
import org.meshbed.nodes.trust.ServerList;
import org.meshbed.nodes.vendor.Checks;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.Received;
import org.meshbed.nodes.vendor.quirk.Facts;
import org.meshbed.nodes.vendor.quirk.Family;
import org.meshbed.nodes.vendor.quirk.NotificationQuirk.NotificationHeeds;
import org.meshbed.nodes.vendor.quirk.NotificationQuirk.NotificationReceiveBelieves;

/**
 * Answers notifications. A server is believed only about shares between it and this one: it names itself by
 * {@code senderDomain}, or shows the share's secret, as servers before 1.5 do.
 */
public final class ReceiveNotifications {
    private final Manner manner;
    private final SentShares sent;
    private final Tracked tracked;
    private final ReceivedShares received;
    private final Reshares reshares;
    private final ShareRequests requests;
    private final Asks asks;
    private final Removals removals;
    private final NotificationChecks questions;
    private final Checks<Examined> checks;
    private final Effects effects;
    private final Witness witness;

    public ReceiveNotifications(
            Manner manner,
            SentShares sent,
            Tracked tracked,
            ReceivedShares received,
            Reshares reshares,
            ShareRequests requests,
            Asks asks,
            Removals removals,
            ServerList servers,
            Witness witness) {
        this.manner = manner;
        this.sent = sent;
        this.tracked = tracked;
        this.received = received;
        this.reshares = reshares;
        this.requests = requests;
        this.asks = asks;
        this.removals = removals;
        this.questions = new NotificationChecks(manner, servers);
        this.checks = new Checks<>(Family.NOTIFICATION, manner, questions.byName());
        this.effects = new Effects(manner);
        this.witness = witness;
    }

    /** Answers a notification. */
    public WireAnswer receive(Received received, Signed signed) {
        var view = manner.receiving(Family.NOTIFICATION).readNotification(received.view(), manner.reading());
        Supplier<Facts> facts = () -> received.facts(manner);
        var told = new Examined(view, received.broken(), signed);
        var refusal = checks.look(told, facts, NotificationChecks.USUAL);
        return refusal.isPresent() ? refused(refusal.get(), facts) : answered(told, facts);
    }

    private WireAnswer answered(Examined told, Supplier<Facts> facts) {
        var view = told.view();
        if (checks.withoutEffect()) return checks.accepted(facts, WireReply.empty(201));
        var made = new LinkedHashMap<String, String>();
        var refusal = heeds(view) ? apply(view, told.verdict().signer(), made) : Optional.<Refusal>empty();
        if (refusal.isPresent()) return refused(refusal.get(), facts);
        Supplier<Facts> more = () -> made.isEmpty() ? facts.get() : facts.get().and("share", made);
        witness.decided(
                "notification",
                "taken",
                view.type().value().orElse("") + " about "
                        + view.share().value().orElse("somebody"));
        return checks.lookAfter(told, facts)
                .map(r -> refused(r, facts))
                .orElseGet(
                        () -> checks.accepted(view.meaning().map(Enum::name).orElse(""), more, WireReply.empty(201)));
    }

    private boolean heeds(NotificationView view) {
        return view.meaning().isPresent()
                && manner.bent(NotificationHeeds.class)
                        .map(q -> q.types().contains(view.meaning().get().name()))
                        .orElse(true);
    }

    /** {@code made}: of a share that was made for it, for the answer. */
    private Optional<Refusal> apply(NotificationView view, Optional<ServerHost> signer, Map<String, String> made) {
        var share = view.share().value().orElse("");
        var claim = questions.claim(view, signer);
        return switch (view.meaning().orElseThrow()) {
            case SHARE_ACCEPTED -> heard(accepted(share, claim));
            case SHARE_DECLINED -> heard(declined(share, claim));
            case SHARE_UNSHARED -> heard(unshared(share, claim));
            case SHARE_CHANGE_PERMISSION -> heard(permitted(view, claim));
            case RESHARE_UNDO -> heard(sent.undone(share, claim));
            case REQUEST_RESHARE ->
                reshared(reshares.asked(share, view.shareWith(), view.permissions(), askerId(view), claim), made);
            case REQUEST_SHARE ->
                requests.asked(new ShareRequests.Asked(
                        view.owner(), view.shareWith(), view.resource(), view.permissions(), claim.sender()));
            case USER_REMOVED, GROUP_REMOVED -> removals.heard(view, claim.sender());
        };
    }

    private static String askerId(NotificationView view) {
        return view.notification()
                .value()
                .flatMap(n -> n.text("senderId").value())
                .orElse("");
    }

    private static Optional<Refusal> reshared(Reshares.Outcome outcome, Map<String, String> made) {
        return switch (outcome) {
            case Reshares.Outcome.Not(var why) -> Optional.of(why);
            case Reshares.Outcome.Made(var share, var secret) -> {
                made.put("id", share.id());
                made.put("secret", secret);
                yield Optional.empty();
            }
        };
    }

    private static Optional<Refusal> heard(Heard heard) {
        return switch (heard) {
            case DONE -> Optional.empty();
            case UNKNOWN_SHARE ->
                Optional.of(Refusal.of("share-known", 404, "SHARE_NOT_FOUND", "there is no such share"));
            case CONTRADICTS ->
                Optional.of(Refusal.of(
                        "answer-fits", 409, "SHARE_STATUS_CONFLICT", "its recipient has answered otherwise before"));
            case NOT_THE_RECIPIENTS_SERVER ->
                Optional.of(
                        Refusal.of("sender-concerned", 403, "NOT_CONCERNED", "the share is not the sender's affair"));
        };
    }

    private Heard accepted(String share, Claim claim) {
        return once() ? sent.heardOnce(share, claim, SentShare.State.ACCEPTED) : tracked.accepted(share, claim);
    }

    private boolean once() {
        return questions
                .believes()
                .flatMap(NotificationReceiveBelieves::answers)
                .isPresent();
    }

    /** Also the answer of an owner who was asked for a share: what was asked for stands in place of the id (AMB-42). */
    private Heard declined(String share, Claim claim) {
        var heard = once()
                ? sent.heardOnce(share, claim, SentShare.State.DECLINED)
                : tracked.declined(share, claim, effects.are(Notice.Type.SHARE_DECLINED, "removes"));
        return heard == Heard.UNKNOWN_SHARE ? asks.declined(share, claim) : heard;
    }

    /** Up to 1.4 the recipient's server may send it too, and means that the recipient left the share (AMB-47). */
    private Heard unshared(String share, Claim claim) {
        var heard = received.unshared(share, claim);
        if (effects.are(Notice.Type.SHARE_UNSHARED, "quiet")) return Heard.DONE;
        var sendersOnly = questions
                .believes()
                .flatMap(NotificationReceiveBelieves::unshared)
                .isPresent();
        return heard == Heard.UNKNOWN_SHARE && !sendersOnly
                ? sent.heard(share, claim, SentShare.State.DECLINED)
                : heard;
    }

    /** Without permissions nothing is said to have changed. */
    private Heard permitted(NotificationView view, Claim claim) {
        var share = view.share().value().orElse("");
        var words = view.permissions().value();
        if (effects.are(Notice.Type.SHARE_CHANGE_PERMISSION, "of-sent"))
            return tracked.lowered(share, claim, Permissions.of(words.orElse(List.of())));
        return words.isPresent()
                ? received.permitted(share, claim, Permissions.of(words.get()))
                : received.permitted(share, claim);
    }

    private WireAnswer refused(Refusal refusal, Supplier<Facts> facts) {
        witness.decided("notification", "refused by " + refusal.check(), refusal.why());
        return checks.refused(
                refusal, facts, manner.receiving(Family.NOTIFICATION).refused(refusal));
    }

    /** Which notifications are about a share that exists, so that its id is needed. */
    static boolean aboutAShare(Notice.Type type) {
        return switch (type) {
            case SHARE_ACCEPTED,
                    SHARE_DECLINED,
                    SHARE_UNSHARED,
                    SHARE_CHANGE_PERMISSION,
                    REQUEST_RESHARE,
                    RESHARE_UNDO -> true;
            case REQUEST_SHARE, USER_REMOVED, GROUP_REMOVED -> false;
        };
    }
}
