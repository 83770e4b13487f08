package org.meshbed.nodes.invite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.meshbed.nodes.dialect.Dialect.Invites;
import org.meshbed.nodes.dialect.InviteForm;
import org.meshbed.nodes.dialect.Reading;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.dialect.Refusal.Invalid;
import org.meshbed.nodes.identity.InviteToken;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.party.Contact;
import org.meshbed.nodes.party.Invite;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.port.Secrets;
import org.meshbed.nodes.port.Table;
import org.meshbed.nodes.protocol.Field;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.signature.Signed;
import org.meshbed.nodes.trust.ServerList;
import org.meshbed.nodes.vendor.Manner;

/** The invite sender's end: makes invites, and answers {@code /invite-accepted}. */
public final class SendInvites {
    /** The drafts give no lifetime of an invite; ours is a week. */
    public static final Duration LIFETIME = Duration.ofDays(7);

    private static final int TOKEN_LENGTH = 32;
    private static final List<String> FIELDS = List.of("recipientProvider", "token", "userID", "email", "name");
    private static final int LONGEST_FIELD = 510;

    private final Ports ports;
    private final Manner manner;
    private final Contacts contacts;
    private final ServerList servers;
    private final ServerHost own;
    private final Function<String, Optional<Contact>> people;
    private final Table<StoredInvite> invites;

    /** {@code people}: who a user of this node is to others; empty for a user that is not (or no longer) here. */
    public SendInvites(
            Ports ports,
            Manner manner,
            Contacts contacts,
            ServerList servers,
            ServerHost own,
            Function<String, Optional<Contact>> people) {
        this.ports = ports;
        this.manner = manner;
        this.contacts = contacts;
        this.servers = servers;
        this.own = own;
        this.people = people;
        this.invites = new Table<>(ports.store(), "invites", StoredInvite.class);
    }

    public Told<Invite> invite(String user) {
        if (manner.dialect().invites().isEmpty()) return new Told.Unsupported<>("this server knows no invites");
        var token = ports.secrets().text(Secrets.Purpose.INVITE_TOKEN, TOKEN_LENGTH);
        var id = ports.secrets().text(Secrets.Purpose.INTERNAL_ID, 10);
        var expires = ports.time().now().plus(LIFETIME);
        var stored = new StoredInvite(id, token, user, expires.toString(), Invite.State.OPEN, "");
        invites.put(token, stored);
        ports.witness().changed("invite", id, "-", "open");
        return Told.done(seen(stored), "hand this invite to the person you want to meet");
    }

    public List<Invite> of(String user) {
        return invites.all().stream()
                .filter(i -> i.user().equals(user))
                .map(this::seen)
                .toList();
    }

    public Told<Nothing> withdraw(String user, String id) {
        for (var invite : invites.all()) {
            if (!invite.id().equals(id) || !invite.user().equals(user)) continue;
            var withdrawn = invites.change(
                    invite.token(),
                    i -> i.state() == Invite.State.OPEN ? Optional.of(i.withdrawn()) : Optional.empty());
            if (withdrawn.isEmpty()) return Told.refused("that invite is no longer open");
            ports.witness().changed("invite", id, "open", "withdrawn");
            return Told.done(Nothing.NOTHING, "the invite is withdrawn");
        }
        return Told.refused("there is no such invite");
    }

    /** Answers an invite acceptance request; {@code broken} is why its body could not be read, where it could not. */
    public WireAnswer accepted(MessageView message, Optional<Refusal> broken, Signed signed) {
        var refusal = broken.or(() -> fields(message))
                .or(() -> provider(message))
                .or(() -> signed.look(acceptor(message)).refusal());
        if (refusal.isPresent()) return refused(refusal.get());
        var token = message.text("token").value().orElse("");
        var provider =
                ServerHost.parse(host(message.text("recipientProvider").value().orElse("")));
        var address = new OcmAddress(identifier(message.text("userID").value().orElse("")), provider);
        return accept(token, new Contact(address.toString(), text(message, "name"), text(message, "email")));
    }

    /** The accepting server: its keys are those of an acceptance (AMB-84). */
    private Optional<ServerHost> acceptor(MessageView message) {
        try {
            return message.text("recipientProvider").value().map(this::host).map(ServerHost::parse);
        } catch (NotWellFormed e) {
            return Optional.empty();
        }
    }

