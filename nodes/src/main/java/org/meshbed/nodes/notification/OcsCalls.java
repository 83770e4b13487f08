package org.meshbed.nodes.notification;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.meshbed.nodes.dialect.Dialect;
import org.meshbed.nodes.dialect.Dialects;
import org.meshbed.nodes.dialect.Notice;
import org.meshbed.nodes.dialect.OcsEnvelope;
import org.meshbed.nodes.dialect.OcsPermissions;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.discovery.OwnDiscovery;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.port.Testimony;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.protocol.Field;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.resource.Percent;
import org.meshbed.nodes.share.Claim;
import org.meshbed.nodes.share.Heard;
import org.meshbed.nodes.share.ReceiveShares;
import org.meshbed.nodes.share.ReceivedShares;
import org.meshbed.nodes.share.Reshares;
import org.meshbed.nodes.share.SentShares;
import org.meshbed.nodes.share.Tracked;
import org.meshbed.nodes.signature.Signed;
import org.meshbed.nodes.vendor.Checks;
import org.meshbed.nodes.vendor.Errand;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.Received;
import org.meshbed.nodes.vendor.quirk.Family;
import org.meshbed.nodes.vendor.quirk.LegacyQuirk.LegacyEnvelope;

/**
 * The calls of sharing before OCM: one announces a share, the others are news of it. Whoever shows the token of a share
 * is believed about it.
 */
public final class OcsCalls {
    private static final Pattern CALL = Pattern.compile("/ocs/(v[12])\\.php/cloud/shares(?:/([^/]+)/([a-z]+))?/?");

    private final ReceiveShares shares;
    private final SentShares sent;
    private final Tracked tracked;
    private final ReceivedShares received;
    private final Reshares reshares;
    private final Manner manner;
    private final Effects effects;
    private final Checks<Received> checks;
    private final Witness witness;
    private final Dialect dialect = Dialects.OCS;

    public OcsCalls(
            Manner manner,
            ReceiveShares shares,
            SentShares sent,
            Tracked tracked,
            ReceivedShares received,
            Reshares reshares,
            Witness witness) {
        this.manner = manner;
        this.effects = new Effects(manner);
        this.checks = new Checks<>(Family.LEGACY, manner, new LinkedHashMap<>());
        this.shares = shares;
        this.sent = sent;
        this.tracked = tracked;
        this.received = received;
        this.reshares = reshares;
        this.witness = witness;
    }

    /** Whether a path, its doubled slashes taken out, is one of these calls. */
    public static boolean is(String path) {
        return CALL.matcher(path).matches();
    }

    /** Answers a call, a form. */
    public WireAnswer answer(Received received) {
        var request = received.request();
        var path = CALL.matcher(OwnDiscovery.tidy(request.path()));
        if (!path.matches()) return WireReply.text(404, "not found");
        var answer = path.group(2) == null
                ? shares.receive(dialect, received, Signed.NOT)
                : answered(received, path.group(3), path.group(2));
        return answer instanceof WireReply reply
                ? rendered(reply, path.group(1).equals("v1"), request.query())
                : answer;
    }

    private WireAnswer answered(Received received, String call, String rawId) {
        return switch (news(call, rawId, received.view(), received.broken())) {
            case News.Taken(var reply) -> reply;
            case News.Not(var why) -> {
                witness.decided("ocs call", "refused by " + why.check(), why.why());
                yield checks.refused(
                        why.as(call),
                        () -> received.facts(manner).and("share", Errand.values("id", decoded(rawId))),
                        dialect.refused(why));
            }
        };
    }

    private static String decoded(String rawId) {
        try {
            return String.join("/", Percent.segments(rawId));
        } catch (NotWellFormed e) {
            return rawId;
        }
    }

    /** Every call that was seen asks for JSON; that others get XML is what these products do elsewhere. */
    private WireReply rendered(WireReply reply, boolean firstVersion, String query) {
        var look = manner.bent(LegacyEnvelope.class).map(OcsCalls::look);
        var envelope = look.isPresent()
                ? Optional.of(OcsEnvelope.in(reply).map(e -> own(e, look.get())).orElseGet(() -> text(reply)))
                : OcsEnvelope.in(reply);
        if (envelope.isEmpty()) return reply;
        if (("&" + query + "&").contains("&format=json&"))
            return envelope.get().json(firstVersion, look.orElse(OcsEnvelope.Look.USUAL));
        if (look.isEmpty())
            witness.saw(new Testimony.Consulted(Testimony.Kind.UNKNOWN, "ocs answer without format=json", "xml"));
        return envelope.get().xml(firstVersion, look.orElse(OcsEnvelope.Look.USUAL));
    }

