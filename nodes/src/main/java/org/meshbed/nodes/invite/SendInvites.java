package org.meshbed.nodes.invite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
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
import org.meshbed.nodes.vendor.Checks;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.Received;
import org.meshbed.nodes.vendor.quirk.Facts;
import org.meshbed.nodes.vendor.quirk.Family;
import org.meshbed.nodes.vendor.quirk.InviteQuirk.InviteReceiveRequires;
import org.meshbed.nodes.vendor.quirk.InviteQuirk.InviteSendToItself;
import org.meshbed.nodes.vendor.quirk.InviteQuirk.InviteTokens;
import org.meshbed.nodes.vendor.quirk.PartyQuirk.PartyContacts;
import org.meshbed.nodes.vendor.quirk.Template;

/** The invite sender's end: makes invites, and answers {@code /invite-accepted}. */
public final class SendInvites {
    /** The drafts give no lifetime of an invite; ours is a week. */
    public static final Duration LIFETIME = Duration.ofDays(7);

    private static final int TOKEN_LENGTH = 32;
    private static final List<String> FIELDS = List.of("recipientProvider", "token", "userID", "email", "name");
    private static final int LONGEST_FIELD = 510;
    private static final Refusal ALREADY_ACCEPTED =
            Refusal.of("token-unused", 409, "INVITE_ALREADY_ACCEPTED", "the invite was already accepted");

