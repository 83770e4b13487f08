package org.meshbed.nodes.share;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.meshbed.nodes.dialect.Reading;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.dialect.Refusal.Invalid;
import org.meshbed.nodes.dialect.Requirement;
import org.meshbed.nodes.dialect.ShareView;
import org.meshbed.nodes.dialect.Vocabulary;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.invite.Contacts;
import org.meshbed.nodes.protocol.Field;
import org.meshbed.nodes.signature.Verdict;
import org.meshbed.nodes.trust.ServerList;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareReceiveCompares;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareReceiveRequires;

/** The checks there are for a received share, by name; the dialect or the profile says which look, in which order. */
final class ShareChecks {
    private static final Pattern HTTP = Pattern.compile("(?i)https?:");
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:");

    private final Map<String, Function<Incoming, Optional<Refusal>>> byName = new LinkedHashMap<>();
    private final Manner manner;
    private final ServerHost own;
    private final Recipients recipients;
    private final ReceivedShares shares;
    private final ServerList servers;
    private final Contacts contacts;
    private final RemoteShares remote;

    ShareChecks(
            Manner manner,
            ServerHost own,
            Recipients recipients,
            ReceivedShares shares,
            ServerList servers,
            Contacts contacts,
            RemoteShares remote) {
        this.remote = remote;
        this.manner = manner;
        this.own = own;
        this.recipients = recipients;
        this.shares = shares;
        this.servers = servers;
        this.contacts = contacts;
        byName.put("body-is-json", Incoming::broken);
        byName.put("signature-valid", ShareChecks::signatureValid);
        byName.put("fields-present", this::fieldsPresent);
        byName.put("sender-well-formed", this::senderWellFormed);
        byName.put("server-trusted", this::serverTrusted);
        byName.put("share-type-supported", ShareChecks::shareTypeSupported);
        byName.put("resource-type-supported", ShareChecks::resourceTypeSupported);
        byName.put("protocol-supported", ShareChecks::protocolSupported);
        byName.put("access-complete", ShareChecks::accessComplete);
        byName.put("access-inside", ShareChecks::accessInside);
        byName.put("requirements-known", this::requirementsKnown);
        byName.put("exchange-demanded", this::exchangeDemanded);
        byName.put("name-short-enough", this::nameShortEnough);
        byName.put("share-with-here", this::shareWithHere);
        byName.put("recipient-known", this::recipientKnown);
        byName.put("user-known", this::userKnown);
        byName.put("sender-invited", this::senderInvited);
        byName.put("sender-discovered", this::senderDiscovered);
        byName.put("pending-limit", this::pendingLimit);
        byName.put("not-a-duplicate", this::notADuplicate);
        byName.put("signature-readable", ShareChecks::signatureReadable);
        byName.put("signature-fits", incoming -> verdict(incoming).refusal());
        byName.put("owner-of-the-sender", ShareChecks::ownerOfTheSender);
        byName.put("access-named", this::accessNamed);
        byName.put("code-exchanged", this::codeExchanged);
    }

    Map<String, Function<Incoming, Optional<Refusal>>> byName() {
        return byName;
    }

    /** The sender's server signs, and speaks for nobody else's users: the owner is one of its own (OCM-SIG-46). */
    private static Optional<Refusal> signatureValid(Incoming incoming) {
        var verdict = verdict(incoming);
        return verdict.refusal().or(() -> anothersOwner("signature-valid", verdict, incoming));
    }

    private static Verdict verdict(Incoming incoming) {
        return incoming.signed().look(Senders.of(incoming.view()).map(OcmAddress::host));
    }

    /** Some look at the signature first, and at whose user the owner is in the end. */
    private static Optional<Refusal> ownerOfTheSender(Incoming incoming) {
        return incoming.signed().there()
                ? anothersOwner("owner-of-the-sender", verdict(incoming), incoming)
                : Optional.empty();
    }

    private static Optional<Refusal> anothersOwner(String check, Verdict verdict, Incoming incoming) {
        var owner = Senders.address(incoming.view().owner()).map(OcmAddress::host);
        return verdict.signer()
                .filter(signer -> owner.filter(o -> !o.equals(signer)).isPresent())
                .map(signer -> Refusal.of(
                        check, 403, "OWNER_OF_ANOTHER_SERVER", signer + " has signed for a user of " + owner.get()));
    }

