package org.meshbed.nodes.share;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.meshbed.nodes.dialect.Dialect;
import org.meshbed.nodes.dialect.Dialects;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.dialect.Requirement;
import org.meshbed.nodes.dialect.ShareView;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.invite.Contacts;
import org.meshbed.nodes.party.Contact;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.protocol.Field;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.signature.Signed;
import org.meshbed.nodes.trust.ServerList;
import org.meshbed.nodes.vendor.Checks;
import org.meshbed.nodes.vendor.Errand;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.Received;
import org.meshbed.nodes.vendor.quirk.Facts;
import org.meshbed.nodes.vendor.quirk.Family;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareReceiveCallsBack;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareReceiveExpiry;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareReceiveNames;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareReceiveReads;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareReceiveRecipient;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareReceiveSender;
import org.meshbed.nodes.vendor.quirk.Template;
import org.meshbed.nodes.vendor.quirk.TrustQuirk.TrustAccepts;

/** The receiving side of shares: looks at the announcement check by check, keeps the share, and answers. */
public final class ReceiveShares {
    private final Manner manner;
    private final ServerHost own;
    private final Recipients recipients;
    private final ReceivedShares shares;
    private final ShareChecks questions;
    private final Checks<Incoming> usual;
    private final Checks<Incoming> legacy;
    private final RemoteShares remote;
    private final ServerList servers;
    private final Contacts contacts;
    private final Predicate<ServerHost> trusted;
    private final Witness witness;

    public ReceiveShares(
            Manner manner,
            ServerHost own,
            Recipients recipients,
            ReceivedShares shares,
            RemoteShares remote,
            ServerList servers,
            Contacts contacts,
            Predicate<ServerHost> trusted,
            Witness witness) {
        this.manner = manner;
        this.own = own;
        this.recipients = recipients;
        this.shares = shares;
        this.questions = new ShareChecks(manner, own, recipients, shares, servers, contacts, remote);
        this.usual = new Checks<>(Family.SHARE, manner, questions.byName());
        this.legacy = new Checks<>(Family.LEGACY, manner, questions.byName());
        this.remote = remote;
        this.servers = servers;
        this.contacts = contacts;
        this.trusted = trusted;
        this.witness = witness;
    }

    /** Answers a share creation notification. */
    public WireAnswer receive(Received received, Signed signed) {
        return receive(manner.receiving(Family.SHARE), received, signed);
    }

    /** Answers a share creation notification in this dialect. */
    public WireAnswer receive(Dialect dialect, Received received, Signed signed) {
        var view = dialect.readShare(received.view(), own);
        var facts = facts(received, view);
        var incoming = new Incoming(
                view,
                received.broken(),
                dialect,
                manner.reading(),
                signed,
                received.view(),
                recipient(view, facts),
                sender(view, facts),
                new AtomicReference<>(Optional.empty()));
        return checks(dialect)
                .look(incoming, facts, dialect.shareChecks())
                .map(refusal -> refuse(dialect, refusal, facts))
                .orElseGet(() -> accept(dialect, incoming, facts));
    }

    private Checks<Incoming> checks(Dialect dialect) {
        return dialect == Dialects.OCS ? legacy : usual;
    }

    private Supplier<Facts> facts(Received received, ShareView view) {
        return () -> {
            var values = new LinkedHashMap<String, String>();
            Senders.of(view).map(OcmAddress::host).ifPresent(host -> values.put("host", host.toString()));
            return received.facts(manner).and("peer", values);
        };
    }

    private WireAnswer refuse(Dialect dialect, Refusal refusal, Supplier<Facts> facts) {
        witness.decided("share", "refused by " + refusal.check(), refusal.why());
        return checks(dialect).refused(refusal, facts, dialect.refused(refusal));
    }

    private WireAnswer accept(Dialect dialect, Incoming incoming, Supplier<Facts> facts) {
        var checks = checks(dialect);
        var share = answered(looked(stored(incoming, facts), incoming));
        Supplier<Facts> more = () -> facts.get().and("user", user(share));
        var otherwise = dialect.shareReceived(displayName(share));
        if (checks.withoutEffect()) return checks.accepted(more, otherwise);
        manner.bent(ShareReceiveCallsBack.class).ifPresent(q -> remote.callBack(share, q.calls()));
        var known = shares.add(share);
        if (known.filter(k -> !k.fingerprint().equals(share.fingerprint())).isPresent())
            return refuse(dialect, ShareChecks.conflict(), facts);
        witness.decided("share", known.isPresent() ? "known already" : "received", "from " + share.sender());
        acquaint(share, incoming);
        return checks.lookAfter(incoming, more)
                .map(refusal -> refuse(dialect, refusal, more))
                .orElseGet(() -> checks.accepted(more, otherwise));
    }

    /** Whoever needed no invite is known from now on, by what the share says; it says no mail address. */
    private void acquaint(StoredReceived share, Incoming incoming) {
        var sender = incoming.sender();
        if (sender.isEmpty()
                || share.shareType() != ShareType.USER
                || !servers.mustInvite()
                || !servers.welcomes(sender.get().host())
                || contacts.knows(share.recipient(), share.sender())) return;
        var name = incoming.view().senderDisplayName().value().orElse("");
        contacts.add(share.recipient(), new Contact(share.sender(), name, ""));
    }