    private static OcsEnvelope.Look look(LegacyEnvelope own) {
        return new OcsEnvelope.Look(
                own.success().isPresent(), own.counts().isPresent(), own.type().orElse(OcsEnvelope.Look.USUAL.type()));
    }

    private static OcsEnvelope own(OcsEnvelope envelope, OcsEnvelope.Look look) {
        return look.nothing() && envelope.status() == 200 ? new OcsEnvelope(200, "", envelope.data()) : envelope;
    }

    /** The words of a vendor's own answer go into an envelope. */
    private static OcsEnvelope text(WireReply reply) {
        return new OcsEnvelope(
                reply.status(), new String(reply.bytes(), StandardCharsets.UTF_8), new LinkedHashMap<>());
    }

    /** What came of a call. */
    private sealed interface News {
        record Taken(WireReply reply) implements News {}

        record Not(Refusal why) implements News {}
    }

    private News news(String call, String rawId, MessageView form, Optional<Refusal> broken) {
        if (broken.isPresent()) return refused(broken.get());
        var token = form.text("token").value().filter(t -> !t.isEmpty());
        if (token.isEmpty()) return refused(Refusal.of("fields-present", 400, "INVALID_REQUEST", "token MISSING"));
        return about(call, decoded(rawId), form, new Claim(Optional.empty(), token, false));
    }

    private News about(String call, String id, MessageView form, Claim claim) {
        return switch (call) {
            case String _ when quietly(call) -> quiet(call, id, claim);
            case "accept" -> heard(call, tracked.accepted(id, claim));
            case "decline" ->
                heard(call, tracked.declined(id, claim, effects.are(Notice.Type.SHARE_DECLINED, "removes")));
            case "unshare" -> heard(call, received.unshared(id, claim));
            case "revoke" -> heard(call, sent.undone(id, claim));
            case "permissions" -> permissions(id, form, claim);
            case "reshare" -> reshare(id, form, claim);
            default ->
                refused(Refusal.of("call-known", 501, "CALL_NOT_SUPPORTED", "there is no call named '" + call + "'"));
        };
    }

    private boolean quietly(String call) {
        return call.equals("unshare") && effects.are(Notice.Type.SHARE_UNSHARED, "quiet");
    }

    private News quiet(String call, String id, Claim claim) {
        received.unshared(id, claim);
        return done(call, new LinkedHashMap<>());
    }

    private News permissions(String id, MessageView form, Claim claim) {
        var permissions = bits(form, "permissions");
        return permissions.isEmpty()
                ? refused(Refusal.of("fields-present", 400, "INVALID_REQUEST", "permissions MISSING or INVALID"))
                : heard(
                        "permissions",
                        effects.are(Notice.Type.SHARE_CHANGE_PERMISSION, "of-sent")
                                ? tracked.loweredReshare(id, claim, permissions.get())
                                : received.permitted(id, claim, permissions.get()));
    }

    private static Optional<Permissions> bits(MessageView form, String name) {
        return form.text(name)
                .value()
                .filter(text -> text.matches("[0-9]{1,3}"))
                .map(text -> OcsPermissions.of(Integer.parseInt(text)));
    }

    /** The answer tells token and id of the new share, as it always did; this server announces it itself. */
    private News reshare(String id, MessageView form, Claim claim) {
        var wanted = bits(form, "permission").map(Permissions::words);
        var permissions =
                wanted.isPresent() ? new Field.Value<>(wanted.get()) : new Field.Absent<java.util.List<String>>();
        return switch (reshares.asked(
                id,
                form.text("shareWith"),
                permissions,
                form.text("remoteId").value().orElse(""),
                claim)) {
            case Reshares.Outcome.Made(var share, var secret) -> {
                var data = new LinkedHashMap<String, String>();
                data.put("token", secret);
                data.put("remoteId", share.id());
                yield done("reshare", data);
            }
            case Reshares.Outcome.Not(var why) -> refused(why);
        };
    }

    private News heard(String call, Heard heard) {
        return switch (heard) {
            case DONE -> done(call, new LinkedHashMap<>());
            case UNKNOWN_SHARE -> refused(Refusal.of("share-known", 410, "SHARE_NOT_FOUND", "there is no such share"));
            case NOT_THE_RECIPIENTS_SERVER, CONTRADICTS ->
                refused(Refusal.of("sender-concerned", 403, "NOT_CONCERNED", "the token is not that of the share"));
        };
    }

    private News done(String call, Map<String, String> data) {
        witness.decided("ocs " + call, "taken", "by the token of the share");
        return new News.Taken(OcsEnvelope.ok(data).json());
    }

    private static News refused(Refusal refusal) {
        return new News.Not(refusal);
    }
}
