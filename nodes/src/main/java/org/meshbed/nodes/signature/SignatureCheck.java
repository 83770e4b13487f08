package org.meshbed.nodes.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.dialect.SignatureForm;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.port.Time;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.signature.KeySource.Answer;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.SignatureQuirk.SignatureDemands;
import org.meshbed.nodes.vendor.quirk.SignatureQuirk.SignatureDigests;
import org.meshbed.nodes.vendor.quirk.SignatureQuirk.SignatureKeys;

/**
 * Looks at the signature of a request that came: is there one that means something here, was it made by the server in
 * whose name the request speaks, for this server, lately, and of this very body. Replays within the window pass, since
 * the drafts leave them to the window: the same message again has no second effect.
 */
public final class SignatureCheck {
    /** The name of the check in profiles and journals. */
    public static final String NAME = "signature-valid";

    /** A signature is taken for so long after it was made; the drafts leave the window to the server. */
    public static final Duration FRESH = Duration.ofMinutes(5);

    /** So far the clock of a signer may go ahead. */
    public static final Duration AHEAD = Duration.ofMinutes(1);

    /** The code of a refusal where a signature is of no form that is known. */
    public static final String UNREADABLE = "SIGNATURE_UNREADABLE";

    /** The code of a refusal where a signature does not fit. */
    public static final String INVALID = "SIGNATURE_INVALID";

    private final Manner manner;
    private final KeySource keys;
    private final Time time;
    private final Witness witness;

    public SignatureCheck(Manner manner, KeySource keys, Time time, Witness witness) {
        this.manner = manner;
        this.keys = keys;
        this.time = time;
        this.witness = witness;
    }

    /**
     * @param claimed the server that the message says it comes from; where it says nothing, the name of the key has to
     */
    public Verdict look(Arrived request, Optional<ServerHost> claimed) {
        var signing = Signing.of(manner);
        if (!signing.forms().isEmpty()) manner.find(SignatureDemands.class);
        if (!signing.verifies()) return new Verdict.Unsigned("this server looks at no signatures");
        var verdict = verdict(signing, request, claimed);
        if (verdict instanceof Verdict.Verified(var signer, var keyId))
            witness.decided("signature", "verified", "made by " + signer + " with the key " + quote(keyId));
        return verdict instanceof Verdict.Unsigned(var why)
                ? digested(unsigned(signing, why, claimed), request)
                : verdict;
    }

    /** Some look at the digest of what is not signed, too. */
    private Verdict digested(Verdict verdict, Arrived request) {
        var looks = verdict instanceof Verdict.Unsigned
                && request.headers().first("Content-Digest").isPresent()
                && manner.bent(SignatureDigests.class).isPresent();
        if (!looks) return verdict;
        try {
            Digests.checkContentDigest(request.headers(), request.body());
            return verdict;
        } catch (Malformed e) {
            return new Verdict.Refused(
                    Refusal.of(NAME, 401, "SIGNATURE_INVALID", e.getMessage()).as(e.kind()));
        }
    }

    private Verdict verdict(Signing signing, Arrived request, Optional<ServerHost> claimed) {
        if (signing.own().filter(SignatureForm.OCM_STUB::equals).isPresent()) return values(request);
        try {
            if (MessageSignature.any(request.headers())) return message(signing, request, claimed);
            if (request.headers().first(MessageSignature.SIGNATURE).isEmpty())
                return new Verdict.Unsigned("there is no signature");
            var cavage = CavageSignature.read(request.headers());
            return signing.knows(SignatureForm.CAVAGE)
                    ? cavage(cavage, request, claimed)
                    : new Verdict.Unsigned("the signature is one of OCM 1.2, which means nothing here");
        } catch (Malformed e) {
            return new Verdict.Refused(
                    Refusal.of(NAME, 401, "SIGNATURE_INVALID", e.getMessage()).as(e.kind()));
        }
    }

    /** The form of ocm-stub: whose name the message speaks in is not asked, nor when it was signed. */
    private Verdict values(Arrived request) {
        var line = request.headers().first(MessageSignature.SIGNATURE);
        if (line.isEmpty()) return new Verdict.Unsigned("there is no signature");
        try {
            var signature = ValuesSignature.read(line.get());
            var signer = signature.signer();
            var found = keys.bare(signer);
            return verified(
                    signer,
                    signer.toString(),
                    found,
                    answer -> answer instanceof Answer.Pem(var key) && signature.fits(key, request),
                    _ -> found);
        } catch (Malformed e) {
            return refused(401, UNREADABLE, e.getMessage());
        }
    }

