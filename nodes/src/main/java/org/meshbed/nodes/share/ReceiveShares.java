package org.meshbed.nodes.share;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.meshbed.nodes.dialect.Dialect;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.dialect.Requirement;
import org.meshbed.nodes.dialect.ShareView;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.invite.Contacts;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.protocol.Field;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.signature.Signed;
import org.meshbed.nodes.trust.ServerList;
import org.meshbed.nodes.vendor.Answer;
import org.meshbed.nodes.vendor.Answer.Closes;
import org.meshbed.nodes.vendor.CheckNames;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.Quirk.ShareReceiveAnswers;
import org.meshbed.nodes.vendor.Quirk.ShareReceiveCallsBack;
import org.meshbed.nodes.vendor.Quirk.ShareReceiveChecks;

/** The receiving side of shares: looks at the announcement check by check, keeps the share, and answers. */
public final class ReceiveShares {
    private final Manner manner;
    private final ServerHost own;
    private final Recipients recipients;
    private final ReceivedShares shares;
    private final ShareChecks checks;
    private final RemoteShares remote;
    private final Witness witness;

    public ReceiveShares(
            Manner manner,
            ServerHost own,
            Recipients recipients,
            ReceivedShares shares,
            RemoteShares remote,
            ServerList servers,
            Contacts contacts,
            Witness witness) {
        this.manner = manner;
        this.own = own;
        this.recipients = recipients;
        this.shares = shares;
        this.checks = new ShareChecks(manner, own, recipients, shares, servers, contacts);
        this.remote = remote;
        this.witness = witness;
    }

    /** Answers a share creation notification; {@code broken} is why its body could not be read, where it could not. */
    public WireAnswer receive(MessageView message, Optional<Refusal> broken, Signed signed) {
        return receive(manner.dialect(), message, broken, signed);
    }

    /** Answers a share creation notification in this dialect. */
    public WireAnswer receive(Dialect dialect, MessageView message, Optional<Refusal> broken, Signed signed) {
        var incoming = new Incoming(dialect.readShare(message, own), broken, dialect, manner.reading(), signed);
        var order = manner.find(ShareReceiveChecks.class)
                .map(ShareReceiveChecks::order)
                .orElse(dialect.shareChecks());
        for (var name : order) {
            var refusal = checks.named(name).look(incoming);
            if (refusal.isPresent()) return refuse(dialect, refusal.get());
        }
        return accept(dialect, incoming.view());
    }

    private WireAnswer refuse(Dialect dialect, Refusal refusal) {
        witness.decided("share", "refused by " + refusal.check(), refusal.why());
        var otherwise = dialect.refused(refusal);
        return answer(refusal.check()).map(a -> a.onTheWire(otherwise)).orElse(otherwise);
    }

    private Optional<Answer> answer(String name) {
        return manner.find(ShareReceiveAnswers.class).map(q -> q.answers().get(name));
    }

    private WireAnswer accept(Dialect dialect, ShareView view) {
        var share = stored(view);
        var answer = answer(CheckNames.ACCEPTED);
        var otherwise = dialect.shareReceived(displayName(share));
        if (answer.filter(a -> a.closes() == Closes.BEFORE_EFFECT).isPresent())
            return answer.get().onTheWire(otherwise);
        manner.find(ShareReceiveCallsBack.class).ifPresent(q -> remote.callBack(share, q.calls()));
        var known = shares.add(share);
        if (known.filter(k -> !k.fingerprint().equals(share.fingerprint())).isPresent())
            return refuse(dialect, ShareChecks.conflict());
        witness.decided("share", known.isPresent() ? "known already" : "received", "from " + share.sender());
        return answer.map(a -> a.onTheWire(otherwise)).orElse(otherwise);
    }

    private String displayName(StoredReceived share) {
        return share.shareType() == ShareType.USER
                ? recipients.user(share.recipient()).orElse(share.recipient())
                : share.recipient();
    }

    /** What the checks have looked at; where a profile left a check out, what is missing is kept as empty. */
    private StoredReceived stored(ShareView view) {
        var access = view.access();
        var secret = access.flatMap(a -> a.sharedSecret().value());
        var code = view.code().value().orElse("");
        var permissions = access.flatMap(a -> a.permissions().value()).orElse(Permissions.ALL.words());
        return new StoredReceived(
                view.providerId().value().orElse(""),
                Senders.of(view).map(OcmAddress::toString).orElse("unknown@unknown.invalid"),
                Senders.address(view.owner()).map(OcmAddress::toString).orElse(""),
                Senders.bareName(view.name().value().orElse("")),
                Senders.address(view.shareWith()).map(OcmAddress::identifier).orElse(""),
                view.shareType().value().flatMap(ShareType::of).orElse(ShareType.USER),
                view.resourceType().value().flatMap(ResourceType::of).orElse(ResourceType.FILE),
                view.resourceType() instanceof Field.Absent,
                access.map(ShareView.AccessView::form).orElse(ShareView.Form.WEBDAV),
                access.flatMap(a -> a.uri().value()).orElse(""),
                secret.orElse(code),
                code,
                checks.mustExchange(view),
                ShareChecks.requires(view, Requirement.MFA),
                permissions,
                expires(view),
                new LinkedHashMap<>(),
                Senders.fingerprint(view));
    }

    /** Seconds since the epoch; 0 is what some servers send for never (AMB-26). */
    private static String expires(ShareView view) {
        return view.expiration()
                .value()
                .filter(seconds -> seconds > 0 && seconds < Instant.MAX.getEpochSecond())
                .map(seconds -> Instant.ofEpochSecond(seconds).toString())
                .orElse("");
    }
}