    private WireAnswer accept(String token, Contact acceptor) {
        var invite = invites.get(token);
        var inviter = invite.flatMap(i -> people.apply(i.user()));
        if (invite.isEmpty() || inviter.isEmpty())
            return refused(Refusal.of("token-known", unknownToken(), "TOKEN_INVALID", "there is no such invite"));
        var now = ports.time().now();
        switch (invite.get().stateAt(now)) {
            case EXPIRED -> {
                return refused(Refusal.of("token-current", 400, "TOKEN_EXPIRED", "the invite has expired"));
            }
            case WITHDRAWN -> {
                return refused(Refusal.of("token-current", 400, "TOKEN_INVALID", "the invite was withdrawn"));
            }
            case ACCEPTED -> {
                return alreadyAccepted();
            }
            case OPEN -> {
                var taken = invites.change(
                        token,
                        i -> i.state() == Invite.State.OPEN
                                ? Optional.of(i.acceptedBy(acceptor.address()))
                                : Optional.empty());
                if (taken.isEmpty()) return alreadyAccepted();
            }
        }
        ports.witness().changed("invite", invite.get().id(), "open", "accepted");
        contacts.add(invite.get().user(), acceptor);
        ports.witness().decided("invite", "accepted", "by " + acceptor.address());
        return WireReply.json(200, Json.bytes(identity(invite.get().user(), inviter.get())));
    }

    private int unknownToken() {
        return manner.dialect().invites().map(Invites::unknownToken).orElse(400);
    }

    private WireAnswer alreadyAccepted() {
        return refused(Refusal.of("token-unused", 409, "INVITE_ALREADY_ACCEPTED", "the invite was already accepted"));
    }

    /** {@code userID}, {@code email} and {@code name} of the inviter, all three required since 1.2. */
    private static ObjectNode identity(String user, Contact inviter) {
        return Json.object().put("userID", user).put("email", inviter.email()).put("name", inviter.name());
    }

    private Optional<Refusal> fields(MessageView message) {
        var required = manner.dialect().invites().map(Invites::requires).orElse(FIELDS);
        var invalid = new ArrayList<Invalid>();
        for (var name : FIELDS) {
            var field = message.text(name);
            if (field instanceof Field.Value<String>(var text) && text.length() <= LONGEST_FIELD) continue;
            if (field instanceof Field.Absent && !required.contains(name)) continue;
            invalid.add(new Invalid(name, field instanceof Field.Absent ? "MISSING" : "INVALID"));
        }
        if (invalid.isEmpty()) return Optional.empty();
        var names = invalid.stream().map(Invalid::name).toList();
        return Optional.of(new Refusal(
                "fields-present", 400, "INVALID_REQUEST", invalid, "missing or wrong: " + String.join(", ", names)));
    }

    private Optional<Refusal> provider(MessageView message) {
        var provider = message.text("recipientProvider").value().orElse("");
        var userId = message.text("userID").value().orElse("");
        try {
            var host = ServerHost.parse(host(provider));
            new InviteToken(message.text("token").value().orElse(""));
            new OcmAddress(identifier(userId), host);
            if (!host.equals(own)) return servers.refusal("provider-trusted", host);
            return Optional.of(Refusal.of(
                    "provider-trusted",
                    403,
                    "PROVIDER_NOT_TRUSTED",
                    "the accepting server gives this server's own name"));
        } catch (NotWellFormed e) {
            return Optional.of(new Refusal(
                    "provider-well-formed",
                    400,
                    "INVALID_REQUEST",
                    List.of(new Invalid("recipientProvider", "INVALID")),
                    e.getMessage()));
        }
    }

    /** 1.1 sends a URL where later versions send a host (AMB-61). */
    private String host(String provider) {
        if (manner.reading() == Reading.OWN && !byUrl()) return provider;
        return provider.replaceFirst("(?i)^https?://", "").replaceFirst("/+$", "");
    }

    /** Some servers send a whole address where the bare identifier is asked for (AMB-63). */
    private String identifier(String userId) {
        if (manner.reading() == Reading.OWN) return userId;
        var at = userId.lastIndexOf('@');
        return at > 0 && userId.substring(at + 1).matches(".*[.:].*") ? userId.substring(0, at) : userId;
    }

    private static String text(MessageView message, String name) {
        return message.text(name).value().orElse("");
    }

    private WireAnswer refused(Refusal refusal) {
        ports.witness().decided("invite", "refused by " + refusal.check(), refusal.why());
        return manner.dialect().refused(refusal);
    }

    private boolean byUrl() {
        return manner.dialect().invites().map(Invites::byUrl).orElse(false);
    }

    private InviteForm form() {
        return manner.dialect().invites().map(Invites::form).orElse(InviteForm.BASE64URL);
    }

    private Invite seen(StoredInvite invite) {
        return new Invite(
                invite.id(),
                new InviteString(new InviteToken(invite.token()), own).encoded(form()),
                invite.stateAt(ports.time().now()),
                java.time.Instant.parse(invite.expires()));
    }
}