    private Verdict unsigned(Signing signing, String why, Optional<ServerHost> claimed) {
        var demanded = signing.demandsOfEverybody()
                || signing.demands().equals("signers")
                        && claimed.filter(keys::signs).isPresent();
        if (demanded) return refused(401, "SIGNATURE_REQUIRED", why + ", and this server demands one");
        witness.decided("signature", "none", why + ", and none is demanded");
        return new Verdict.Unsigned(why);
    }

    private Verdict message(Signing signing, Arrived request, Optional<ServerHost> claimed) throws Malformed {
        var all = MessageSignature.all(request.headers());
        for (var form : signing.forms()) {
            var meant = meant(form, signing, all);
            if (meant.isPresent() && (form == SignatureForm.TAGGED || usual(meant.get(), form, signing, claimed)))
                return message(meant.get(), form, request, claimed);
        }
        if (signing.knows(SignatureForm.LABELLED) && !signing.knows(SignatureForm.TAGGED))
            throw new Malformed("none of the signatures is labelled ocm");
        return new Verdict.Unsigned("none of the signatures is one of this server's version of OCM");
    }

    /** The one signature that is there for a verifier of that form. */
    private static Optional<MessageSignature> meant(SignatureForm form, Signing signing, List<MessageSignature> all)
            throws Malformed {
        return switch (form) {
            case CAVAGE, OCM_STUB -> Optional.empty();
            case LABELLED, DUAL ->
                all.stream().filter(s -> s.label().equals(MessageSignature.OCM)).findFirst();
            case TAGGED -> only(all.stream().filter(MessageSignature::tagged).toList(), "are tagged ocm");
            case UNNAMED ->
                signing.knows(SignatureForm.TAGGED) ? unmarked(all) : only(all, "are there, of which none is marked");
        };
    }

    /** Whoever knows the tag of 1.5 takes what has none from servers of older versions only, in the form of those. */
    private boolean usual(
            MessageSignature signature, SignatureForm form, Signing signing, Optional<ServerHost> claimed) {
        if (!signing.knows(SignatureForm.TAGGED)) return true;
        var signer = claimed.or(() -> signature.keyid().flatMap(SignatureCheck::named));
        return signer.flatMap(keys::form).filter(form::equals).isPresent();
    }

    /** For who knows marks as well, one of several unmarked ones says nothing; nor does one marked for something else. */
    private static Optional<MessageSignature> unmarked(List<MessageSignature> all) {
        return all.stream().filter(s -> all.size() == 1 && !s.marked()).findFirst();
    }

    private static Optional<MessageSignature> only(List<MessageSignature> found, String which) throws Malformed {
        if (found.size() > 1) throw new Malformed(found.size() + " signatures " + which);
        return found.stream().findFirst();
    }

    private Verdict message(
            MessageSignature signature, SignatureForm form, Arrived request, Optional<ServerHost> claimed)
            throws Malformed {
        signature.checkCoverage(form);
        var kid = signature.keyid().orElseThrow(() -> new Malformed("the signature has no keyid"));
        fresh(signature.created().orElseThrow(() -> new Malformed("the signature has no created")));
        Digests.checkContentDigest(request.headers(), request.body());
        wholeBody(request);
        var base = signature.base(request);
        var own = manner.bent(SignatureKeys.class);
        var byKey = own.flatMap(SignatureKeys::of).isPresent();
        var signer = byKey ? ofTheKey(kid) : signer(claimed, kid);
        var anyCase = own.flatMap(SignatureKeys::algorithms).isPresent();
        var found = keys.jwk(signer, kid, false);
        var verdict = verified(
                signer,
                kid,
                found,
                answer -> fits(answer, signature, base, anyCase),
                anew -> own.flatMap(SignatureKeys::keeps).isPresent() ? found : keys.jwk(signer, kid, anew));
        return byKey ? sender(verdict, claimed) : verdict;
    }

    /** Whoever looks at the name of the key first finds out in the end whether it is the sender's. */
    private static Verdict sender(Verdict verdict, Optional<ServerHost> claimed) {
        var another =
                verdict.signer().filter(s -> claimed.filter(c -> !c.equals(s)).isPresent());
        return another.<Verdict>map(s -> new Verdict.Refused(
                        Refusal.of(NAME, 401, "SIGNATURE_INVALID", s + " has signed, and is not the sender")
                                .as("SIGNED_BY_ANOTHER")))
                .orElse(verdict);
    }