    /** Some name all at once that the way to the resource lacks. */
    private Optional<Refusal> accessNamed(Incoming incoming) {
        var invalid = new ArrayList<Invalid>();
        for (var name : List.of("uri", "sharedSecret", "permissions", "requirements")) {
            if (name.equals("requirements") && !manner.takesTokensOnly()) continue;
            var path = "protocol.webdav." + name;
            var there = incoming.whole().at(path).filter(n -> !n.isNull() && !n.isEmpty() || n.isTextual());
            if (there.isEmpty()
                    || there.get().isTextual() && there.get().textValue().isEmpty())
                invalid.add(new Invalid(path, "MISSING"));
        }
        return refused("access-named", invalid);
    }

    /** For those who look at signatures and take what does not fit. */
    private static Optional<Refusal> signatureReadable(Incoming incoming) {
        return incoming.signed()
                .look(Senders.of(incoming.view()).map(OcmAddress::host))
                .unread();
    }

    /** The code of a signed share is exchanged at once, and what is shared is asked for; what is answered then is all one. */
    private Optional<Refusal> codeExchanged(Incoming incoming) {
        var code = incoming.view().code().value().filter(c -> !c.isEmpty());
        if (!incoming.signed().there() || code.isEmpty()) return Optional.empty();
        var sender = Senders.of(incoming.view()).map(OcmAddress::host);
        var id = incoming.view().providerId().value().orElse("");
        return sender.flatMap(server -> shares.get(server, id))
                .map(remote::exchangeAndRead)
                .orElse(Optional.of("the share names no server"))
                .map(why -> Refusal.of("code-exchanged", 502, "CODE_NOT_EXCHANGED", why));
    }

    private Optional<Refusal> fieldsPresent(Incoming incoming) {
        var view = incoming.view();
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("shareWith", view.shareWith());
        fields.put("name", view.name());
        fields.put("providerId", view.providerId());
        fields.put("owner", view.owner());
        fields.put("sender", view.sender());
        fields.put("shareType", view.shareType());
        fields.put("resourceType", view.resourceType());
        fields.put("protocol", view.protocol());
        var invalid = new ArrayList<Invalid>();
        var required = manner.bent(ShareReceiveRequires.class)
                .map(ShareReceiveRequires::members)
                .orElse(incoming.dialect().shareRequires());
        for (var name : required) wrong(name, fields.get(name)).ifPresent(invalid::add);
        if (view.expiration() instanceof Field.WrongType) invalid.add(new Invalid("expiration", "INVALID"));
        if (view.providerId().value().filter(id -> id.length() > 255).isPresent())
            invalid.add(new Invalid("providerId", "TOO_LONG"));
        return refused("fields-present", invalid);
    }

    private static Optional<Invalid> wrong(String name, @org.jspecify.annotations.Nullable Field<?> field) {
        return switch (field) {
            case null -> Optional.of(new Invalid(name, "MISSING"));
            case Field.Absent<?> _, Field.Null<?> _ -> Optional.of(new Invalid(name, "MISSING"));
            case Field.WrongType<?> _ -> Optional.of(new Invalid(name, "INVALID"));
            case Field.Value<?>(var it) ->
                it instanceof String text && text.isEmpty()
                        ? Optional.of(new Invalid(name, "MISSING"))
                        : Optional.empty();
        };
    }

    private static Optional<Refusal> refused(String check, List<Invalid> invalid) {
        if (invalid.isEmpty()) return Optional.empty();
        var why = new ArrayList<String>();
        invalid.forEach(i -> why.add(i.name() + " " + i.message()));
        return Optional.of(new Refusal(check, 400, "INVALID_REQUEST", invalid, String.join(", ", why)));
    }

    private Optional<Refusal> senderWellFormed(Incoming incoming) {
        var invalid = new ArrayList<Invalid>();
        addressed("owner", incoming.view().owner(), incoming.reading(), invalid);
        addressed("sender", incoming.view().sender(), incoming.reading(), invalid);
        var sender = Senders.of(incoming.view());
        if (invalid.isEmpty() && sender.map(s -> s.host().equals(own)).orElse(false))
            invalid.add(new Invalid("sender", "IS_THIS_SERVER"));
        return refused("sender-well-formed", invalid);
    }

    private Optional<Refusal> serverTrusted(Incoming incoming) {
        var sender = Senders.of(incoming.view());
        if (sender.isPresent() && !servers.looksAtWords())
            return servers.refusal("server-trusted", sender.get().host());
        return Senders.written(incoming.view()).flatMap(host -> servers.refusal("server-trusted", host));
    }