    /** Some products accept what comes from a server that they trust, and tell nobody. */
    private StoredReceived answered(StoredReceived share) {
        return manner.bent(TrustAccepts.class).isPresent() && trusted.test(share.server())
                ? share.with(share.recipient(), ReceivedShare.State.ACCEPTED)
                : share;
    }

    /** As the vendor completes it before it answers. */
    private StoredReceived looked(StoredReceived share, Incoming incoming) {
        var whole = manner.bent(ShareReceiveReads.class)
                .flatMap(ShareReceiveReads::resolves)
                .flatMap(_ -> incoming.found().get())
                .map(peer -> RemoteShares.whole(share, peer))
                .orElse(share);
        var looks = share.uri().isEmpty()
                && manner.find(ShareReceiveCallsBack.class)
                        .filter(q -> q.calls().contains("look"))
                        .isPresent();
        return looks ? remote.looked(whole) : whole;
    }

    private Map<String, String> user(StoredReceived share) {
        var values = new LinkedHashMap<String, String>();
        values.put("id", share.recipient());
        values.put("name", displayName(share));
        return values;
    }

    private String displayName(StoredReceived share) {
        return share.shareType() == ShareType.USER
                ? recipients.user(share.recipient()).orElse(share.recipient())
                : share.recipient();
    }

    /** What the checks have looked at; where a profile left a check out, what is missing is kept as empty. */
    private StoredReceived stored(Incoming incoming, Supplier<Facts> facts) {
        var view = incoming.view();
        var access = view.access();
        var reads = manner.bent(ShareReceiveReads.class);
        var secret = reads.filter(r -> !r.secret().isEmpty())
                .map(r -> first(r.secret(), facts.get()))
                .orElse(access.flatMap(a -> a.sharedSecret().value()));
        var asOptions = reads.flatMap(ShareReceiveReads::both)
                .flatMap(_ -> first(List.of("protocol.options.sharedSecret"), facts.get()))
                .isPresent();
        var uri = reads.filter(r -> !r.address().isEmpty())
                .map(r -> asOptions ? Optional.<String>empty() : first(r.address(), facts.get()))
                .orElse(access.flatMap(a -> a.uri().value()));
        var code = view.code().value().orElse("");
        var permissions = access.flatMap(a -> a.permissions().value()).orElse(Permissions.ALL.words());
        return new StoredReceived(
                view.providerId().value().orElse(""),
                sender(view, facts).map(OcmAddress::toString).orElse("unknown@unknown.invalid"),
                Senders.address(view.owner()).map(OcmAddress::toString).orElse(""),
                Senders.bareName(view.name().value().orElse("")),
                recipient(view, facts).orElse(""),
                view.shareType().value().flatMap(ShareType::of).orElse(ShareType.USER),
                view.resourceType().value().flatMap(ResourceType::of).orElse(ResourceType.FILE),
                view.resourceType() instanceof Field.Absent,
                access.map(ShareView.AccessView::form).orElse(ShareView.Form.WEBDAV),
                uri.orElse(""),
                secret.orElse(code),
                code,
                questions.mustExchange(view),
                ShareChecks.requires(view, Requirement.MFA),
                permissions,
                manner.bent(ShareReceiveExpiry.class).isPresent() ? "" : expires(view),
                new LinkedHashMap<>(),
                questions.fingerprint(incoming),
                0,
                scheme(view, facts));
    }

    private static Optional<String> first(List<String> members, Facts facts) {
        return members.stream()
                .flatMap(member -> facts.get("message." + member).stream())
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst();
    }

    private Optional<OcmAddress> sender(ShareView view, Supplier<Facts> facts) {
        var own = manner.bent(ShareReceiveSender.class);
        if (own.isEmpty()) return Senders.of(view);
        return own.get().addresses().stream()
                .map(template -> Senders.address(new Field.Value<>(Template.text(template, facts.get()))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** That stands before the host in the address of the sender. */
    private String scheme(ShareView view, Supplier<Facts> facts) {
        var texts = manner.bent(ShareReceiveSender.class)
                .map(own -> own.addresses().stream()
                        .map(template -> Template.text(template, facts.get()))
                        .filter(text -> Senders.address(new Field.Value<>(text)).isPresent()))
                .orElseGet(() -> view.sender().value().or(() -> view.owner().value()).stream());
        return texts.findFirst()
                .map(text -> text.substring(text.lastIndexOf('@') + 1))
                .filter(host -> host.contains("://"))
                .map(host -> host.substring(0, host.indexOf(':')).toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private Optional<String> recipient(ShareView view, Supplier<Facts> facts) {
        var own = manner.bent(ShareReceiveRecipient.class);
        return own.isPresent()
                ? Optional.of(Template.text(own.get().user(), facts.get()))
                        .map(user -> recipients
                                .withLogin(user)
                                .filter(_ -> recipients.user(user).isEmpty())
                                .orElse(user))
                : Senders.address(view.shareWith()).map(OcmAddress::identifier).map(this::named);
    }

    /** The user who goes by that name, or by a further one. */
    private String named(String identifier) {
        var names = manner.bent(ShareReceiveNames.class);
        if (names.isEmpty() || recipients.user(identifier).isPresent()) return identifier;
        return recipients.users().stream()
                .filter(user -> names.get().names().stream()
                        .anyMatch(name -> Template.text(name, manner.own().and("user", person(user)))
                                .equals(identifier)))
                .findFirst()
                .orElse(identifier);
    }

    private Map<String, String> person(String user) {
        var address = user + "@" + own;
        return Errand.values("id", user, "address", address, "seed", manner.seed(address));
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
