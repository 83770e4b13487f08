package org.meshbed.nodes.discovery;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.meshbed.nodes.dialect.OwnDocument.PublicKeyEntry;
import org.meshbed.nodes.dialect.SignatureForm;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Time;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.signature.JwkSet;
import org.meshbed.nodes.signature.KeySource;
import org.meshbed.nodes.signature.PublicKeys;
import org.meshbed.nodes.trust.Outbound;
import org.meshbed.nodes.vendor.Errand;

/**
 * The public keys of other servers, from the key document that each server's own discovery document names. A JWK Set is
 * kept for ten minutes. Where a key is not in it, or does not fit, the set is asked for once more, since the key may have
 * been changed; so often, and no more, that nobody can make this server ask another without end.
 */
public final class PeerKeys implements KeySource {
    public static final Duration KEPT = Duration.ofMinutes(10);

    /** After a set was asked for anew, so long nothing but its age is a reason to ask again. */
    public static final Duration PAUSE = Duration.ofSeconds(30);

    private static final String WELL_KNOWN = "/.well-known/jwks.json";

    private final Peers peers;
    private final Outbound outbound;
    private final Time time;
    private final Witness witness;
    private final Optional<Duration> keeps;
    private final Map<ServerHost, Kept> kept = new ConcurrentHashMap<>();
    private final Map<ServerHost, Instant> askedAnew = new ConcurrentHashMap<>();

    private record Kept(JwkSet keys, Instant until) {}

    private sealed interface Fetched {
        record Keys(JwkSet set) implements Fetched {}

        record Not(Answer.Unreachable why) implements Fetched {}
    }

    /** {@code keeps}: how long a set is kept, where that is not {@link #KEPT}. */
    public PeerKeys(Peers peers, Outbound outbound, Time time, Witness witness, Optional<Duration> keeps) {
        this.keeps = keeps;
        this.peers = peers;
        this.outbound = outbound;
        this.time = time;
        this.witness = witness;
    }

    @Override
    public Answer jwk(ServerHost signer, String kid, boolean anew) {
        var known = kept.get(signer);
        if (known == null || !time.now().isBefore(known.until())) return answer(fetch(signer, kid), signer, kid);
        var answer = answer(new Fetched.Keys(known.keys()), signer, kid);
        var enough = answer instanceof Answer.Key && !anew;
        return enough || !mayAskAnew(signer) ? answer : answer(fetch(signer, kid), signer, kid);
    }

    private boolean mayAskAnew(ServerHost signer) {
        var now = time.now();
        var before = askedAnew.get(signer);
        if (before != null && now.isBefore(before.plus(PAUSE))) return false;
        askedAnew.put(signer, now);
        return true;
    }

    private static Answer answer(Fetched fetched, ServerHost signer, String kid) {
        return switch (fetched) {
            case Fetched.Not(var why) -> why;
            case Fetched.Keys(var set) -> {
                var named = "the key '" + NotWellFormed.quote(kid) + "' of " + signer;
                yield set.find(kid)
                        .map(entry -> switch (entry) {
                            case JwkSet.Entry.Usable(var key) -> (Answer) new Answer.Key(key);
                            case JwkSet.Entry.Unusable(var why) -> new Answer.None(named + " " + why);
                        })
                        .orElseGet(() -> new Answer.None(named + " is not in its JWK Set"));
            }
        };
    }

    /** By the scheme in the name of the key, where there is one. */
    private Fetched fetch(ServerHost signer, String kid) {
        return switch (peers.find(signer, "keys", Scheme.of(kid))) {
            case Lookup.Failed(var why, var passing) -> failed(signer, why, passing);
            case Lookup.Found(var peer) -> fetch(signer, at(peer));
        };
    }

    /** Before 1.5 the set has one place; since then the document says where it is. */
    private static Endpoint at(Peer peer) {
        var scheme = peer.endPoint().origin().scheme();
        return peer.jwksUri().orElseGet(() -> new Endpoint(new Origin(scheme, peer.host()), WELL_KNOWN));
    }

    private Fetched fetch(ServerHost signer, Endpoint at) {
        var objection = outbound.objection(signer, at);
        if (objection.isPresent()) return failed(signer, at + " is not called: " + objection.get(), false);
        var exchange = outbound.fetch(Errand.of("keys"), at);
        if (!(exchange instanceof Exchange.Replied(var reply)))
            return failed(signer, "its JWK Set at " + at + ": " + exchange.words(), true);
        if (reply.status() != 200)
            return failed(
                    signer, "its JWK Set at " + at + " is answered with " + reply.status(), reply.status() >= 500);
        try {
            var set = JwkSet.read(outbound.read(reply, JwkSet.LARGEST));
            kept.put(signer, new Kept(set, time.now().plus(keeps.orElse(KEPT))));
            if (keeps.isPresent()) askedAnew.put(signer, time.now());
            witness.decided("keys of " + signer, "found", "at " + at);
            return new Fetched.Keys(set);
        } catch (Outbound.TooLarge | JwkSet.NotASet e) {
            return failed(signer, "its JWK Set at " + at + " cannot be read: " + e.getMessage(), false);
        } catch (IOException e) {
            return failed(signer, "its JWK Set at " + at + " broke off", true);
        }
    }

    private Fetched failed(ServerHost signer, String why, boolean passing) {
        var words = "the keys of " + signer + " could not be had: " + why;
        witness.decided("keys of " + signer, "failed", why);
        return new Fetched.Not(new Answer.Unreachable(words, passing));
    }

    @Override
    public Answer pem(ServerHost signer, String keyId, boolean anew) {
        if (!anew) return pem(peers.find(signer, "keys"), signer, keyId, true);
        return mayAskAnew(signer)
                ? pem(peers.refresh(signer), signer, keyId, false)
                : pem(peers.find(signer, "keys"), signer, keyId, false);
    }

    @Override
    public Answer bare(ServerHost signer) {
        return switch (peers.find(signer, "keys")) {
            case Lookup.Failed(var why, var passing) ->
                new Answer.Unreachable("the key of " + signer + " could not be had: " + why, passing);
            case Lookup.Found(var peer) -> PublicKeys.bare(peer.bareKey(), signer);
        };
    }

    private Answer pem(Lookup lookup, ServerHost signer, String keyId, boolean again) {
        if (lookup instanceof Lookup.Failed(var why, var passing))
            return new Answer.Unreachable("the key of " + signer + " could not be had: " + why, passing);
        var entry = ((Lookup.Found) lookup).peer().publicKey();
        var answer = PublicKeys.named(entry.filter(e -> named(e, keyId)), keyId, signer);
        return again && answer instanceof Answer.None && mayAskAnew(signer)
                ? pem(peers.refresh(signer), signer, keyId, false)
                : answer;
    }

    private static boolean named(PublicKeyEntry entry, String keyId) {
        return entry.keyId().equals(keyId);
    }

    @Override
    public Optional<SignatureForm> form(ServerHost server) {
        return peers.find(server) instanceof Lookup.Found(var peer) ? peer.signatureForm() : Optional.empty();
    }

    @Override
    public boolean signs(ServerHost server) {
        return peers.find(server, "keys") instanceof Lookup.Found(var peer) && peer.signs();
    }
}