    /** Where that is demanded, a share comes from a contact of its recipient; of a group's, from a contact of one of them. */
    private Optional<Refusal> senderInvited(Incoming incoming) {
        if (!servers.mustInvite()) return Optional.empty();
        var sender = incoming.sender();
        var recipient = incoming.recipient();
        if (sender.isEmpty() || recipient.isEmpty()) return Optional.empty();
        var concerned = isGroup(incoming)
                ? recipients.group(recipient.get()).orElse(List.of(recipient.get()))
                : List.of(recipient.get());
        return concerned.stream()
                        .anyMatch(user -> contacts.knows(user, sender.get().toString()))
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        "sender-invited",
                        403,
                        "SENDER_NOT_INVITED",
                        "%s is no contact of %s, and shares are taken from contacts only"
                                .formatted(sender.get(), recipient.get())));
    }

    private static void addressed(String name, Field<String> field, Reading reading, List<Invalid> invalid) {
        if (field.value().isPresent() && Senders.address(field, reading).isEmpty())
            invalid.add(new Invalid(name, "INVALID"));
    }

    private static Optional<Refusal> shareTypeSupported(Incoming incoming) {
        return unless(
                incoming.view().shareType(),
                word -> ShareType.of(word).isPresent(),
                word -> Refusal.of(
                        "share-type-supported", 501, "SHARE_TYPE_NOT_SUPPORTED", "no shares of type " + quote(word)));
    }

    private static Optional<Refusal> resourceTypeSupported(Incoming incoming) {
        return unless(
                incoming.view().resourceType(),
                word -> ResourceType.of(word).isPresent(),
                word -> Refusal.of(
                        "resource-type-supported",
                        501,
                        "RESOURCE_TYPE_NOT_SUPPORTED",
                        "no resources of type " + quote(word)));
    }

    private static Optional<Refusal> protocolSupported(Incoming incoming) {
        var view = incoming.view();
        if (view.access().isPresent()) return onlyForTransfer(view.access().get());
        if (view.protocolName().value().isEmpty())
            return refused("protocol-supported", List.of(new Invalid("protocol.name", "MISSING")));
        var multiOfNothing = view.protocolName().value().get().equals("multi")
                && view.offered().isEmpty();
        if (multiOfNothing) return refused("protocol-supported", List.of(new Invalid("protocol", "EMPTY")));
        return Optional.of(Refusal.of(
                "protocol-supported",
                501,
                "PROTOCOL_NOT_SUPPORTED",
                "none of the offered protocols can be used: "
                        + quote(view.protocolName().value().get() + " " + view.offered())));
    }

    /** What can only be transferred (1.3) is of no use to a server that opens things where they are. */
    private static Optional<Refusal> onlyForTransfer(ShareView.AccessView access) {
        return access.accessTypes()
                .value()
                .filter(types -> !types.isEmpty() && !types.contains("remote"))
                .map(types -> Refusal.of(
                        "protocol-supported",
                        501,
                        "ACCESS_TYPE_NOT_SUPPORTED",
                        "none of the access types can be used: " + quote(String.join(", ", types))));
    }

    private static Optional<Refusal> accessComplete(Incoming incoming) {
        var access = incoming.view().access();
        if (access.isEmpty()) return Optional.empty();
        var invalid = new ArrayList<Invalid>();
        var where = access.get().form() == ShareView.Form.OPTIONS ? "protocol.options." : "protocol.webdav.";
        if (!byCode(incoming.view()))
            wrong(where + "sharedSecret", access.get().sharedSecret()).ifPresent(invalid::add);
        if (access.get().sharedSecret().value().filter(s -> s.length() > 1024).isPresent())
            invalid.add(new Invalid(where + "sharedSecret", "TOO_LONG"));
        if (access.get().form() == ShareView.Form.WEBDAV)
            wrong(where + "uri", access.get().uri()).ifPresent(invalid::add);
        if (access.get().permissions() instanceof Field.WrongType)
            invalid.add(new Invalid(where + "permissions", "INVALID"));
        return refused("access-complete", invalid);
    }

    /** A uri names a place below the sender's files, or is a whole http URL: it climbs nowhere and has no other scheme. */
    private static Optional<Refusal> accessInside(Incoming incoming) {
        var uri = incoming.view().access().flatMap(a -> a.uri().value());
        return uri.isPresent() && climbs(uri.get())
                ? refused("access-inside", List.of(new Invalid("protocol.webdav.uri", "INVALID")))
                : Optional.empty();
    }

    private static boolean climbs(String uri) {
        try {
            if (HTTP.matcher(uri).lookingAt()) {
                Endpoint.parse(uri);
                return false;
            }
            if (SCHEME.matcher(uri).lookingAt() || uri.startsWith("//")) return true;
            if (isPlain(uri)) return false;
            var plain =
                    uri.replaceAll("(?i)%2e", ".").replaceAll("(?i)%2f", "/").replaceAll("(?i)%5c", "\\\\");
            return plain.indexOf('\\') >= 0
                    || plain.codePoints().anyMatch(c -> Character.isISOControl(c) || c == '?' || c == '#')
                    || List.of(plain.split("/")).stream().anyMatch(s -> s.equals("..") || s.equals("."));
        } catch (NotWellFormed e) {
            return true;
        }
    }

    /** Letters and digits alone: nothing in it can climb, and most are like that. */
    private static boolean isPlain(String uri) {
        for (var i = 0; i < uri.length(); i++) {
            var c = uri.charAt(i);
            if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '/' && c != '-')
                return false;
        }
        return true;
    }

    /** 1.2: a code that is to be exchanged stands in for the secret (OCM-LEG-08). */
    private static boolean byCode(ShareView view) {
        var secret = view.access().map(ShareView.AccessView::sharedSecret);
        return view.code().value().isPresent()
                && secret.filter(s -> s instanceof Field.Absent).isPresent();
    }

    /** A requirement that cannot be met must not be ignored (OCM-YAML-01, OCM-SHARE-61). */
    private Optional<Refusal> requirementsKnown(Incoming incoming) {
        if (byCode(incoming.view()) && !manner.asksForTokens())
            return Optional.of(Refusal.of(
                    "requirements-known",
                    501,
                    "REQUIREMENT_NOT_SUPPORTED",
                    "the share has no secret but a code, which cannot be exchanged"));
        var requirements = incoming.view().access().map(ShareView.AccessView::requirements);
        if (requirements.isEmpty() || requirements.get() instanceof Field.Absent) return Optional.empty();
        var words = requirements.get().value();
        if (words.isEmpty())
            return refused("requirements-known", List.of(new Invalid("protocol.webdav.requirements", "INVALID")));
        var unmet = words.get().stream().filter(word -> !canMeet(word)).toList();
        if (unmet.isEmpty()) return Optional.empty();
        return Optional.of(Refusal.of(
                "requirements-known",
                501,
                "REQUIREMENT_NOT_SUPPORTED",
                "requirements that cannot be met: " + quote(String.join(", ", unmet))));
    }

    /** Whether this server does what a word of any version requires. */
    private boolean canMeet(String word) {
        var requirement = Vocabulary.requirement(word);
        return requirement.isPresent()
                && switch (requirement.get()) {
                    case TOKEN_EXCHANGE -> manner.asksForTokens();
                    case MFA -> manner.asksForSecondFactor();
                };
    }

    /** Whether the secret of this share opens nothing, but has to be exchanged for a token. */
    boolean mustExchange(ShareView view) {
        return byCode(view) || requires(view, Requirement.TOKEN_EXCHANGE);
    }

    /** Whether whoever opens this share must do this, in the words of any version. */
    static boolean requires(ShareView view, Requirement requirement) {
        return view.access()
                .flatMap(a -> a.requirements().value())
                .filter(words -> words.stream()
                        .anyMatch(word -> Vocabulary.requirement(word)
                                .filter(requirement::equals)
                                .isPresent()))
                .isPresent();
    }

    /** Whoever demands the exchange of everybody takes no share without it (OCM-DEF-10). */
    private Optional<Refusal> exchangeDemanded(Incoming incoming) {
        return !manner.takesTokensOnly() || mustExchange(incoming.view())
                ? Optional.empty()
                : refused("exchange-demanded", List.of(new Invalid("protocol.webdav.requirements", "MISSING")));
    }

    private Optional<Refusal> nameShortEnough(Incoming incoming) {
        var name = incoming.view().name().value().map(Senders::bareName);
        if (name.isEmpty()) return Optional.empty();
        if (name.get().length() > manner.limits().nameCharacters())
            return refused("name-short-enough", List.of(new Invalid("name", "TOO_LONG")));
        var path = name.get().contains("/")
                || name.get().equals("..")
                || name.get().equals(".");
        var control = name.get().codePoints().anyMatch(Character::isISOControl);
        return path || control || name.get().isEmpty()
                ? refused("name-short-enough", List.of(new Invalid("name", "INVALID")))
                : Optional.empty();
    }

    private Optional<Refusal> shareWithHere(Incoming incoming) {
        var field = incoming.view().shareWith();
        if (field.value().isEmpty()) return Optional.empty();
        var address = Senders.address(field, incoming.reading());
        if (address.isEmpty()) return refused("share-with-here", List.of(new Invalid("shareWith", "INVALID")));
        return address.get().host().equals(own)
                ? Optional.empty()
                : refused("share-with-here", List.of(new Invalid("shareWith", "NOT_THIS_SERVER")));
    }

    private Optional<Refusal> recipientKnown(Incoming incoming) {
        if (incoming.recipient().isEmpty()) return Optional.empty();
        var identifier = incoming.recipient().get();
        var known = isGroup(incoming)
                ? recipients.group(identifier).isPresent()
                : recipients.user(identifier).isPresent();
        return known ? Optional.empty() : refused("recipient-known", List.of(new Invalid("shareWith", "NOT_FOUND")));
    }

    /** Some products look for a user of that name before they look at what kind of share it is. */
    private Optional<Refusal> userKnown(Incoming incoming) {
        return incoming.recipient().filter(r -> recipients.user(r).isEmpty()).isEmpty()
                ? Optional.empty()
                : refused("user-known", List.of(new Invalid("shareWith", "NOT_FOUND")));
    }

    private static boolean isGroup(Incoming incoming) {
        return incoming.view()
                .shareType()
                .value()
                .flatMap(ShareType::of)
                .filter(ShareType.GROUP::equals)
                .isPresent();
    }

    /** Some products look at the document of the sender's server: it must share resources of that type. */
    private Optional<Refusal> senderDiscovered(Incoming incoming) {
        var type = incoming.view().resourceType().value().orElse("");
        return incoming.sender()
                .flatMap(sender -> remote.objection(
                        sender.host(), type, peer -> incoming.found().set(Optional.of(peer))))
                .map(why -> Refusal.of("sender-discovered", 400, "SENDER_NOT_DISCOVERED", why));
    }

    private Optional<Refusal> pendingLimit(Incoming incoming) {
        var limit = manner.limits().pendingShares();
        var recipient = incoming.recipient();
        if (recipient.isEmpty() || shares.pending(recipient.get()) < limit) return Optional.empty();
        return Optional.of(Refusal.of(
                "pending-limit", 503, "TOO_MANY_PENDING_SHARES", limit + " shares already wait for an answer there"));
    }

    /** The same message again is the same share; another message under its id is a conflict (AMB-23). */
    private Optional<Refusal> notADuplicate(Incoming incoming) {
        var sender = Senders.of(incoming.view());
        var id = incoming.view().providerId().value();
        if (sender.isEmpty() || id.isEmpty()) return Optional.empty();
        var known = shares.get(sender.get().host(), id.get());
        return known.filter(k -> !k.fingerprint().equals(fingerprint(incoming)))
                .map(_ -> Refusal.of(
                        "not-a-duplicate", 409, "SHARE_ALREADY_EXISTS", "another share came under this id before"));
    }

    /** By which two messages under one id are told apart. */
    String fingerprint(Incoming incoming) {
        var compares = manner.bent(ShareReceiveCompares.class);
        if (compares.isEmpty()) return Senders.fingerprint(incoming.view());
        var values = new ArrayList<Object>();
        for (var member : compares.get().members())
            values.add(incoming.whole()
                    .at(member)
                    .filter(n -> !n.isNull() && !(n.isTextual() && n.textValue().isEmpty()))
                    .map(Object::toString)
                    .orElse(""));
        return Senders.fingerprint(values);
    }

    private static Optional<Refusal> unless(
            Field<String> field, Predicate<String> fine, Function<String, Refusal> refusal) {
        return field.value().filter(fine.negate()).map(refusal);
    }

    private static String quote(String text) {
        return "'" + NotWellFormed.quote(text) + "'";
    }

    /** Two different shares came under one id at once, and this one came second. */
    static Refusal conflict() {
        return Refusal.of("not-a-duplicate", 409, "SHARE_ALREADY_EXISTS", "another share came under this id just now");
    }
}