    private final Ports ports;
    private final Manner manner;
    private final Contacts contacts;
    private final ServerList servers;
    private final ServerHost own;
    private final Function<String, Optional<Contact>> people;
    private final Table<StoredInvite> invites;
    private final Checks<Acceptance> checks;

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
        this.checks = new Checks<>(Family.INVITE, manner, questions());
    }

    public Told<Invite> invite(String user) {
        if (manner.receiving(Family.INVITE).invites().isEmpty())
            return new Told.Unsupported<>("this server knows no invites");
        var token = ports.secrets().text(Secrets.Purpose.INVITE_TOKEN, TOKEN_LENGTH);
        var id = ports.secrets().text(Secrets.Purpose.INTERNAL_ID, 10);
        var lives = manner.bent(InviteTokens.class).flatMap(InviteTokens::lives).orElse(LIFETIME);
        var expires = ports.time().now().plus(lives);
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

    /** Answers an invite acceptance request. */
    public WireAnswer accepted(Received received, Signed signed) {
        Supplier<Facts> facts = () -> received.facts(manner);
        var acceptance = new Acceptance(received.view(), received.broken(), signed);
        var refusal = checks.look(acceptance, facts, Family.INVITE.checks().subList(0, 8));
        var invite = invites.get(token(received.view()));
        var inviter = invite.flatMap(i -> people.apply(i.user()));
        Supplier<Facts> more =
                () -> inviter.map(i -> facts.get().and("user", facts(i))).orElseGet(facts);
        if (refusal.isPresent()) return refused(refusal.get(), more);
        if (invite.isEmpty() || inviter.isEmpty()) return checks.accepted(facts, WireReply.empty(200));
        var answer = WireReply.json(200, Json.bytes(identity(invite.get().user(), inviter.get())));
        if (checks.withoutEffect()) return checks.accepted(more, answer);
        if (!take(invite.get(), acceptor(received.view()))) return refused(ALREADY_ACCEPTED, more);
        return checks.lookAfter(acceptance, more)
                .map(r -> refused(r, more))
                .orElseGet(() -> checks.accepted(more, answer));
    }

    /** An acceptance under examination. */
    private record Acceptance(MessageView message, Optional<Refusal> broken, Signed signed) {}

    private Map<String, Function<Acceptance, Optional<Refusal>>> questions() {
        var byName = new LinkedHashMap<String, Function<Acceptance, Optional<Refusal>>>();
        byName.put("body-is-json", Acceptance::broken);
        byName.put("fields-present", a -> fields(a.message()));
        byName.put("provider-well-formed", a -> wellFormed(a.message()));
        byName.put("provider-trusted", a -> trusted(a.message()));
        byName.put("signature-valid", a -> a.signed().look(server(a.message())).refusal());
        byName.put("token-known", a -> known(a.message()));
        byName.put("token-current", a -> current(a.message()));
        byName.put("token-unused", a -> unused(a.message()));
        byName.put("contact-new", a -> stranger(a.message()));
        return byName;
    }

    /** Of an own user the contact has the bare name as address. */
    private Map<String, String> facts(Contact person) {
        var values = new LinkedHashMap<String, String>();
        values.put("id", person.address());
        values.put("address", person.address() + "@" + own);
        values.put("seed", manner.seed(person.address() + "@" + own));
        values.put("name", person.name());
        values.put("email", person.email());
        return values;
    }

    private static String token(MessageView message) {
        return message.text("token").value().orElse("");
    }

    /** Who accepts, as far as can be read. */
    private Contact acceptor(MessageView message) {
        var user = identifier(message.text("userID").value().orElse(""));
        var ids = ids();
        var written = message.text("recipientProvider").value();
        var provider = (ids.equals("as-sent") ? written : written.map(this::host)).orElse("");
        var address = user + "@" + provider;
        return new Contact(
                ids.equals("bare") ? Template.bare(address) : address, text(message, "name"), text(message, "email"));
    }

    /** How the profile reads ids of contacts; empty as all do. */
    private String ids() {
        return manner.bent(PartyContacts.class).flatMap(PartyContacts::ids).orElse("");
    }

    /** The accepting server: its keys are those of an acceptance (AMB-84). */
    private Optional<ServerHost> server(MessageView message) {
        try {
            return message.text("recipientProvider").value().map(this::host).map(ServerHost::parse);
        } catch (NotWellFormed e) {
            return Optional.empty();
        }
    }

    private Optional<Refusal> known(MessageView message) {
        var invite = invites.get(token(message));
        return invite.flatMap(i -> people.apply(i.user())).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.of("token-known", unknownToken(), "TOKEN_INVALID", "there is no such invite"));
    }

    private Optional<Refusal> current(MessageView message) {
        var state = invites.get(token(message)).map(i -> i.stateAt(ports.time().now()));
        if (state.equals(Optional.of(Invite.State.EXPIRED)))
            return Optional.of(Refusal.of("token-current", 400, "TOKEN_EXPIRED", "the invite has expired"));
        return state.equals(Optional.of(Invite.State.WITHDRAWN))
                ? Optional.of(Refusal.of("token-current", 400, "TOKEN_INVALID", "the invite was withdrawn"))
                : Optional.empty();
    }

    private Optional<Refusal> unused(MessageView message) {
        var state = invites.get(token(message)).map(StoredInvite::state);
        return state.equals(Optional.of(Invite.State.ACCEPTED)) ? Optional.of(ALREADY_ACCEPTED) : Optional.empty();
    }

    /** Some products refuse whom their user knows already, whatever the token. */
    private Optional<Refusal> stranger(MessageView message) {
        return invites.get(token(message))
                .filter(i -> contacts.knows(i.user(), acceptor(message).address()))
                .map(_ -> Refusal.of("contact-new", 409, "ALREADY_A_CONTACT", "the user is a contact already"));
    }

    /** Answers whether the invite was still to be had. */
    private boolean take(StoredInvite invite, Contact acceptor) {
        var anyTimes =
                manner.bent(InviteTokens.class).flatMap(InviteTokens::uses).isPresent();
        var taken = invites.change(
                invite.token(),
                i -> i.state() == Invite.State.OPEN || anyTimes
                        ? Optional.of(i.acceptedBy(acceptor.address()))
                        : Optional.empty());
        if (taken.isEmpty()) return false;
        ports.witness().changed("invite", invite.id(), "open", "accepted");
        contacts.add(invite.user(), acceptor);
        ports.witness().decided("invite", "accepted", "by " + acceptor.address());
        return true;
    }

    private int unknownToken() {
        return manner.receiving(Family.INVITE)
                .invites()
                .map(Invites::unknownToken)
                .orElse(400);
    }

    /** {@code userID}, {@code email} and {@code name} of the inviter, all three required since 1.2. */
    private static ObjectNode identity(String user, Contact inviter) {
        return Json.object().put("userID", user).put("email", inviter.email()).put("name", inviter.name());
    }

    private Optional<Refusal> fields(MessageView message) {
        var required = manner.bent(InviteReceiveRequires.class)
                .map(InviteReceiveRequires::members)
                .orElse(manner.receiving(Family.INVITE)
                        .invites()
                        .map(Invites::requires)
                        .orElse(FIELDS));
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

    private Optional<Refusal> wellFormed(MessageView message) {
        try {
            var host = ServerHost.parse(host(text(message, "recipientProvider")));
            new InviteToken(token(message));
            new OcmAddress(identifier(text(message, "userID")), host);
            return Optional.empty();
        } catch (NotWellFormed e) {
            return Optional.of(new Refusal(
                    "provider-well-formed",
                    400,
                    "INVALID_REQUEST",
                    List.of(new Invalid("recipientProvider", "INVALID")),
                    e.getMessage()));
        }
    }

    private Optional<Refusal> trusted(MessageView message) {
        if (servers.looksAtWords()) return servers.refusal("provider-trusted", text(message, "recipientProvider"));
        var host = server(message);
        if (host.isEmpty()) return Optional.empty();
        if (!host.get().equals(own) || manner.bent(InviteSendToItself.class).isPresent())
            return servers.refusal("provider-trusted", host.get());
        return Optional.of(Refusal.of(
                "provider-trusted", 403, "PROVIDER_NOT_TRUSTED", "the accepting server gives this server's own name"));
    }

    /** 1.1 sends a URL where later versions send a host (AMB-61). */
    private String host(String provider) {
        if (manner.reading() == Reading.OWN && !byUrl()) return provider;
        return provider.replaceFirst("(?i)^https?://", "").replaceFirst("/+$", "");
    }

    /** Some servers send a whole address where the bare identifier is asked for (AMB-63). */
    private String identifier(String userId) {
        if (manner.reading() == Reading.OWN || !ids().isEmpty()) return userId;
        var at = userId.lastIndexOf('@');
        return at > 0 && userId.substring(at + 1).matches(".*[.:].*") ? userId.substring(0, at) : userId;
    }

    private static String text(MessageView message, String name) {
        return message.text(name).value().orElse("");
    }

    private WireAnswer refused(Refusal refusal, Supplier<Facts> facts) {
        ports.witness().decided("invite", "refused by " + refusal.check(), refusal.why());
        return checks.refused(refusal, facts, manner.receiving(Family.INVITE).refused(refusal));
    }

    private boolean byUrl() {
        return manner.receiving(Family.INVITE).invites().map(Invites::byUrl).orElse(false);
    }

    private InviteForm form() {
        return manner.receiving(Family.INVITE).invites().map(Invites::form).orElse(InviteForm.BASE64URL);
    }

    private Invite seen(StoredInvite invite) {
        return new Invite(
                invite.id(),
                new InviteString(new InviteToken(invite.token()), own).encoded(form()),
                invite.stateAt(ports.time().now()),
                java.time.Instant.parse(invite.expires()));
    }
}
