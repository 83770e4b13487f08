package org.meshbed.nodes.token;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.meshbed.nodes.dialect.Capability;
import org.meshbed.nodes.dialect.TokenForm;
import org.meshbed.nodes.discovery.Courier;
import org.meshbed.nodes.discovery.Peer;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Time;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.trust.Outbound;
import org.meshbed.nodes.vendor.Errand;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.TokenQuirk.TokenAsks;
import org.meshbed.nodes.vendor.quirk.TokenQuirk.TokenKeeps;

/**
 * The access tokens that this node got for shares it received. They live in memory, as long as they are good: before
 * one expires, the code is exchanged again (OCM-TOKEN-07), and after a restart, too.
 */
public final class AccessTokens {
    /** A token is not used in the last tenth of its life, nor in its last half minute where it lives longer. */
    private static final Duration EARLY = Duration.ofSeconds(30);

    private final Courier courier;
    private final Outbound outbound;
    private final Manner manner;
    private final ServerHost own;
    private final Time time;
    private final Witness witness;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(String token, Instant until) {}

    public AccessTokens(Courier courier, Outbound outbound, Manner manner, ServerHost own, Time time, Witness witness) {
        this.courier = courier;
        this.outbound = outbound;
        this.manner = manner;
        this.own = own;
        this.time = time;
        this.witness = witness;
    }

    /** How an exchange went. */
    public sealed interface Outcome {
        /** @param fresh whether it was got just now, and not kept from before */
        record Got(String token, boolean fresh) implements Outcome {}

        /** @param why in words that begin with the name of the server */
        record Not(String why) implements Outcome {}
    }

    /**
     * Whether this server says that it exchanges codes, and where.
     *
     * @param byCode whether the share has a code beside or instead of its secret, as 1.2 has it
     */
    public static boolean offers(Peer peer, boolean byCode) {
        return peer.can(Capability.EXCHANGE_TOKEN)
                && place(peer).isPresent()
                && (byCode || form(peer) == TokenForm.FORM);
    }

    /** A token for a share, kept from before or got now; {@code share} names it among all that this node received. */
    public Outcome token(Peer peer, String share, String code) {
        var known = manner.bent(TokenKeeps.class).isPresent() ? null : kept.get(share);
        if (known != null && time.now().isBefore(known.until())) return new Outcome.Got(known.token(), false);
        return exchange(peer, share, code);
    }

    /** A token got just now, whatever was kept. */
    public Outcome fresh(Peer peer, String share, String code) {
        return exchange(peer, share, code);
    }

    /** The token did not open the share, or the share is gone. */
    public void forget(String share) {
        kept.remove(share);
    }

    private Outcome exchange(Peer peer, String share, String code) {
        var outcome = ask(peer, share, code);
        switch (outcome) {
            case Outcome.Got _ -> witness.decided("token", "exchanged", "for a share of " + peer.host());
            case Outcome.Not(var why) -> witness.decided("token", "not exchanged", why);
        }
        return outcome;
    }

    /** A token for a code, got below the endpoint of a server, though it may not say that there is one. */
    public Outcome exchangeUnasked(Peer peer, String share, String code) {
        var end = peer.endPoint();
        var behind = manner.bent(TokenAsks.class).flatMap(TokenAsks::at).isPresent();
        var place = behind ? new Endpoint(end.origin(), end.target() + "/token") : end.below("token");
        return ask(peer, share, code, Optional.of(place), TokenForm.JSON);
    }

    private Outcome ask(Peer peer, String share, String code) {
        return ask(peer, share, code, place(peer), form(peer));
    }

    private Outcome ask(Peer peer, String share, String code, Optional<Endpoint> place, TokenForm form) {
        var contradiction = courier.contradiction(peer);
        if (contradiction.isPresent()) return new Outcome.Not(contradiction.get());
        if (place.isEmpty()) return new Outcome.Not(peer.host() + " does not say where tokens are to be had");
        if (!believed(place.get(), peer))
            return new Outcome.Not(
                    peer.host() + " sends for tokens to another server, or without encryption: nothing was sent there");
        var objection = outbound.objection(peer.host(), place.get());
        if (objection.isPresent())
            return new Outcome.Not(
                    "tokens of " + peer.host() + " lie at a place that is not called: " + objection.get());
        return switch (courier.post(peer, place.get(), Errand.of("token"), form.request(own.toString(), code))) {
            case Exchange.Replied(var reply) -> read(peer, share, reply);
            case Exchange exchange -> new Outcome.Not(peer.host() + " " + exchange.words());
        };
    }

    /** As its document says, or below its endpoint, where 1.2 has it. */
    private static Optional<Endpoint> place(Peer peer) {
        if (peer.tokenEndPoint().isPresent()) return peer.tokenEndPoint();
        return peer.saysCapability("receive-code") ? Optional.of(peer.endPoint().below("token")) : Optional.empty();
    }

    private static TokenForm form(Peer peer) {
        return peer.tokenEndPoint().isPresent() ? TokenForm.FORM : TokenForm.JSON;
    }

    /** A secret goes to nobody but the server whose it is, and encrypted (OCM-SEC-04), save in test set-ups. */
    private static boolean believed(Endpoint place, Peer peer) {
        var host = place.origin().host();
        var known =
                host.equals(peer.host()) || host.equals(peer.endPoint().origin().host());
        return known
                && (place.origin().scheme() == Scheme.HTTPS
                        || peer.endPoint().origin().scheme() == Scheme.HTTP);
    }

    private Outcome read(Peer peer, String share, WireReply reply) {
        try {
            var bytes = outbound.read(reply, manner.limits().messageBytes());
            if (!courier.succeeded("token", reply, reply.status() == 200))
                return new Outcome.Not(TokenReply.refusal(peer.host(), reply.status(), bytes));
            var asText = manner.bent(TokenAsks.class).flatMap(TokenAsks::takes).isPresent();
            return switch (asText ? TokenReply.readAsText(bytes) : TokenReply.read(bytes)) {
                case TokenReply.Wrong(var what) -> new Outcome.Not(peer.host() + " gave " + what);
                case TokenReply.Given(var token, var lives) -> {
                    keep(share, token, lives);
                    yield new Outcome.Got(token, true);
                }
            };
        } catch (IOException e) {
            return new Outcome.Not("the answer of " + peer.host() + " broke off");
        }
    }

    private void keep(String share, String token, Duration lives) {
        var tenth = lives.dividedBy(10);
        var early = tenth.compareTo(EARLY) < 0 ? tenth : EARLY;
        kept.put(share, new Kept(token, time.now().plus(lives).minus(early)));
    }
}
