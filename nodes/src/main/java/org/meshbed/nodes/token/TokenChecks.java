package org.meshbed.nodes.token;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.meshbed.nodes.dialect.Capability;
import org.meshbed.nodes.dialect.Reading;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.dialect.TokenForm;
import org.meshbed.nodes.discovery.Lookup;
import org.meshbed.nodes.discovery.Peers;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.protocol.Field;
import org.meshbed.nodes.signature.Signing;
import org.meshbed.nodes.signature.Verdict;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.Family;

/**
 * The checks of a token request, in the order in which they look. Their refusals have the codes of RFC 6749, 5.2. A
 * code that was given to another server is refused like one that nobody gave out: whoever guesses learns nothing.
 */
final class TokenChecks {
    private static final int LONGEST_CODE = 1024;

    private final Map<String, Function<Examined, Optional<Refusal>>> byName = new LinkedHashMap<>();
    private final Manner manner;
    private final Peers peers;
    private final Codes codes;

    TokenChecks(Manner manner, Peers peers, Codes codes) {
        this.manner = manner;
        this.peers = peers;
        this.codes = codes;
        byName.put("form-taken", this::formTaken);
        byName.put("body-readable", examined -> examined.request().broken().map(TokenChecks::unreadable));
        byName.put("fields-present", TokenChecks::fieldsPresent);
        byName.put("grant-type-supported", TokenChecks::grantTypeSupported);
        byName.put("client-well-formed", TokenChecks::clientWellFormed);
        byName.put("signature-valid", this::signatureValid);
        byName.put(
                "signature-fits",
                e -> e.request().signed().look(e.client()) instanceof Verdict.Refused(var why)
                        ? refused(why.check(), "INVALID_CLIENT", why.why()).map(r -> r.as(why.kind()))
                        : Optional.empty());
        byName.put("code-known", TokenChecks::codeKnown);
        byName.put("code-of-the-client", TokenChecks::codeOfTheClient);
        byName.put("code-of-the-form", TokenChecks::codeOfTheForm);
        byName.put("share-open", TokenChecks::shareOpen);
        byName.put(
                "signature-readable", e -> e.request().signed().look(e.client()).unread());
    }

    Examined examine(TokenRequest request) {
        var form = List.of(TokenForm.values()).stream()
                .filter(f -> f.contentType().equals(request.contentType()))
                .findFirst();
        var code = request.code().value().filter(c -> c.length() <= LONGEST_CODE);
        return new Examined(request, form, client(request), code.flatMap(codes::find));
    }

    Map<String, Function<Examined, Optional<Refusal>>> byName() {
        return byName;
    }

    /** Its own, and of what older servers send the JSON of 1.2, unless it takes only what its own version has. */
    private Optional<Refusal> formTaken(Examined examined) {
        var own = manner.receiving(Family.TOKEN).tokens().orElse(TokenForm.FORM);
        var taken = examined.form()
                .filter(form -> form == own || form == TokenForm.JSON && manner.reading() == Reading.LENIENT);
        return taken.isPresent()
                ? Optional.empty()
                : refused("form-taken", "INVALID_REQUEST", "the body is not " + own.contentType());
    }

    private static Optional<Refusal> fieldsPresent(Examined examined) {
        for (var field : List.of("grant_type", "client_id", "code")) {
            var came = examined.request().message().text(field);
            if (!(came instanceof Field.Value<String>(var text)) || text.isEmpty())
                return refused("fields-present", "INVALID_REQUEST", field + " is missing or no text");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> grantTypeSupported(Examined examined) {
        var right = examined.form().map(TokenForm::grantType);
        return examined.request().grantType().value().equals(right)
                ? Optional.empty()
                : refused(
                        "grant-type-supported",
                        "UNSUPPORTED_GRANT_TYPE",
                        "the grant type is not " + right.orElse("known"));
    }

    private static Optional<Refusal> clientWellFormed(Examined examined) {
        return examined.client().isPresent()
                ? Optional.empty()
                : refused("client-well-formed", "INVALID_CLIENT", "the client is not named by its host");
    }

    private static Optional<ServerHost> client(TokenRequest request) {
        try {
            return request.clientId()
                    .value()
                    .map(named -> request.byAddress() ? named.substring(named.lastIndexOf('@') + 1) : named)
                    .map(ServerHost::parse);
        } catch (NotWellFormed e) {
            return Optional.empty();
        }
    }

    /** What is too large or too slow has a name of its own. */
    private static Refusal unreadable(Refusal why) {
        return why.check().equals("body-is-json")
                ? Refusal.of("body-readable", why.status(), why.code(), why.why())
                : why;
    }

    /**
     * In the name of the client (AMB-84). A node that looks at signatures takes no unsigned request from a client that
     * says that it signs: whoever has a secret could come in its name (OCM-SEC-05).
     */
    private Optional<Refusal> signatureValid(Examined examined) {
        return switch (examined.request().signed().look(examined.client())) {
            case Verdict.Verified _ -> Optional.empty();
            case Verdict.Refused(var why) ->
                refused(why.check(), "INVALID_CLIENT", why.why()).map(r -> r.as(why.kind()));
            case Verdict.Unsigned(var why) ->
                Signing.of(manner).verifies()
                                && recipient(examined).filter(this::signs).isPresent()
                        ? refused("signature-valid", "INVALID_CLIENT", why + ", and the client signs")
                        : Optional.empty();
        };
    }

    /** The client, where the code is its own: nobody is looked up for whoever guesses. */
    private static Optional<ServerHost> recipient(Examined examined) {
        return examined.coded()
                .map(Codes.Coded::recipient)
                .filter(server -> examined.client().equals(Optional.of(server)));
    }

    private boolean signs(ServerHost client) {
        return peers.find(client) instanceof Lookup.Found(var peer) && peer.can(Capability.HTTP_SIGNATURES);
    }

    private static Optional<Refusal> codeKnown(Examined examined) {
        return examined.coded().isPresent()
                ? Optional.empty()
                : refused("code-known", "INVALID_GRANT", "no share stands open for that code");
    }

    private static Optional<Refusal> codeOfTheClient(Examined examined) {
        return examined.coded()
                .filter(c -> !examined.client().equals(Optional.of(c.recipient())))
                .flatMap(c -> refused(
                        "code-of-the-client",
                        "INVALID_GRANT",
                        "share " + c.share() + " is with " + c.recipient() + ", and not with the client"));
    }

    /** JSON is for what was announced in the words of 1.2; everybody else sends a form (OCM-TOKEN-02). */
    private static Optional<Refusal> codeOfTheForm(Examined examined) {
        if (!examined.form().equals(Optional.of(TokenForm.JSON))) return Optional.empty();
        return examined.coded()
                .filter(c -> !c.byCode())
                .flatMap(c -> refused(
                        "code-of-the-form",
                        "INVALID_REQUEST",
                        "share " + c.share() + " was announced with a secret, to be exchanged by a form"));
    }

    private static Optional<Refusal> shareOpen(Examined examined) {
        return examined.coded()
                .filter(c -> !c.open())
                .flatMap(c -> refused("share-open", "INVALID_GRANT", "share " + c.share() + " was declined"));
    }

    private static Optional<Refusal> refused(String check, String code, String why) {
        return Optional.of(Refusal.of(check, 400, code, why));
    }

    /** The share ended while its token was made. */
    static Refusal ended() {
        return Refusal.of("code-known", 400, "INVALID_GRANT", "the share has just ended");
    }
}
