package org.meshbed.simulator.world.loopback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.NodeStopped;
import org.meshbed.nodes.port.Timeouts;
import org.meshbed.nodes.port.Transport;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.network.Fate;
import org.meshbed.simulator.world.Framed;
import org.meshbed.simulator.world.Travelling;

/**
 * Carries requests over sockets, through the links of this world: faults are applied here, on the caller's side. To a
 * server of this world the caller waits on the world's clock; to any other it waits in real time.
 *
 * @param from name of the caller, for the journal and the network
 * @param life of the caller
 */
record LoopbackTransport(String from, Life life, Ground ground) implements Transport {
    /** The clock of the world decides; this is for a socket that hangs. */
    private static final Timeouts REAL = new Timeouts(Duration.ofSeconds(60), Duration.ofMinutes(10));

    @Override
    public Exchange exchange(Origin to, WireRequest request, Timeouts timeouts) {
        life.check();
        var known = ground.servers().name(to.host());
        var name = known.orElse(to.authority());
        var framed = Framed.request(to, request);
        var number = ground.recorder().exchangeStarted(from, name, to, framed);
        var journey = new Journey(number, name, to, framed, timeouts);
        Exchange result = new Exchange.Reset(true, from + " stopped while it waited");
        try {
            result = misled(to, timeouts)
                    .<Exchange>map(Exchange.Refused::new)
                    .orElseGet(() -> journey.travel(known.isPresent()));
        } finally {
            ground.recorder().exchangeEnded(number, result, List.copyOf(journey.faults));
        }
        return journey.recorded(result);
    }

    /** Why there is nobody to call where a test lets the name lead; empty where it leads to the server itself. */
    private Optional<String> misled(Origin to, Timeouts timeouts) {
        var names = ground.network().names();
        return names.lookUp(to.host().name())
                .filter(led -> !led.equals(Addresses.LOOPBACK.bind()))
                .map(led ->
                        timeouts.reach().objection(led).orElseGet(() -> "nobody listens at " + led.getHostAddress()));
    }

    /** One exchange under way. */
    private final class Journey {
        final List<String> faults = new ArrayList<>();
        private final long number;
        private final String to;
        private final Origin origin;
        private final WireRequest request;
        private final Timeouts timeouts;

        Journey(long number, String to, Origin origin, WireRequest request, Timeouts timeouts) {
            this.number = number;
            this.to = to;
            this.origin = origin;
            this.request = request;
            this.timeouts = timeouts;
        }

        Exchange travel(boolean ours) {
            var fate = ground.network().fate(from, to);
            faults.addAll(fate.faults());
            return switch (fate) {
                case Fate.Cut() -> {
                    pause(timeouts.connect());
                    yield new Exchange.TimedOut(false, "no connection within " + timeouts.connect());
                }
                case Fate.RequestLost() -> lost();
                case Fate.ReplyLost(var there) -> {
                    pause(there);
                    deliver(ours, 1);
                    yield lost();
                }
                case Fate.Delivered(var there, var back) -> throughLink(ours, there, back, 1);
                case Fate.Doubled(var there, var back) ->
                    throughLink(ours, there, back, request.body() instanceof Body.Stream ? 1 : 2);
            };
        }

        private Exchange throughLink(boolean ours, Duration there, Duration back, int copies) {
            pause(there);
            var result = deliver(ours, copies);
            pause(back);
            if (!ground.network().isCut(from, to)) return result;
            faults.add("link cut before the reply");
            return lost();
        }

        private Exchange deliver(boolean ours, int copies) {
            if (!ours) return ground.sockets().transport().exchange(origin, leaving(), timeouts);
            for (var copy = 1; copy < copies; copy++) deliverAgain();
            return onTheClock();
        }

        /** Somebody on the way sends it too, and hears what is answered in place of the caller. */
        private void deliverAgain() {
            ground.clockwork().begin();
            Thread.ofVirtual().name(from + " calls " + to + " again").start(() -> {
                try {
                    onTheClock();
                } catch (NodeStopped e) {
                    // The copy has nobody to tell.
                } finally {
                    ground.clockwork().end();
                }
            });
        }

        /** The socket is waited for by a thread of its own, so that the caller can go on when its time is over. */
        private Exchange onTheClock() {
            var leg = ground.clockwork().setOut(life, timeouts.reply());
            var result = new CompletableFuture<Exchange>();
            var carrier = Thread.ofVirtual().name(from + " calls " + to).start(() -> carry(leg, result));
            try {
                return ground.clockwork().awaitArrival(leg) ? result.join() : noReply();
            } finally {
                if (!result.isDone()) carrier.interrupt();
            }
        }

        private void carry(Leg leg, CompletableFuture<Exchange> result) {
            var passage = new Passages.Passage(number, leg);
            var port = new AtomicInteger();
            var serverPort = origin.host().port();
            try {
                result.complete(ground.sockets()
                        .transport()
                        .exchange(origin, leaving(), REAL.within(timeouts.reach()), callerPort -> {
                            port.set(callerPort);
                            ground.passages().enter(callerPort, serverPort, passage);
                        }));
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            } finally {
                ground.passages().leave(port.get(), serverPort, passage);
                ground.clockwork().arrive(leg);
            }
        }

        private WireRequest leaving() {
            if (!(request.body() instanceof Body.Stream(var content))) return request;
            var body = travelling(ground.recorder().passing(number, false, content));
            return new WireRequest(request.method(), request.target(), request.headers(), body, request.framing());
        }

        /** The result as the caller gets it, the passing of streamed content recorded. */
        Exchange recorded(Exchange result) {
            if (!(result instanceof Exchange.Replied(var reply)) || !(reply.body() instanceof Body.Stream(var content)))
                return result;
            var body = travelling(ground.recorder().passing(number, true, content));
            return new Exchange.Replied(new WireReply(reply.status(), reply.headers(), body, reply.framing()));
        }

        private Body travelling(Content content) {
            return new Body.Stream(new Travelling(content, this::broken));
        }

        private Optional<String> broken() {
            life.check();
            return ground.network().isCut(from, to)
                    ? Optional.of("the link was cut in the middle of the content")
                    : Optional.empty();
        }

        private Exchange lost() {
            pause(timeouts.reply());
            return noReply();
        }

        private Exchange noReply() {
            return new Exchange.TimedOut(true, "no reply within " + timeouts.reply());
        }

        private void pause(Duration duration) {
            if (!duration.isZero()) ground.clockwork().pause(life, duration);
        }
    }
}
