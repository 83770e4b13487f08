package org.meshbed.nodes.discovery;

import java.util.Optional;
import java.util.function.BiFunction;
import org.meshbed.nodes.dialect.Dialect;
import org.meshbed.nodes.dialect.Dialects;
import org.meshbed.nodes.dialect.Outgoing;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.vendor.Errand;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.Family;
import org.meshbed.nodes.vendor.quirk.SendQuirk.SendAttempts;

/**
 * Carries a message to a server in the manner of products that try several times at once, look the server up each time,
 * and go back to the calls of before OCM where the other server does not take the message.
 */
public final class Deliveries {
    private final Manner manner;
    private final Peers peers;
    private final Courier courier;

    public Deliveries(Manner manner, Peers peers, Courier courier) {
        this.manner = manner;
        this.peers = peers;
        this.courier = courier;
    }

    /** What came of it. */
    public sealed interface Delivery {
        record Done(WireReply reply) implements Delivery {}

        /**
         * It was not taken, by any way.
         *
         * @param stopped whether the other server answered so that it is not tried again
         */
        record Not(String why, boolean stopped) implements Delivery {}
    }

    /** A message in the form of a dialect; empty where that has no word for it. */
    public interface Message extends BiFunction<Peer, Dialect, Optional<Outgoing>> {}

    /** How the vendor tries; empty where it sends once. */
    public Optional<SendAttempts> own() {
        return manner.bent(SendAttempts.class);
    }

    public Delivery send(SendAttempts how, ServerHost host, Errand errand, Message message) {
        var outcome = new Course(how, host, errand, message, false).run();
        if (outcome instanceof Delivery.Not(var _, var stopped)
                && !stopped
                && how.legacy().isPresent()) {
            var old = new Errand("legacy-" + errand.request(), errand.facts());
            return new Course(how, host, old, message, true).run();
        }
        return outcome;
    }

    /** The tries of one way. */
    private final class Course {
        private final SendAttempts how;
        private final ServerHost host;
        private final Errand errand;
        private final Message message;
        private final boolean legacy;

        Course(SendAttempts how, ServerHost host, Errand errand, Message message, boolean legacy) {
            this.how = how;
            this.host = host;
            this.errand = errand;
            this.message = message;
            this.legacy = legacy;
        }

        Delivery run() {
            var schemes = peers.schemes();
            var scheme = 0;
            Delivery last = new Delivery.Not(host + " was not called", false);
            for (var times = 0; times < how.times(); times++) {
                var tried = once(new Origin(schemes.get(scheme), host));
                if (tried.end().isPresent()) return tried.end().get();
                last = new Delivery.Not(tried.why(), false);
                if (!tried.refused() && ++scheme == schemes.size()) return last;
            }
            return last;
        }

        private Tried once(Origin origin) {
            var asked = legacy
                    ? new Peers.Asked(
                            new Lookup.Found(
                                    peers.askLegacy(origin, how.legacy().orElseThrow())),
                            0)
                    : peers.ask(origin);
            if (how.stops().contains(asked.status())) return Tried.end(host + " answered " + asked.status(), true);
            return switch (asked.lookup()) {
                case Lookup.Failed(var why, var _) -> new Tried(Optional.empty(), why, false);
                case Lookup.Found(var peer) -> post(peer);
            };
        }

        private Tried post(Peer peer) {
            var dialect = legacy ? Dialects.OCS : manner.towards(Family.SHARE, peer.apiVersion());
            var outgoing = message.apply(peer, dialect);
            if (outgoing.isEmpty()) return Tried.end("OCM " + dialect.name() + " has no word for it", true);
            var exchange = courier.post(peer, errand, outgoing.get());
            if (!(exchange instanceof Exchange.Replied(var reply)))
                return new Tried(Optional.empty(), host + " " + exchange.words(), false);
            var words = host + " answered " + reply.status();
            if (courier.succeeded(errand.request(), reply, dialect.succeeded(reply)))
                return new Tried(Optional.of(new Delivery.Done(reply)), words, false);
            if (how.stops().contains(reply.status())) return Tried.end(words, true);
            return reply.status() < 400
                    ? Tried.end(words, false)
                    : new Tried(Optional.empty(), words, reply.status() < 500);
        }
    }

    /**
     * One try.
     *
     * @param end where there is no other by this way
     * @param refused whether the other server said no, so that the same is tried again
     */
    private record Tried(Optional<Delivery> end, String why, boolean refused) {
        static Tried end(String why, boolean stopped) {
            return new Tried(Optional.of(new Delivery.Not(why, stopped)), why, false);
        }
    }
}