    private static ServerHost ofTheKey(String kid) throws Malformed {
        var hash = kid.indexOf('#');
        if (kid.isEmpty()) throw new Malformed("the signature has no keyid");
        var host = hash < 0
                ? ""
                : kid.substring(0, hash).replaceFirst("(?i)^https?://", "").replaceFirst("/.*", "");
        try {
            return ServerHost.parse(host);
        } catch (NotWellFormed e) {
            throw new Malformed("KEY_NOT_AVAILABLE", "the key " + quote(kid) + " names no server");
        }
    }

    private static boolean fits(Answer answer, MessageSignature signature, byte[] base, boolean anyCase)
            throws Malformed {
        if (!(answer instanceof Answer.Key(var key))) return false;
        var alg = signature.alg();
        var said = alg.map(a -> anyCase ? a.toLowerCase(Locale.ROOT) : a);
        if (said.isPresent() && !said.equals(key.algorithm().http()))
            throw new Malformed(
                    "ALGORITHM_REJECTED",
                    "the signature says that it is by " + quote(alg.get()) + ", but the key is for "
                            + key.algorithm().jose());
        return key.verifies(base, signature.signature());
    }

    private Verdict cavage(CavageSignature signature, Arrived request, Optional<ServerHost> claimed) throws Malformed {
        signature.checkCoverage();
        var date = SignatureBase.header("date", request.headers());
        fresh(HttpTime.read(date));
        if (!request.headers()
                .first("Host")
                .filter(request.at().authority()::equalsIgnoreCase)
                .isPresent()) throw new Malformed("the signature is for another server than this one");
        Digests.checkDigest(request.headers(), request.body());
        wholeBody(request);
        var signer = signer(claimed, signature.keyId());
        if (named(signature.keyId()).filter(signer::equals).isEmpty())
            throw new Malformed("the key " + quote(signature.keyId()) + " is none of " + signer);
        return verified(
                signer,
                signature.keyId(),
                keys.pem(signer, signature.keyId(), false),
                answer -> answer instanceof Answer.Pem(var key) && signature.verifies(key, request),
                anew -> keys.pem(signer, signature.keyId(), anew));
    }

    private interface Fit {
        boolean of(Answer answer) throws Malformed;
    }

    private interface Again {
        Answer ask(boolean anew);
    }

    /** A signature that does not fit a key that was kept may fit the one that has replaced it. */
    private static Verdict verified(ServerHost signer, String keyId, Answer found, Fit fit, Again again)
            throws Malformed {
        if (fit.of(found)) return new Verdict.Verified(signer, keyId);
        if (found instanceof Answer.Key || found instanceof Answer.Pem) {
            var anew = again.ask(true);
            if (!anew.equals(found)) return verified(signer, keyId, anew, fit, _ -> anew);
        }
        return switch (found) {
            case Answer.Key _, Answer.Pem _ ->
                refused(
                        401,
                        "SIGNATURE_INVALID",
                        "the signature does not fit the key " + quote(keyId) + " of " + signer);
            case Answer.None(var why) -> refused(401, "KEY_NOT_FOUND", why);
            case Answer.Unreachable(var why, var passing) -> refused(passing ? 503 : 401, "KEY_NOT_AVAILABLE", why);
        };
    }

    private static ServerHost signer(Optional<ServerHost> claimed, String keyId) throws Malformed {
        return claimed.or(() -> named(keyId))
                .orElseThrow(() -> new Malformed("neither the message nor the key names the server that signed"));
    }

    /** The host in the name of a key: {@code host#key1}, or a URL. */
    private static Optional<ServerHost> named(String keyId) {
        try {
            if (keyId.matches("(?i)https?://.*"))
                return Optional.of(Endpoint.parse(keyId).origin().host());
            var hash = keyId.indexOf('#');
            return Optional.of(ServerHost.parse(hash < 0 ? keyId : keyId.substring(0, hash)));
        } catch (NotWellFormed e) {
            return Optional.empty();
        }
    }

    private void fresh(Instant made) throws Malformed {
        var now = time.now();
        if (made.isAfter(now.plus(AHEAD))) throw new Malformed("the signature was made in the future, at " + made);
        if (made.isBefore(now.minus(FRESH)))
            throw new Malformed(
                    "the signature was made at " + made + ", longer than " + FRESH.toMinutes() + " minutes ago");
    }

    private static void wholeBody(Arrived request) throws Malformed {
        var said = request.headers().first("Content-Length").orElse("");
        if (!said.strip().equals(String.valueOf(request.body().length)))
            throw new Malformed(
                    "Content-Length is " + quote(said) + ", but the body has " + request.body().length + " bytes");
    }

    private static Verdict refused(int status, String code, String why) {
        return new Verdict.Refused(Refusal.of(NAME, status, code, why));
    }

    private static String quote(String text) {
        return "'" + NotWellFormed.quote(text) + "'";
    }
}
